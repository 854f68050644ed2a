"""What is too small to show rolls up by itself, and says how."""

from datetime import date, datetime

import pytest

from domain.register import counts
from domain.register.cells import published
from domain.register.finest import RolledUp, Wish, finest
from store.database import Database
from tests import make
from trends.periods import months_of_quarter, months_of_school_year, quarter_of

YEAR = months_of_school_year(2025)
QUARTER = months_of_quarter(quarter_of(YEAR.start))


@pytest.mark.parametrize(
    ("wish", "shown", "rolled_up"),
    [
        (Wish(YEAR, "D", topic="D2"), 10, ()),
        (Wish(YEAR, "D", topic="D1"), 10, (RolledUp.TOPIC,)),
        (Wish(QUARTER, "D"), 10, ()),
        (Wish(QUARTER, "D", topic="D1", place="GM0361"), 10, (RolledUp.TOPIC, RolledUp.PLACE)),
        (Wish(YEAR, "D", place="GM0361"), 10, (RolledUp.PLACE,)),
        (Wish(YEAR, "D", place=""), 10, ()),
    ],
)
def test_the_finest_number_that_can_be_shown(
    sqlite: Database, now: datetime, wish: Wish, shown: int, rolled_up: tuple[RolledUp, ...]
) -> None:
    with sqlite.writing() as session:
        for topic, n in (("D2", 9), ("D1", 2), ("B2", 1)):
            for _ in range(n):
                make.question(session, now=now, asked_on=date(2025, 9, 20), topics=(topic,))
        counts.publish(session, now=now)

    with sqlite.reading() as session:
        found = finest(published(session), wish)
        assert found and (found.now.shown, found.rolled_up) == (shown, rolled_up)


def test_what_was_rolled_up_is_said_and_too_little_altogether_is_no_number(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for _ in range(6):
            make.question(session, now=now, asked_on=date(2025, 9, 20), topics=("D2",))
        counts.publish(session, now=now)

    with sqlite.reading() as session:
        found = finest(published(session), Wish(YEAR, "D", topic="D1"))
        assert found and found.said == ("Per onderwerp te weinig: dit is de hele groep.",)
        assert finest(published(session), Wish(months_of_school_year(2024), "D")) is None
