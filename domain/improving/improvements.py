"""Improvements: what the partnership does about what it heard."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import quality_only
from domain.local_time import wall
from domain.refused import Refused
from store.models import Improvement, ImprovementSignal, ImprovementTopic, Signal, Topic
from store.states import ImprovementState, SignalState

LONGEST_LINE = 120
LONGEST_TEXT = 2000
MOVED = {
    ImprovementState.PLANNED: "improvement.planned",
    ImprovementState.RUNNING: "improvement.running",
    ImprovementState.DONE: "improvement.done",
    ImprovementState.STOPPED: "improvement.stopped",
}
OVER = (ImprovementState.DONE, ImprovementState.STOPPED)


@dataclass(frozen=True)
class ImprovementPlan:
    """What people decide: what, who, from when until when, about which topics or groups, because of which signals."""

    title: str
    what: str
    who: str
    starts_on: date
    ends_on: date | None = None
    topics: tuple[str, ...] = ()
    signals: tuple[int, ...] = ()
    came_of_it: str = ""


def add(session: Session, plan: ImprovementPlan, *, by: Actor, now: datetime) -> int:
    """A new one: planned when it begins later, running when it has begun. Returns its id; raises `Refused`.

    Its signals are taken up with it.
    """
    quality_only(by)
    begun = plan.starts_on <= wall(now)[0]
    row = Improvement(
        state=ImprovementState.RUNNING if begun else ImprovementState.PLANNED,
        told_title="",
        told="",
        told_title_en="",
        told_en="",
        made_by=by.label,
        made_at=now,
    )
    _write(row, plan, now)
    session.add(row)
    session.flush()
    _tie(session, row.id, plan, by, now)
    journal.record(session, "improvement.added", ("improvement", row.id), by=by, now=now, topics=list(plan.topics))
    return row.id


def change(
    session: Session, improvement_id: int, plan: ImprovementPlan, *, by: Actor, now: datetime, seen: datetime | None
) -> None:
    """Change what was decided. `seen` is the `changed_at` of what the editor was looking at: raises
    `Refused("improvement.changed_meanwhile")` when somebody else saved since.
    """
    row = _found(session, improvement_id, by)
    if seen not in (None, row.changed_at):
        raise Refused("improvement.changed_meanwhile")
    _write(row, plan, now)
    for tied in (ImprovementTopic, ImprovementSignal):
        session.execute(delete(tied).where(tied.improvement_id == row.id))
    _tie(session, row.id, plan, by, now)
    journal.record(session, "improvement.changed", ("improvement", row.id), by=by, now=now, topics=list(plan.topics))


def move(session: Session, improvement_id: int, to: ImprovementState, *, by: Actor, now: datetime) -> None:
    """Plan, begin, finish or stop it; each can be taken back by the way to another state. Twice is harmless.

    The day on which it ended is filled in where it was open, and taken away when it goes on.
    """
    row = _found(session, improvement_id, by)
    if row.state is to:
        return
    today = wall(now)[0]
    if to in OVER and row.ends_on is None:
        row.ends_on = max(today, row.starts_on)
    elif to not in OVER and row.state in OVER and row.ends_on is not None and row.ends_on <= today:
        row.ends_on = None
    row.state, row.changed_at = to, now
    journal.record(session, MOVED[to], ("improvement", row.id), by=by, now=now)


def _found(session: Session, improvement_id: int, by: Actor) -> Improvement:
    quality_only(by)
    row = session.get(Improvement, improvement_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("not_found")
    return row


def _write(row: Improvement, plan: ImprovementPlan, now: datetime) -> None:
    title, who = (" ".join(text.split())[:LONGEST_LINE] for text in (plan.title, plan.who))
    if not title:
        raise Refused("improvement.title_needed", field="title")
    if plan.ends_on and plan.ends_on < plan.starts_on:
        raise Refused("improvement.backwards", field="ends_on")
    row.title, row.who, row.starts_on, row.ends_on = title, who, plan.starts_on, plan.ends_on
    row.what, row.came_of_it = plan.what.strip()[:LONGEST_TEXT], plan.came_of_it.strip()[:LONGEST_TEXT]
    row.changed_at = now


def _tie(session: Session, improvement_id: int, plan: ImprovementPlan, by: Actor, now: datetime) -> None:
    topics = session.scalars(select(Topic.code).where(Topic.code.in_(plan.topics))).all()
    session.add_all(ImprovementTopic(improvement_id=improvement_id, topic_code=code) for code in topics)
    signals = session.scalars(select(Signal).where(Signal.id.in_(plan.signals)).with_for_update()).all()
    if len(topics) < len(set(plan.topics)) or len(signals) < len(set(plan.signals)):
        raise Refused("not_found")
    session.add_all(ImprovementSignal(improvement_id=improvement_id, signal_id=row.id) for row in signals)
    _take_up(session, signals, by, now)


def _take_up(session: Session, signals: Collection[Signal], by: Actor, now: datetime) -> None:
    for row in signals:
        if row.state in (SignalState.NEW, SignalState.WATCHED):
            row.state, row.said, row.changed_at = SignalState.TAKEN_UP, "", now
            journal.record(session, "signal.taken_up", ("signal", row.id), by=by, now=now, topic=row.topic_code)
