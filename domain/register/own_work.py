"""Cafés, matching and coverage in exact numbers, for the coordinators of the support point."""

from datetime import datetime, time

from sqlalchemy.orm import Session

from domain.local_time import instant
from domain.matchmaking import coverage as matchmaking
from domain.register import own_parts
from domain.register.published_work import Coverage, Funnel
from store.queries.numbers import exact_work
from trends.disclosure import exact
from trends.medians import Median, median
from trends.periods import first_day, months_of_school_year, years_earlier


def funnel(session: Session, year: int, back: int = 0) -> Funnel | None:
    """The whole school year, or the whole months that there are of it; `back` says how many years before."""
    work = exact_work.exact(session, *_moments(years_earlier(own_parts.so_far(session, year), back)))
    return Funnel(
        seats=exact(work.seats),
        came=exact(work.came),
        requests=exact(work.requests),
        proposals=exact(work.proposals),
        accepted=exact(work.accepted),
        matches=exact(work.matches),
        rounded_off=exact(work.rounded_off),
    )


def coverage(session: Session, *, now: datetime) -> tuple[Coverage, ...]:
    """Each group as it is at this moment."""
    found = matchmaking.now(session, now=now).groups
    return tuple(
        Coverage(one.covered.key, one.name, None, exact(one.covered.open), exact(one.covered.buddies)) for one in found
    )


def days_to_match(session: Session, year: int) -> Median | None:
    """From the request to the match, of the matches that began in the year."""
    return median(exact_work.days_to_match(session, *_moments(months_of_school_year(year))))


def days_of_match(session: Session, year: int) -> Median | None:
    """From the beginning of a match to its end, of those that ended in the year."""
    return median(exact_work.days_of_match(session, *_moments(months_of_school_year(year))))


def _moments(months: range) -> tuple[datetime, datetime]:
    return instant(first_day(months.start), time.min), instant(first_day(months.stop), time.min)
