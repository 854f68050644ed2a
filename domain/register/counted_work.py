"""The exact counts of cafés and matching behind the lattice, for the job that publishes and for nobody else."""

from collections.abc import Collection, Iterator
from dataclasses import asdict
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from domain.local_time import instant
from domain.matchmaking import coverage
from i18n.dates import AMSTERDAM
from store.queries.numbers import exact_work
from trends.lattice import COVERAGE, COVERAGE_WHOLE, FUNNEL, ROOM, WAITING, Cell, Level
from trends.periods import (
    first_day,
    last_closed_quarter,
    last_closed_school_year,
    month_of,
    months_of_school_year,
    school_year_of,
)


def closed(session: Session, today: date) -> Iterator[tuple[Level, int]]:
    """Each closed school year since the first café or request, and the last closed quarter.

    Who waits is known as it is now only, so of earlier quarters it is never told.
    """
    if first := exact_work.first_moment(session):
        since = school_year_of(month_of(first.astimezone(AMSTERDAM).date()))
        yield from ((FUNNEL, year) for year in range(since, last_closed_school_year(today) + 1))
        yield from ((level, last_closed_quarter(today)) for level in (COVERAGE, COVERAGE_WHOLE))


def counted(session: Session, wanted: Collection[tuple[Level, int]], *, now: datetime) -> dict[Cell, int]:
    """The exact count of every cell of these periods, zeros included."""
    counts: dict[Cell, int] = {}
    for level, period in wanted:
        if level == FUNNEL:
            months = months_of_school_year(period)
            begin, end = (instant(first_day(month), time.min) for month in (months.start, months.stop))
            work = exact_work.exact(session, begin, end)
            counts |= {Cell(FUNNEL.key, period, aspect=step): count for step, count in asdict(work).items()}
        if level == COVERAGE:
            for line in coverage.now(session, now=now).groups:
                sides = {WAITING: line.covered.open, ROOM: line.covered.buddies}
                counts |= {Cell(COVERAGE.key, period, line.covered.key, aspect=side): n for side, n in sides.items()}
        if level == COVERAGE_WHOLE:
            whole = coverage.now(session, now=now)
            sides = {WAITING: whole.waiting, ROOM: whole.buddies}
            counts |= {Cell(COVERAGE_WHOLE.key, period, aspect=side): n for side, n in sides.items()}
    return counts
