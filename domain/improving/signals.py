"""Signals: what in the questions asks for attention, seen by the test or by somebody who works here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import quality_only
from domain.improving import findings
from domain.improving.findings import Finding
from domain.refused import Refused
from store.models import Signal, Topic
from store.states import SignalSource, SignalState
from trends.lattice import Level
from trends.rises import State

LOUD = (State.RISING, State.FALLING)
DECIDED = {
    SignalState.NEW: "signal.reopened",
    SignalState.TAKEN_UP: "signal.taken_up",
    SignalState.WATCHED: "signal.watched",
    SignalState.CLOSED: "signal.closed",
}
LONGEST_WORDS = 2000
LONGEST = 36


@dataclass(frozen=True)
class SignalPlan:
    """What somebody saw: a topic or group, from which month to which, and what of it."""

    topic: str
    first_month: int
    last_month: int
    words: str


def raise_newest(session: Session, *, by: Actor, now: datetime) -> int:
    """Make a signal of each topic and group that surely rises or falls in what was published last; gives how many.

    Twice is harmless. While it goes on, one signal grows: no new one each quarter.
    """
    newest = findings.newest(session)
    return sum(raise_for(session, level, period, by=by, now=now) for level, period in newest.items())


def raise_for(session: Session, level: Level, period: int, *, by: Actor, now: datetime) -> int:
    """The same for one published period; gives how many new signals there are."""
    quality_only(by)
    loud = [one for one in findings.of_period(session, level, period) if one.says in LOUD]
    return sum(_raise(session, one, by, now) for one in loud)


def raise_by_hand(session: Session, plan: SignalPlan, *, by: Actor, now: datetime) -> int:
    """Keep what somebody saw, with what is published of it now. Returns its id; raises `Refused`."""
    quality_only(by)
    words = plan.words.strip()[:LONGEST_WORDS]
    if session.get(Topic, plan.topic) is None:
        raise Refused("not_found", field="topic")
    if plan.last_month < plan.first_month:
        raise Refused("signal.backwards", field="last_month")
    if plan.last_month - plan.first_month >= LONGEST:
        raise Refused("signal.too_long", field="last_month", most=LONGEST)
    if not words:
        raise Refused("signal.words_needed", field="words")
    found = findings.of_topic(session, plan.topic, range(plan.first_month, plan.last_month + 1))
    row = _new(SignalSource.HAND, plan.topic, "", found, by, now)
    row.first_month, row.last_month, row.words = plan.first_month, plan.last_month, words
    return _add(session, row, by, now)


def take_up(session: Session, signal_id: int, *, by: Actor, now: datetime) -> None:
    """Something is done about it. Twice is harmless."""
    _go(session, signal_id, SignalState.TAKEN_UP, "", by, now)


def watch(session: Session, signal_id: int, *, by: Actor, now: datetime) -> None:
    """Nothing is done yet, but it is kept in sight. Twice is harmless."""
    _go(session, signal_id, SignalState.WATCHED, "", by, now)


def close(session: Session, signal_id: int, reason: str, *, by: Actor, now: datetime) -> None:
    """Nothing more has to be done; colleagues read why. Raises `Refused` without a reason."""
    said = reason.strip()[:LONGEST_WORDS]
    if not said:
        raise Refused("signal.reason_needed", field="reason")
    _go(session, signal_id, SignalState.CLOSED, said, by, now)


def reopen(session: Session, signal_id: int, *, by: Actor, now: datetime) -> None:
    """As if nobody had decided about it yet: the way back from every state. Twice is harmless."""
    _go(session, signal_id, SignalState.NEW, "", by, now)


def _go(session: Session, signal_id: int, to: SignalState, said: str, by: Actor, now: datetime) -> None:
    quality_only(by)
    row = session.get(Signal, signal_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("not_found")
    if (row.state, row.said) == (to, said):
        return
    row.state, row.said, row.changed_at = to, said, now
    journal.record(session, DECIDED[to], ("signal", row.id), by=by, now=now, topic=row.topic_code)


def _raise(session: Session, one: Finding, by: Actor, now: datetime) -> bool:
    """A new signal, or a longer one when there is one already that this goes on with."""
    same = select(Signal).where(Signal.topic_code == one.code, Signal.source == SignalSource.TEST)
    rows = session.scalars(same.order_by(Signal.last_month.desc()).with_for_update()).all()
    if any(row.last_month >= one.months[-1] for row in rows):
        return False
    for row in rows:
        if row.direction == one.says and (row.state is not SignalState.CLOSED or _touches(row, one)):
            row.last_month, row.changed_at = one.months[-1], now
            row.evidence = [*row.evidence, *findings.as_data([one])]
            journal.record(session, "signal.extended", ("signal", row.id), by=by, now=now, topic=one.code)
            return False
    _add(session, _new(SignalSource.TEST, one.code, one.says.value, [one], by, now), by, now)
    return True


def _touches(row: Signal, one: Finding) -> bool:
    """Whether the signal stood in the period just before too."""
    return row.last_month >= one.months.start - 1


def _new(
    source: SignalSource, topic: str, direction: str, found: Iterable[Finding], by: Actor, now: datetime
) -> Signal:
    known = list(found)
    return Signal(
        topic_code=topic,
        source=source,
        direction=direction,
        first_month=min((one.months[0] for one in known), default=0),
        last_month=max((one.months[-1] for one in known), default=0),
        evidence=findings.as_data(known),
        state=SignalState.NEW,
        said="",
        words="",
        made_by=by.label,
        made_at=now,
        changed_at=now,
    )


def _add(session: Session, row: Signal, by: Actor, now: datetime) -> int:
    session.add(row)
    session.flush()
    facts = {"topic": row.topic_code, "source": row.source.value, "direction": row.direction}
    journal.record(session, "signal.raised", ("signal", row.id), by=by, now=now, **facts)
    return row.id
