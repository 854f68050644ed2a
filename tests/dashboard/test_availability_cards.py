"""The cards below the week: days that differ, a pause, terms, and what is free; one's own only."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from dashboard.parts.availability.days_off_card import FORM
from dashboard.parts.availability.days_off_list import ACT
from domain.availability import availability, days_off
from domain.availability.days_off import Days
from store.database import Database
from store.models import Buddy
from store.queries.free_time import Terms, other_days, terms_of
from tests import appointed, make
from tests.doors import Doors, Visitor, many, prop_id

TODAY = date(2026, 11, 24)
TUESDAY = date(2026, 12, 1)
KEYS = ("way", "first", "last", "start", "end")


@pytest.fixture
def buddy(sqlite: Database, now: datetime) -> int:
    with sqlite.writing() as session:
        return make.buddy(session, now=now)


@pytest.fixture
def visitor(sqlite: Database, buddy: int, now: datetime) -> Visitor:
    return Doors(sqlite, now).visitor(make.buddy_actor(buddy))


def add(visitor: Visitor, number: int, **typed: str) -> str:
    given = {"way": "away", **typed}
    values = many(*(({"type": "field", "form": FORM, "key": key}, "value", given.get(key)) for key in KEYS))
    output = visitor.doors.output_of('"form":"days_off"', "days-off-changed.data")
    inputs, states = [("days-off-add", "n_clicks", 1)], [(..., "", values), ("week-of", "data", number)]
    return visitor.call(output, inputs, states).get_data(as_text=True)


def listed(visitor: Visitor, number: int, changed: Any = None) -> str:
    inputs, states = [("days-off-changed", "data", changed)], [("week-of", "data", number)]
    return visitor.call("days-off-list.children", inputs, states).get_data(as_text=True)


def press(visitor: Visitor, what: str, row: int, number: int, changed: Any = None) -> Any:
    name = {"type": ACT, "what": what, "number": row}
    answer = visitor.call(
        visitor.doors.output_of("days-off-changed.data@"),
        [(..., "", many((name, "n_clicks", 1)))],
        [("days-off-changed", "data", changed), ("week-of", "data", number)],
        [prop_id(name, "n_clicks")],
    )
    return answer.get_json()["response"].get("days-off-changed", {}).get("data")


def pause(visitor: Visitor, number: int, button: str, until: str | None = None) -> str:
    buttons = [(one, "n_clicks", 1 if one == button else None) for one in ("pause-start", "pause-end")]
    states = [("pause-until", "value", until), ("week-of", "data", number)]
    answer = visitor.call(
        visitor.doors.output_of("pause-changed.data"), buttons, states, [prop_id(button, "n_clicks")]
    )  # fmt: skip
    return answer.get_data(as_text=True)


def paused(visitor: Visitor, number: int) -> str:
    output = visitor.doors.output_of("pause-said.children")
    inputs, states = [("pause-changed", "data", None)], [("week-of", "data", number)]
    return visitor.call(output, inputs, states).get_data(as_text=True)


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


def known(database: Database, number: int) -> list[tuple[date, date, int | None, int | None, bool]]:
    with database.reading() as session:
        found = other_days(session, number, TODAY)
    return [(one.first_day, one.last_day, one.start, one.end, one.available) for one in found]


def terms(database: Database, number: int) -> Terms | None:
    with database.reading() as session:
        return terms_of(session, number)


def test_a_holiday_is_added_and_seen(sqlite: Database, visitor: Visitor, buddy: int) -> None:
    answer = add(visitor, buddy, first="2026-12-21", last="2027-01-03")

    assert "Bewaard." in answer
    assert known(sqlite, buddy) == [(date(2026, 12, 21), date(2027, 1, 3), None, None, False)]
    assert "Maandag 21 december tot en met zondag 3 januari" in listed(visitor, buddy)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ({"way": "extra", "start": "09:00", "end": "10:30"}, (540, 630, True)),
        ({"start": "19:00", "end": "00:00"}, (1140, 1440, False)),
        ({"start": "19:00"}, (1140, 1440, False)),
        ({"end": "20:00"}, (0, 1200, False)),
    ],
)
def test_hours_of_one_day(
    sqlite: Database, visitor: Visitor, buddy: int, typed: dict[str, str], hours: tuple[int, int, bool]
) -> None:
    add(visitor, buddy, first="2026-12-01", **typed)

    assert known(sqlite, buddy) == [(TUESDAY, TUESDAY, *hours)]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Vul in: Eerste dag"),
        ({"first": "2026-12-08", "last": "2026-12-01"}, "De laatste dag kan niet voor de eerste dag liggen."),
        ({"first": "2026-11-01"}, "Deze dagen zijn al voorbij."),
        ({"first": "2026-12-01", "way": "extra"}, "Vul in van hoe laat tot hoe laat er extra tijd is."),
        ({"first": "2026-12-01", "start": "12:00", "end": "11:00"}, "De eindtijd moet na de begintijd liggen."),
        ({"first": "2026-12-01", "way": "maybe"}, "Kies uit de lijst: Wat is er anders?"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    sqlite: Database, visitor: Visitor, buddy: int, typed: dict[str, str], said: str
) -> None:
    assert said in add(visitor, buddy, **typed)
    assert known(sqlite, buddy) == []


def test_what_was_removed_can_be_put_back(sqlite: Database, visitor: Visitor, buddy: int) -> None:
    add(visitor, buddy, first="2026-12-01", start="19:00", end="20:00")
    (before,) = known(sqlite, buddy)

    changed = press(visitor, "remove", 1, buddy)
    gone, said = known(sqlite, buddy), listed(visitor, buddy, changed)
    press(visitor, "back", 0, buddy, changed)

    assert gone == []
    assert "Weggehaald: dinsdag 1 december, 19:00–20:00." in said
    assert "Zet terug" in said
    assert known(sqlite, buddy) == [before]


@pytest.mark.parametrize(
    "kept", [None, 3, {}, {"removed": 4}, {"removed": {"first": "x", "last": "2026-12-01", "hours": None, "extra": 1}},
             {"removed": {"first": "2026-12-01", "last": "2026-12-01", "hours": [1], "extra": False}}],
)  # fmt: skip
def test_a_forged_memory_puts_nothing_back(sqlite: Database, visitor: Visitor, buddy: int, kept: Any) -> None:
    press(visitor, "back", 0, buddy, kept)

    assert known(sqlite, buddy) == []
    assert "Zet terug" not in listed(visitor, buddy, kept)


def test_who_is_away_hears_of_an_appointment_on_that_day(sqlite: Database, visitor: Visitor, now: datetime) -> None:
    with sqlite.writing() as session:
        match = appointed.running(session, 1, now=now)
    appointed.planned(sqlite, match, now + timedelta(days=7, hours=9), now=now)

    add(visitor, 1, first="2026-12-01")

    assert "Let op: er staat dan een afspraak, dinsdag 1 december, 20:00. Die blijft staan." in listed(visitor, 1)
    assert "Naar mijn afspraken" in listed(visitor, 1)
    assert "Naar mijn afspraken" not in listed(visitor.doors.visitor(make.COORDINATOR), 1)


@pytest.mark.parametrize("hours", [{"start": "09:00", "end": "20:00"}, {"start": "21:00", "end": "22:00"}])
def test_an_appointment_at_another_hour_is_not_in_the_way(
    sqlite: Database, visitor: Visitor, now: datetime, hours: dict[str, str]
) -> None:
    with sqlite.writing() as session:
        match = appointed.running(session, 1, now=now)
    appointed.planned(sqlite, match, now + timedelta(days=7, hours=9), now=now)

    add(visitor, 1, first="2026-12-01", **hours)

    assert "Let op" not in listed(visitor, 1)


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
