"""The tally after a café over HTTP: what it offers, what saving writes, and taking it back."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from dashboard.pages.numbers.tally import FORM, UNDO
from dashboard.parts.fields import field_id
from dashboard.parts.gatherings.event_attendance import way_to_tally
from dashboard.parts.numbers.tally_rows import tally_rows
from domain.gatherings.event_plans import VenuePlan
from store.database import Database
from store.models import Question
from store.queries.gatherings import events as shown
from tests import make
from tests.doors import Doors, Visitor, many, prop_id

TODAY = date(2026, 11, 24)


@pytest.fixture
def visitor(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def cafe(database: Database, now: datetime, **facts: Any) -> int:
    """A café in Bergen about staying at home and dyslexia."""
    facts = {"venue": VenuePlan("De Wilg", "GM0373", "Kerkstraat 1"), "topics": ("D2", "F3"), **facts}
    with database.writing() as session:
        return make.cafe(session, now=now, **facts)


def filled_in(visitor: Visitor, question: str) -> list[object]:
    """With which day and place the page opens."""
    address = [("address", "pathname", "/werk/vragen/turven"), ("address", "search", question)]
    page = visitor.call("..page.children...page-title.data..", address).get_json()
    return [_value(page, field_id(FORM, key)) for key in ("asked_on", "municipality")]


def _value(drawn: Any, name: object) -> object:
    if isinstance(drawn, dict) and drawn.get("id") == name:
        return drawn.get("value")
    inside = drawn.values() if isinstance(drawn, dict) else drawn if isinstance(drawn, list) else ()
    return next((found for one in inside if (found := _value(one, name))), None)


def save(visitor: Visitor, counts: object, token: str = "a" * 32, **about: object) -> dict[str, Any]:
    fields = many(*((field_id(FORM, key), "value", about.get(key)) for key in ("asked_on", "municipality")))
    states = [("tally-counts", "data", counts), ("tally-token", "data", token), (..., "", fields)]
    answer = visitor.call(visitor.doors.output_of("tally-saved.data"), [("tally-save", "n_clicks", 1)], states)
    found: dict[str, Any] = answer.get_json()
    return found


def undo(visitor: Visitor, saved: object) -> str:
    button = {"type": UNDO, "place": "said"}
    pressed = (..., "", many((button, "n_clicks", 1)))
    (output,) = [
        key
        for key, one in visitor.doors.dashboard.callback_map.items()
        if any(UNDO in part["id"] for part in one["inputs"])
    ]
    states = [("tally-saved", "data", saved)]
    return visitor.call(output, [pressed], states, triggered=[prop_id(button, "n_clicks")]).get_data(as_text=True)


def everything(database: Database) -> list[tuple[str, date, str | None]]:
    with database.reading() as session:
        rows = session.scalars(select(Question).order_by(Question.id)).all()
        return [(row.topics[0].code, row.asked_on, row.municipality_code) for row in rows]


def test_saving_writes_each_count_down_on_the_day_and_in_the_place(visitor: Visitor, database: Database) -> None:
    answer = save(visitor, {"D2": 2, "F3": 1}, asked_on="2026-11-20", municipality="Schoorl")

    assert "3 vragen opgeslagen." in str(answer)
    assert everything(database) == [(code, date(2026, 11, 20), "GM0373") for code in ("D2", "D2", "F3")]


def test_what_is_saved_can_be_taken_back_and_is_still_counted(visitor: Visitor, database: Database) -> None:
    saved = save(visitor, {"D2": 2})["response"]["tally-saved"]["data"]

    said = undo(visitor, saved)

    assert ("weer weg" in said, '"D2":2' in said.replace(" ", ""), everything(database)) == (True, True, [])


def test_a_quarter_of_an_hour_later_it_stays(visitor: Visitor, database: Database) -> None:
    saved = save(visitor, {"D2": 1})["response"]["tally-saved"]["data"]
    visitor.doors.now += timedelta(minutes=16)

    said = undo(visitor, saved)

    assert ("Ongedaan maken kan tot 15 minuten na het opslaan." in said, len(everything(database))) == (True, 1)


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [(None, "Er is nog niets geteld."), ({"D2": 61}, "per keer tot 60 vragen"), ({"X9": 1}, "uit de lijst")],
)
def test_what_cannot_be_written_is_said_in_words(
    visitor: Visitor, database: Database, counts: object, sentence: str
) -> None:
    answer = save(visitor, counts)

    assert (sentence in str(answer), everything(database)) == (True, [])


def test_a_day_to_come_is_named_at_its_field(visitor: Visitor, database: Database) -> None:
    answer = save(visitor, {"D2": 1}, asked_on="2030-01-01")

    assert ("Kies een datum tussen 1 januari 2000 en vandaag." in str(answer), everything(database)) == (True, [])


def test_the_day_and_the_place_of_the_gathering_are_filled_in(sqlite: Database, now: datetime) -> None:
    number = cafe(sqlite, now)
    visitor = Doors(sqlite, now + timedelta(days=9)).visitor(make.COORDINATOR)

    assert filled_in(visitor, f"?bijeenkomst={number}") == ["2026-12-01", "Bergen (NH.)"]


@pytest.mark.parametrize("question", ["", "?bijeenkomst=99", "?bijeenkomst=x"])
def test_without_a_gathering_it_is_today_and_nowhere(sqlite: Database, now: datetime, question: str) -> None:
    assert filled_in(Doors(sqlite, now).visitor(make.COORDINATOR), question) == ["2026-11-24", None]


def test_the_topics_of_the_gathering_come_first_then_the_most_used(sqlite: Database, now: datetime) -> None:
    with sqlite.reading() as session:
        page: Any = tally_rows(session, TODAY, ["F3", "D2"])
    rows = page.children[0].children

    assert [(getattr(row, "data-tally"), row.hidden) for row in rows[:2]] == [("F3", False), ("D2", False)]
    assert any(row.hidden for row in rows)


def test_the_way_to_it_stands_at_a_gathering_that_began(sqlite: Database, now: datetime) -> None:
    number = cafe(sqlite, now)
    with sqlite.reading() as session:
        event = shown.event(session, number)
    assert event

    ways = [way_to_tally(event, at) for at in (event.starts_at - timedelta(minutes=1), event.starts_at)]

    assert [getattr(way, "href", None) for way in ways] == [None, f"/werk/vragen/turven?bijeenkomst={number}"]
