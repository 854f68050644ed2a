"""What is still to follow from the journal: lines nobody looked at yet, and the runs of automations for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from domain import by_day
from domain.post.facts import ABOUT
from store.models import AutomationRun, JournalLine
from store.states import RunState

LONGEST_ERROR = 500


@dataclass(frozen=True)
class Line:
    """A line of the journal, as the automations see it."""

    id: int
    at: datetime
    kind: str
    subject: tuple[str, int]
    actor: str
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class Planned:
    """A run of one automation for one line; its row is locked until the transaction ends."""

    id: int
    automation: str
    line: Line


def anything(session: Session, *, now: datetime) -> bool:
    """Whether there is anything to do; asked first, because only then a transaction is worth its while."""
    new = select(JournalLine.id).where(JournalLine.handled_at.is_(None)).limit(1)
    return bool(session.scalar(new) or session.scalar(select(AutomationRun.id).where(_due(now)).limit(1)))


def new_lines(session: Session, most: int) -> tuple[Line, ...]:
    """The oldest lines that nobody handled or is handling now, locked until the transaction ends."""
    query = select(JournalLine).where(JournalLine.handled_at.is_(None)).order_by(JournalLine.id).limit(most)
    query = query.with_for_update(skip_locked=True).execution_options(populate_existing=True)
    return tuple(_line(row) for row in session.scalars(query))


def handled(session: Session, line_id: int, *, now: datetime) -> None:
    row = session.get_one(JournalLine, line_id)
    row.handled_at = by_day.as_fine_as(row.at, now)


def plan(session: Session, automation: str, line: Line, *, due_at: datetime) -> Planned | None:
    """Write down that an automation is to run for a line; None when it was written down before."""
    same = (AutomationRun.automation == automation, AutomationRun.journal_id == line.id)
    if session.scalar(select(AutomationRun.id).where(*same)):
        return None
    own = by_day.own_number(session, AutomationRun, line.at)
    row = AutomationRun(automation=automation, journal_id=line.id, state=RunState.QUEUED, due_at=due_at, **own)
    session.add(row)
    session.flush()
    return Planned(row.id, automation, line)


def due(session: Session, most: int, *, now: datetime) -> tuple[Planned, ...]:
    """The runs whose time has come, those that are being run left out; locked until the transaction ends."""
    query = select(AutomationRun, JournalLine).join(JournalLine, JournalLine.id == AutomationRun.journal_id)
    query = query.where(_due(now)).order_by(AutomationRun.due_at, AutomationRun.id).limit(most)
    query = query.with_for_update(skip_locked=True, of=AutomationRun).execution_options(populate_existing=True)
    return tuple(Planned(run.id, run.automation, _line(line)) for run, line in session.execute(query))


def finish(session: Session, planned: Planned, state: RunState, *, now: datetime, error: str | None = None) -> None:
    """Write down how a run went."""
    row = session.get_one(AutomationRun, planned.id)
    row.ran_at = by_day.as_fine_as(planned.line.at, now)
    row.state, row.error = state, error[:LONGEST_ERROR] if error else None


def facts(session: Session, line: Line, *, now: datetime) -> dict[str, Any]:
    """What conditions look at: what the line holds, who acted, and how it stands with the subject now."""
    noun, number = line.subject
    about = ABOUT.get(noun)
    state = about.state(session, number, now=now) if about else None
    return {**line.facts, "actor": line.actor.partition(":")[0], "state": state}


def _due(now: datetime) -> ColumnElement[bool]:
    return (AutomationRun.state == RunState.QUEUED) & (AutomationRun.due_at <= now)


def _line(row: JournalLine) -> Line:
    return Line(row.id, row.at, row.kind, (row.subject_kind, row.subject_id), row.actor, row.facts)
