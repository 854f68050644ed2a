"""How fresh the counts are, and whether that is fresh enough."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.clockwork import timetable
from store.counting import one_at_a_time
from store.models import Refresh
from store.queries.numbers import exact_trends as numbers

COUNTS, BREAKDOWNS = "counts", "breakdowns"
"""What is counted, named after the job that does it."""
INTERVALS = 2


@dataclass
class Tally:
    """How much was counted, filled in while counting."""

    months: int = 0
    rows: int = 0


@dataclass(frozen=True)
class Fresh:
    """The counts hold everything up to `until`, except `waiting` changes; they took `milliseconds` to make.

    `late` when more than two rounds of the job were missed: show that in red.
    """

    until: datetime
    waiting: int
    milliseconds: int
    late: bool


@contextmanager
def counting(session: Session, what: str, *, now: datetime) -> Iterator[Tally]:
    """Count alone, and write down afterwards how fresh the counts are; when nothing waited the last row says so."""
    one_at_a_time(session)
    tally, began = Tally(), perf_counter()
    yield tally
    last = session.scalar(select(Refresh).where(Refresh.what == what).order_by(Refresh.id.desc()).limit(1))
    if last and not tally.months:
        last.refreshed_at = now
        return
    took = round((perf_counter() - began) * 1000)
    session.add(Refresh(what=what, refreshed_at=now, months=tally.months, rows=tally.rows, milliseconds=took))


def fresh(session: Session, what: str = COUNTS, *, now: datetime) -> Fresh | None:
    """How fresh the counts are, or the breakdowns; None before they were ever made. For coordinators only."""
    found = numbers.exact_freshness(session, what)
    if found is None:
        return None
    rhythm, due = timetable.job(session, what).rhythm, found.refreshed_at
    for _missed in range(INTERVALS + 1):
        due = rhythm.next(due) or due
    return Fresh(found.refreshed_at, found.waiting, found.milliseconds, late=now >= due)
