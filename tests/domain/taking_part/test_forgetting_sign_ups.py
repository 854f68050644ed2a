"""Four weeks after a gathering nobody can tell any more who came."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from domain.actors import PARENT
from domain.clockwork.tidying import tidy
from domain.taking_part import sign_ups
from store.database import Database
from store.models import SignUp
from store.queries.gatherings import sign_ups as shown
from store.queries.gatherings.sign_ups import SignUpFacts
from tests import make

ENDS = timedelta(days=7, hours=2)


def came(database: Database, now: datetime) -> int:
    with database.writing() as session:
        event_id = make.cafe(session, now=now)
        party = make.party("Farida", 2, phone="06 12345678", answers={"topics": ["F"]})
        sign_ups.sign_up(session, event_id, party, by=PARENT, now=now)
    return event_id


def tidied(database: Database, event_id: int, at: datetime) -> SignUpFacts:
    with database.writing() as session:
        while tidy(session, at):
            pass
    with database.reading() as session:
        return shown.of_event(session, event_id)[0]


def test_after_four_weeks_only_how_many_came_is_known(database: Database, now: datetime) -> None:
    event_id = came(database, now)

    left = tidied(database, event_id, now + ENDS + timedelta(days=28, minutes=1))

    assert (left.name, left.email, left.phone, left.answers, left.party) == ("", "", "", {}, 2)


def test_before_that_everything_is_still_there(database: Database, now: datetime) -> None:
    event_id = came(database, now)

    left = tidied(database, event_id, now + ENDS + timedelta(days=27))

    assert (left.name, left.email, left.phone, left.answers) == (
        "Farida",
        "farida@example.nl",
        "06 12345678",
        {"topics": ["F"]},
    )


@pytest.mark.parametrize(
    ("hours", "left"), [(12.9, "Een ringleiding"), (13.1, None)], ids=["the same day", "the day after"]
)
def test_what_somebody_needs_to_come_in_is_gone_the_day_after(
    database: Database, now: datetime, hours: float, left: str | None
) -> None:
    event_id = came(database, now)
    with database.writing() as session:
        (row,) = session.scalars(select(SignUp).where(SignUp.event_id == event_id))
        row.access_needs = "Een ringleiding"

    tidied(database, event_id, now + timedelta(days=7, hours=hours))

    with database.reading() as session:
        assert session.scalar(select(SignUp.access_needs)) == left
