"""Working days: when we promise to answer."""

from datetime import date

import pytest

from domain.gatherings import closed_days
from domain.inquiring import promise
from store.database import Database
from tests.conftest import NOW
from tests.make import COORDINATOR


@pytest.mark.parametrize(
    ("asked_on", "answer_by"),
    [
        (date(2026, 11, 24), date(2026, 11, 26)),  # Tuesday
        (date(2026, 11, 27), date(2026, 12, 1)),  # Friday, over the weekend
        (date(2026, 11, 28), date(2026, 12, 1)),  # Saturday
        (date(2026, 12, 24), date(2026, 12, 29)),  # over both days of Christmas, and a weekend
        (date(2026, 2, 17), date(2026, 2, 19)),  # a school holiday is a working day for us
    ],
)
def test_we_promise_two_working_days(sqlite: Database, asked_on: date, answer_by: date) -> None:
    with sqlite.reading() as session:
        found = promise.answer_by(session, asked_on)

    assert found == answer_by


def test_days_on_which_we_are_closed_do_not_count(sqlite: Database) -> None:
    with sqlite.writing() as session:
        closed_days.add(session, "Studiedag", date(2026, 11, 25), date(2026, 11, 25), by=COORDINATOR, now=NOW)

    with sqlite.reading() as session:
        found = promise.answer_by(session, date(2026, 11, 24))

    assert found == date(2026, 11, 27)
