"""How fresh the counts are: what waits, and when that is too long."""

from datetime import datetime, timedelta

import pytest

from domain.register import breakdowns, counts
from domain.register.freshness import BREAKDOWNS, fresh
from store.database import Database
from tests import make

MINUTE = timedelta(minutes=1)


def test_before_the_first_time_there_is_no_freshness(sqlite: Database, now: datetime) -> None:
    with sqlite.reading() as session:
        assert (fresh(session, now=now), fresh(session, BREAKDOWNS, now=now)) == (None, None)


@pytest.mark.parametrize(("minutes", "late"), [(0, False), (5, False), (14, False), (15, True), (600, True)])
def test_counts_are_late_once_two_rounds_were_missed(sqlite: Database, now: datetime, minutes: int, late: bool) -> None:
    with sqlite.writing() as session:
        counts.refresh(session, now=now)

    with sqlite.reading() as session:
        found = fresh(session, now=now + minutes * MINUTE)
        assert found and (found.until, found.late) == (now, late)


def test_what_came_in_since_waits_for_the_counts_and_for_the_breakdowns(database: Database, now: datetime) -> None:
    with database.writing() as session:
        counts.refresh(session, now=now)
        breakdowns.refresh(session, now=now)
        make.question(session, now=now)

    with database.writing() as session:
        breakdowns.refresh(session, now=now + 60 * MINUTE)

    with database.reading() as session:
        waits = [fresh(session, what, now=now) for what in ("counts", "breakdowns")]
        assert [(one.until, one.waiting) for one in waits if one] == [(now, 1), (now + 60 * MINUTE, 0)]
