"""Testing the exact counts of each topic and group, once after they changed: for the coordinators only."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from domain.care import school_days
from domain.register.freshness import COUNTS, counting
from domain.register.topic_series import topic_series
from domain.register.verdicts import row
from i18n.dates import AMSTERDAM
from store.models import TopicTest
from store.queries import choices
from store.queries.gatherings import calendar
from store.queries.numbers import exact_trends as numbers
from store.queries.numbers import topic_tests
from store.rollup import EVERYTHING
from trends.periods import month_of
from trends.predictive import YEAR
from trends.verdicts import AHEAD, Verdict, verdicts

TESTS = "tests"
MOST_YEARS = 5  # of the past from which the season and the level are learned
LEAST_OPEN = 0.25  # of a mean month: in a holiday some questions come in too


def test(session: Session, *, now: datetime) -> int:
    """Store what the tests say of the last whole month and the two before; gives of how many topics and groups.

    Nothing happens when nothing was counted since; what was stored of the month is replaced. Topics, groups and all
    together are three families, each judged by itself, as each question is in all three.
    """
    last = month_of(now.astimezone(AMSTERDAM).date()) - 1
    with counting(session, TESTS, now=now) as tally:
        known = numbers.exact_months(session)
        if not known or known.start > last or topic_tests.are_new(session, last, TESTS, COUNTS):
            return 0
        months = range(max(known.start, last + 1 - MOST_YEARS * YEAR), last + 1)
        rows = _tested(session, months, now)
        session.execute(delete(TopicTest).where(TopicTest.month == last))
        session.add_all(rows)
        tally.months, tally.rows = len(months), len(rows)
        return len(rows)


def open_share(session: Session, months: range) -> list[float]:
    """How many school days each month has where we work, divided by their mean; never less than a quarter."""
    places = calendar.holiday_places(session).values()
    days = school_days.per_month(session, places, months)
    mean = sum(days.values()) / len(days) or 1.0
    return [max(LEAST_OPEN, number / mean) for number in days.values()]


def _tested(session: Session, months: range, now: datetime) -> list[TopicTest]:
    found = topic_series(session, months)
    exposure = open_share(session, range(months.start, months.stop + AHEAD))
    topics, groups = [one.code for one in found.topics if one.until is None], choices.topic_groups(session)

    def judged(codes: Collection[str]) -> dict[str, Verdict]:
        series = {code: [found.counts.get(code, {}).get(month, 0) for month in months] for code in codes}
        return verdicts(series, first_month=months.start, exposure=exposure)

    families = (judged(codes) for codes in (topics, groups, (EVERYTHING,)))
    return [row(code, months[-1], one, now) for family in families for code, one in family.items()]
