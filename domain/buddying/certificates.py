"""Certificates of conduct: how long each counts, and a reminder in time."""

from datetime import date

COUNTS_YEARS = 3


def ends(seen_on: date | None) -> date | None:
    """The first day on which a certificate of conduct no longer counts: three years after it was seen."""
    if seen_on is None:
        return None
    year = seen_on.year + COUNTS_YEARS
    return date(year, 3, 1) if (seen_on.month, seen_on.day) == (2, 29) else seen_on.replace(year=year)


def counts(seen_on: date | None, today: date) -> bool:
    last = ends(seen_on)
    return last is not None and today < last
