"""How long we wait: set by staff, within bounds."""

from datetime import datetime, timedelta

import pytest

from domain import time_limits
from domain.refused import Refused
from store.database import Database
from store.models import JournalLine
from tests import make


def test_what_staff_set_counts_from_then_on(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        changed = time_limits.change(
            session, {"buddy_answer": {"hours": 36, "remind_hours": 6}}, by=make.COORDINATOR, now=now
        )
        limits = time_limits.load(session)

    assert (changed, limits.buddy_answer, limits.buddy_reminder) == (1, timedelta(hours=36), timedelta(hours=6))


def test_the_same_again_changes_nothing(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        assert time_limits.change(session, {"first_contact": {"hours": 48}}, by=make.COORDINATOR, now=now) == 0
        assert session.query(JournalLine).filter_by(kind="catalogue.changed").count() == 0


@pytest.mark.parametrize(
    ("key", "numbers", "field"),
    [
        ("buddy_answer", {"hours": 0}, "buddy_answer.hours"),
        ("buddy_answer", {"hours": 24, "remind_hours": 24}, "buddy_answer.remind_hours"),
        ("still_wanted", {"days": 366}, "still_wanted.days"),
        ("still_wanted", {"answer_days": -1}, "still_wanted.answer_days"),
    ],
)
def test_out_of_bounds_is_refused_at_its_field(
    sqlite: Database, now: datetime, key: str, numbers: dict[str, int], field: str
) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"^time_limit.out_of_bounds$") as refused:
        time_limits.change(session, {key: numbers}, by=make.COORDINATOR, now=now)

    assert refused.value.field == field


def test_a_buddy_sets_no_limits(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"^not_allowed$"):
        time_limits.change(session, {"first_contact": {"hours": 1}}, by=make.buddy_actor(1), now=now)
