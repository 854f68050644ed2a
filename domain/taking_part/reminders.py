"""Reminders and after-care: letters that go a while before the start or after the end of a gathering."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from domain import catalogue
from domain.local_time import instant, wall
from domain.post import correspondence
from domain.post.correspondence import Cause, Letterhead
from domain.post.quiet_hours import EVENING, is_quiet, waking
from i18n.dates import AMSTERDAM
from store.models import Event, Letter, SignUp
from store.states import EventState, SignUpState

PART = 50
DAY = timedelta(days=1)
LAST_POST = time(19, 45)  # what would fall in the night goes at the last moment of the evening before
NIGHT = timedelta(hours=14)
GOES_ON = (EventState.OPEN, EventState.CLOSED)
# Who was not noted at all may have come.
READERS = {
    "confirmed": (SignUpState.CONFIRMED,),
    "came": (SignUpState.ATTENDED, SignUpState.CONFIRMED),
}


@dataclass(frozen=True)
class Rule:
    """One line of the catalogue: `distance` after the anchor (before it when negative), `useful` for so long."""

    key: str
    anchor: str
    distance: timedelta
    letter: str
    to: str
    useful: timedelta

    @property
    def before_start(self) -> bool:
        return self.anchor == "start" and self.distance < timedelta(0)

    def planned(self, anchor: datetime) -> datetime:
        """The moment by the rule alone; whole days keep the time on the clock, right through both clock changes."""
        if self.distance % DAY:
            return anchor + self.distance
        return (anchor.astimezone(AMSTERDAM) + self.distance).astimezone(UTC)

    def moment(self, anchor: datetime) -> datetime:
        """When it goes: a moment in the night becomes the evening before; or the morning, when that came too soon."""
        planned = self.planned(anchor)
        if not is_quiet(planned):
            return planned
        day, at = wall(planned)
        evening = instant(day if at >= EVENING else day - DAY, LAST_POST)
        return evening if self.distance < timedelta(0) or evening > anchor else waking(planned)

    def is_due(self, anchor: datetime, now: datetime) -> bool:
        """Whether it goes now: never in the night, not when it is stale, and never to announce what has begun."""
        too_late = self.before_start and now >= anchor
        return self.moment(anchor) <= now <= self._until(anchor) and not too_late and not is_quiet(now)

    def _until(self, anchor: datetime) -> datetime:
        return max(self.planned(anchor), self.moment(anchor)) + self.useful


@dataclass(frozen=True)
class Reminder:
    """One letter that is due now; the same `key` is never written twice."""

    rule: Rule
    sign_up_id: int
    key: str
    at: datetime


def rules(session: Session) -> tuple[Rule, ...]:
    """The rules that are switched on, in their order."""
    return tuple(_rule(one) for one in catalogue.entries(session, "reminder"))


def remind(session: Session, letterhead: Letterhead, now: datetime) -> int:
    """Write one part of the letters that are due; gives how many, and 0 when all are written.

    Each once for each person, gathering and rule: a gathering that moves to another day is announced anew. Two clocks
    at once are harmless.
    """
    written = 0
    for one in due(session, now):
        noun = "sign_up" if one.rule.before_start else "after_care"
        cause = Cause(one.key, one.at, (noun, one.sign_up_id))
        written += correspondence.write(session, one.rule.letter, "parent", cause, letterhead, now=now)
        if written >= PART:
            break
    return written


def due(session: Session, now: datetime) -> Iterator[Reminder]:
    """What should be written now and was not yet, in the order of the rules, the gatherings and the sign-ups."""
    for rule in rules(session):
        for event in session.scalars(_near(rule, now)).all():
            anchor = event.starts_at if rule.anchor == "start" else event.ends_at
            if rule.is_due(anchor, now):
                yield from _not_written(session, rule, event, rule.moment(anchor))


def _near(rule: Rule, now: datetime) -> Select[Event]:
    """The gatherings for which the rule may be due: the exact moment needs the clock on the wall."""
    column = Event.starts_at if rule.anchor == "start" else Event.ends_at
    planned = now - rule.distance
    states = GOES_ON if rule.before_start else (*GOES_ON, EventState.HELD)
    near = column.between(planned - rule.useful - NIGHT, planned + NIGHT)
    return select(Event).where(Event.state.in_(states), near).order_by(column, Event.id)


def _not_written(session: Session, rule: Rule, event: Event, moment: datetime) -> list[Reminder]:
    day = wall(event.starts_at)[0]
    # The day is in the key, so that another day is another reminder.
    keys = {f"reminder/{rule.key}/{day}/sign_up:{number}": number for number in _readers(session, rule, event, moment)}
    known = set(session.scalars(select(Letter.dedupe_key).where(Letter.dedupe_key.in_(keys))))
    return [Reminder(rule, number, key.rpartition("/")[0], moment) for key, number in keys.items() if key not in known]


def _readers(session: Session, rule: Rule, event: Event, moment: datetime) -> list[int]:
    """Who is told: not who got a letter just now, which is within half of the time that the rule looks ahead."""
    reachable = or_(SignUp.email.is_not(None), SignUp.phone.is_not(None))
    query = select(SignUp.id).where(SignUp.event_id == event.id, SignUp.state.in_(READERS[rule.to]), reachable)
    if rule.before_start:
        query = query.where(SignUp.changed_at <= moment + rule.distance / 2)
    return list(session.scalars(query.order_by(SignUp.number)))


def _rule(entry: catalogue.Entry) -> Rule:
    data = entry.data
    return Rule(
        key=entry.key,
        anchor=data["anchor"],
        distance=timedelta(minutes=data["minutes"]),
        letter=data["letter"],
        to=data["to"],
        useful=timedelta(minutes=data["useful"]),
    )
