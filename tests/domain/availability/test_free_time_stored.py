"""What takes time away is read from the database, for many as for one."""

from datetime import date, datetime, timedelta

import pytest

from domain.availability.free_time import Span, free
from store.database import Database
from store.models import Appointment, AvailabilityException, Buddy, BusyTime
from store.sessions import Session
from store.states import AppointmentState
from tests import make
from tests.counting import counted
from tests.domain.availability.cases import utc


def fill(session: Session, buddy_id: int, day: date, now: datetime) -> None:
    """Something of every kind: from an own calendar, hours more and less, an appointment and one called off."""
    request_id = make.request(session, now=now)
    match_id = make.match(session, now=now, email="bea@example.nl")
    session.add_all(
        [
            BusyTime(buddy_id=buddy_id, starts_at=utc(day, 20), ends_at=utc(day, 20, 30)),
            AvailabilityException(
                buddy_id=buddy_id, first_day=day, last_day=day, from_minute=540, to_minute=600,
                available=True,
            ),
            AvailabilityException(
                buddy_id=buddy_id, first_day=day, last_day=day, from_minute=1140, to_minute=1155,
                available=False,
            ),
            *(
                Appointment(
                    buddy_id=buddy_id, match_id=match_id, request_id=request_id, state=state,
                    starts_at=utc(day, hour), ends_at=utc(day, hour, 15), contact_mode="phone",
                    created_at=now, changed_at=now,
                )
                for hour, state in ((21, AppointmentState.PLANNED), (22, AppointmentState.CANCELLED))
            ),
        ]
    )  # fmt: skip


def test_all_that_takes_time_away_is_read_from_the_database(database: Database, now: datetime) -> None:
    tuesday = date(2026, 12, 1)
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now, municipality_code="GM0361")
        row = session.get_one(Buddy, buddy_id)
        row.buffer_minutes = 15
        fill(session, buddy_id, tuesday, now)

        found = free(session, [buddy_id], tuesday, tuesday, now=utc(tuesday, 9) - timedelta(days=3))[buddy_id]

    assert found == (
        Span(utc(tuesday, 9), utc(tuesday, 10)),
        Span(utc(tuesday, 19, 15), utc(tuesday, 20)),
        Span(utc(tuesday, 20, 30), utc(tuesday, 20, 45)),
        Span(utc(tuesday, 21, 30), utc(tuesday, 22)),
    )


@pytest.mark.parametrize("how_many", [1, 30])
def test_many_buddies_cost_as_many_queries_as_one(sqlite: Database, now: datetime, how_many: int) -> None:
    with sqlite.writing() as session:
        numbers = [make.buddy(session, now=now, email=f"{one}@example.nl") for one in range(how_many)]

    asked = counted(sqlite, lambda session: free(session, numbers, date(2026, 12, 1), date(2026, 12, 31), now=now))

    assert asked == 5


def test_who_is_not_there_has_no_time_and_neither_has_a_range_backwards(sqlite: Database, now: datetime) -> None:
    with sqlite.reading() as session:
        assert free(session, [99], date(2026, 12, 1), date(2026, 12, 2), now=now) == {99: ()}
        assert free(session, [99], date(2026, 12, 2), date(2026, 12, 1), now=now) == {99: ()}
