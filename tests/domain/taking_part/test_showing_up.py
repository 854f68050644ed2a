"""What is usual: known from three gatherings on, of the series first."""

from datetime import datetime, timedelta

import pytest

from domain.taking_part import attendance
from domain.taking_part.showing_up import usual
from store.database import Database
from store.models import Event, Series
from tests import make
from trends.showing_up import ShowingUp


def held(database: Database, now: datetime, came: int, series_id: int | None = None) -> None:
    """A café with five sign-ups, of which this many came."""
    with database.writing() as session:
        event_id = make.cafe(session, now=now)
        session.get_one(Event, event_id).series_id = series_id
        for number in range(5):
            row = make.signed_up(session, event_id, f"Ouder{number}", now=now)
            at = now + timedelta(days=7)
            attendance.mark(session, event_id, row, number < came, at=at, by=make.COORDINATOR, now=at)


def usually(database: Database, series_id: int | None = None) -> ShowingUp | None:
    with database.reading() as session:
        return usual(session, "cafe", series_id)


def series(database: Database, now: datetime) -> int:
    with database.writing() as session:
        row = Series(rule={}, created_at=now, changed_at=now)
        session.add(row)
        session.flush()
        return row.id


@pytest.mark.parametrize(("times", "found"), [(2, None), (3, ShowingUp(0.8, 3))])
def test_from_three_gatherings_on_it_is_known(
    database: Database, now: datetime, times: int, found: ShowingUp | None
) -> None:
    for _ in range(times):
        held(database, now, 4)

    assert usually(database) == found


def test_a_series_of_its_own_counts_first(database: Database, now: datetime) -> None:
    number = series(database, now)
    for _ in range(3):
        held(database, now, 5)
        held(database, now, 2, number)

    of_series, of_kind = usually(database, number), usually(database)

    assert of_series and of_kind and of_series.share < of_kind.share
    assert (of_series.gatherings, of_kind.gatherings) == (3, 6)


def test_a_series_that_is_new_is_judged_by_its_kind(sqlite: Database, now: datetime) -> None:
    number = series(sqlite, now)
    for _ in range(3):
        held(sqlite, now, 4)

    assert usually(sqlite, number) == ShowingUp(0.8, 3)
