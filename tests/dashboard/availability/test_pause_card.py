"""A pause on the buddy's own page: one button, with or without a day."""

from datetime import date

import pytest

from store.database import Database
from store.models import Buddy
from tests.dashboard.availability.own_time import buddy, pause, paused, visitor
from tests.doors import Visitor

__all__ = ["buddy", "visitor"]


def test_a_pause_is_one_button_and_so_is_its_end(sqlite: Database, visitor: Visitor, buddy: int) -> None:
    before = paused(visitor, buddy)
    pause(visitor, buddy, "pause-start")
    during = paused(visitor, buddy)
    pause(visitor, buddy, "pause-end")

    assert "Even rust?" in before
    assert "er komen nu geen voorstellen" in during
    assert "Ik ben er weer" in during
    assert "Even rust?" in paused(visitor, buddy)


def test_a_pause_until_a_day_says_until_when(sqlite: Database, visitor: Visitor, buddy: int) -> None:
    pause(visitor, buddy, "pause-start", "2027-01-04")

    assert "er komen geen voorstellen tot maandag 4 januari 2027." in paused(visitor, buddy)
    with sqlite.reading() as session:
        assert session.get_one(Buddy, buddy).paused_until == date(2027, 1, 4)


@pytest.mark.parametrize("until", ["2026-11-24", "2020-01-01", "morgen"])
def test_a_day_that_is_over_ends_no_pause(sqlite: Database, visitor: Visitor, buddy: int, until: str) -> None:
    assert "Kies een dag die nog komt." in pause(visitor, buddy, "pause-start", until)
    with sqlite.reading() as session:
        assert session.get_one(Buddy, buddy).paused_since is None
