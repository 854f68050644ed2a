"""Why is there no time? Day by day what a buddy offers, what is free of it, and what took the rest."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from domain.availability.free_time import Span, as_spans, look_up
from domain.availability.local_days import LocalDay
from domain.availability.spans import length, minus
from domain.availability.taken import Question, Reason, offered, takers
from store.queries.buddying.free_time import Agenda


@dataclass(frozen=True)
class Taken:
    """How many of the offered minutes a reason takes away; what two reasons take is counted with the first."""

    reason: Reason
    minutes: int


@dataclass(frozen=True)
class Balance:
    """Minutes offered, minutes free, and the difference by reason: they add up."""

    offered: int
    free: int
    taken: tuple[Taken, ...]


@dataclass(frozen=True)
class DayAhead:
    day: date
    free: tuple[Span, ...]
    balance: Balance


def ahead(
    session: Session, buddy_id: int, first: date, last: date, *, now: datetime, new_parent: bool = False
) -> tuple[DayAhead, ...]:
    """Each of the local days from `first` to `last`, both included; what has passed by `now` is no longer offered."""
    found, asked = look_up(session, [buddy_id], first, last, now=now, new_parent=new_parent)
    agenda = found.get(buddy_id)
    return tuple(day_ahead(agenda, asked, one) for one in asked.days) if agenda else ()


def why_not(
    session: Session, buddy_id: int, first: date, last: date, *, now: datetime, new_parent: bool = False
) -> Balance:
    """The same, over all of these days together."""
    return summed(ahead(session, buddy_id, first, last, now=now, new_parent=new_parent))


def summed(days: Iterable[DayAhead]) -> Balance:
    """One balance over several days, with the reasons in the order in which they count."""
    balances = [one.balance for one in days]
    minutes: Counter[Reason] = Counter()
    for balance in balances:
        minutes.update({one.reason: one.minutes for one in balance.taken})
    return Balance(
        sum(one.offered for one in balances),
        sum(one.free for one in balances),
        tuple(Taken(reason, minutes[reason]) for reason in Reason if minutes[reason]),
    )


def day_ahead(agenda: Agenda, question: Question, day: LocalDay) -> DayAhead:
    """One day of the question: what is offered, less what each reason takes in its turn."""
    asked = replace(question, days=(day,))
    left = hours = offered(agenda, asked)
    taken = []
    for reason, takes in takers(agenda, asked):
        before, left = left, minus(left, takes)
        minutes = length(before) - length(left)
        if minutes:
            taken.append(Taken(reason, minutes))
    return DayAhead(day.day, as_spans(left), Balance(length(hours), length(left), tuple(taken)))
