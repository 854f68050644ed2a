"""The cards below the week: terms, and what is free; one's own only."""

from datetime import datetime

import pytest

from domain.availability import availability, days_off
from domain.availability.days_off import Days
from store.database import Database
from store.queries.buddying.free_time import Terms, terms_of
from tests import make
from tests.dashboard.availability.own_time import TUESDAY, add, buddy, known, listed, pause, paused, press, visitor
from tests.doors import Visitor

__all__ = ["buddy", "visitor"]


def choose(
    visitor: Visitor, number: int, notice: str = "24", room: str = "0", weekly: str = "0", on: bool = True
) -> str:
    inputs = [("terms-notice", "value", notice), ("terms-room", "value", room), ("terms-weekly", "value", weekly)]
    output = visitor.doors.output_of("terms-changed.data")
    answer = visitor.call(output, [*inputs, ("terms-holidays", "checked", on)], [("week-of", "data", number)])
    return answer.get_data(as_text=True)


def free(visitor: Visitor, number: int) -> str:
    names = (("week-changed", "data"), ("days-off-changed", "data"), ("terms-changed", "data"),
             ("pause-changed", "data"), ("own-calendar-url", "error"))  # fmt: skip
    inputs = [(name, prop, None) for name, prop in names]
    return visitor.call("free-weeks.children", inputs, [("week-of", "data", number)]).get_data(as_text=True)


def terms(database: Database, number: int) -> Terms | None:
    with database.reading() as session:
        return terms_of(session, number)


def test_each_choice_is_saved_as_it_is_made(sqlite: Database, visitor: Visitor, buddy: int) -> None:
    answer = choose(visitor, buddy, notice="48", room="30", weekly="2", on=False)

    assert "Bewaard." in answer
    assert terms(sqlite, buddy) == Terms(48, 30, 2, False, False, None, None, False)


def test_choices_that_were_only_drawn_say_nothing(visitor: Visitor, buddy: int) -> None:
    assert "Bewaard." not in choose(visitor, buddy)


@pytest.mark.parametrize("forged", ["-3", "99999", "x", ""])
def test_no_other_choice_is_taken(sqlite: Database, visitor: Visitor, buddy: int, forged: str) -> None:
    assert "Kies een getal van 0 tot en met 336." in choose(visitor, buddy, notice=forged)
    assert terms(sqlite, buddy) == Terms(24, 0, None, True, False, None, None, False)


def test_why_there_is_no_time_is_said_in_a_sentence(
    sqlite: Database, visitor: Visitor, buddy: int, now: datetime
) -> None:
    with sqlite.writing() as session:
        days_off.add(session, buddy, Days(TUESDAY, TUESDAY), by=make.COORDINATOR, now=now)

    own = free(visitor, buddy)

    assert (
        "Van de 12 uur die u aanbiedt is 6 uur vrij. "
        "Dit valt af: 3 uur door dagen weg, 3 uur omdat het te kort van tevoren is."
    ) in own
    assert "Van de 12 uur die Anna de Vries aanbiedt" in free(visitor.doors.visitor(make.COORDINATOR), buddy)
    assert "19:00–22:00" in own


def test_without_hours_it_says_what_to_do(sqlite: Database, visitor: Visitor, buddy: int, now: datetime) -> None:
    with sqlite.writing() as session:
        availability.set_week(session, buddy, [], by=make.COORDINATOR, now=now)

    assert "Vul eerst de week in." in free(visitor, buddy)


def test_another_buddy_sees_and_changes_nothing(sqlite: Database, visitor: Visitor, buddy: int, now: datetime) -> None:
    add(visitor, buddy, first="2026-12-01")
    other = visitor.doors.visitor(make.buddy_actor(buddy + 1))

    answers = [
        add(other, buddy, first="2026-12-08"), listed(other, buddy), pause(other, buddy, "pause-start"),
        paused(other, buddy), choose(other, buddy, notice="0"), free(other, buddy),
    ]  # fmt: skip
    press(other, "remove", 1, buddy)

    assert ["Dit mag u niet bekijken of wijzigen." in one for one in answers] == [True] * 6
    assert known(sqlite, buddy) == [(TUESDAY, TUESDAY, None, None, False)]
    assert terms(sqlite, buddy) == Terms(24, 0, None, True, False, None, None, False)


def test_a_coordinator_helps(sqlite: Database, visitor: Visitor, buddy: int) -> None:
    staff = visitor.doors.visitor(make.COORDINATOR)

    add(staff, buddy, first="2026-12-01")
    pause(staff, buddy, "pause-start")

    assert known(sqlite, buddy) == [(TUESDAY, TUESDAY, None, None, False)]
    assert "Weer beschikbaar" in paused(staff, buddy)
