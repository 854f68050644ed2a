"""The journal as staff read it back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Account, AutomationRun, JournalLine
from store.queries.newest import newest
from store.states import RunState

PAGE = 50


@dataclass(frozen=True)
class Followed:
    """What an automation did because of a line."""

    automation: str
    state: RunState
    error: str | None


@dataclass(frozen=True)
class Line:
    id: int
    at: datetime
    kind: str
    subject: tuple[str, int]
    actor: str
    facts: Mapping[str, Any]
    followed: tuple[Followed, ...] = ()


def listed(
    session: Session, *, kind: str = "", subject: str = "", number: int | None = None, before: int | None = None
) -> tuple[Line, ...]:
    """A page of lines, the newest first; `before` is the last id of the page above.

    `subject` is a noun, `number` one of that noun.
    """
    query = select(JournalLine)
    if kind:
        query = query.where(JournalLine.kind == kind)
    if subject:
        query = query.where(JournalLine.subject_kind == subject)
    if subject and number is not None:
        query = query.where(JournalLine.subject_id == number)
    rows = newest(session, query, JournalLine, JournalLine.at, before=before, most=PAGE)
    followed = _followed(session, [row.id for row in rows])
    return tuple(_line(row, followed.get(row.id, ())) for row in rows)


def names(session: Session, actors: Collection[str]) -> dict[str, str]:
    """The name of each `account:<number>` that still exists."""
    numbers = {int(actor.partition(":")[2]) for actor in actors if actor.startswith("account:")}
    rows = session.execute(select(Account.id, Account.name).where(Account.id.in_(numbers)))
    return {f"account:{number}": name for number, name in rows}


def _followed(session: Session, lines: Collection[int]) -> dict[int, tuple[Followed, ...]]:
    query = select(AutomationRun).where(AutomationRun.journal_id.in_(lines)).order_by(AutomationRun.id)
    found: dict[int, tuple[Followed, ...]] = {}
    for row in session.scalars(query):
        one = Followed(row.automation, row.state, row.error)
        found[row.journal_id] = (*found.get(row.journal_id, ()), one)
    return found


def _line(row: JournalLine, followed: tuple[Followed, ...]) -> Line:
    return Line(row.id, row.at, row.kind, (row.subject_kind, row.subject_id), row.actor, row.facts, followed)
