"""The page of one buddy: what is known stays known when it is saved."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest

from dashboard.pages.buddying.one_buddy import FORM
from domain.buddying import buddies, rest
from store.database import Database
from store.models import Buddy
from tests import make
from tests.doors import Doors, Visitor, many, prop_id

WHOLE = make.profile(
    phone="06 12345678",
    municipalities=("GM0361", "GM0373"),
    topics=("F1", "B2"),
    in_the_middle=("B2",),
    sectors=("po", "vo"),
    age_bands=("7-9", "10-12"),
    languages=("nl", "pl"),
    travel_km=0,
    max_load=3,
)


def fields(part: Any) -> Iterator[tuple[dict[str, str], object]]:
    """Every field of the form with the value it begins with, in the order of the page."""
    if isinstance(part, list):
        for one in part:
            yield from fields(one)
    elif isinstance(part, dict):
        props = part.get("props", {})
        name = props.get("id")
        if isinstance(name, dict) and name.get("form") == FORM:
            yield name, props.get("value")
        for one in props.values():
            yield from fields(one)


def save_as_it_is(visitor: Visitor, number: int, **changes: object) -> None:
    inputs = [("address", "pathname", f"/werk/buddys/{number}"), ("address", "search", "")]
    page = visitor.call(visitor.doors.output_of("page.children"), inputs).get_json()
    shown = fields(page["response"]["page"]["children"])
    values = many(*((name, "value", changes.get(name["key"], value)) for name, value in shown))
    output = visitor.doors.output_of('"form":"buddy"', "address.href")
    visitor.call(output, [("buddy-save", "n_clicks", 1)], [(..., "", values), ("buddy-number", "data", number)])


def kept(database: Database, number: int) -> dict[str, object]:
    with database.reading() as session:
        row = session.get_one(Buddy, number)
        lived = [(one.topic_code, one.phase) for one in row.topics]
        same = ("name", "email", "phone", "municipality_code", "travel_km", "municipalities", "sectors", "age_bands",
                "contact_modes", "languages", "style", "max_load", "trained_on", "certificate_seen_on")  # fmt: skip
        return {"topics": lived, **{key: getattr(row, key) for key in same}}


def test_saving_what_was_not_touched_changes_nothing(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = buddies.add(session, WHOLE, by=make.COORDINATOR, now=now)
    before = kept(sqlite, number)

    save_as_it_is(Doors(sqlite, now).visitor(make.COORDINATOR), number)

    assert kept(sqlite, number) == before
    assert (before["travel_km"], before["certificate_seen_on"]) == (0, date(2025, 9, 1))


def test_a_topic_that_ended_stays_with_the_buddy_who_lived_through_it(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = buddies.add(session, WHOLE, by=make.COORDINATOR, now=now)
    before = kept(sqlite, number)
    with sqlite.writing() as session:
        make.ended_topic(session, "B2", now=now)
    visitor = Doors(sqlite, now).visitor(make.COORDINATOR)

    save_as_it_is(visitor, number, email="anders@example.nl")

    assert kept(sqlite, number) == {**before, "email": "anders@example.nl"}


def time_and_rest(visitor: Visitor, number: int) -> str:
    output = visitor.doors.output_of("buddy-time.children")
    inputs = [("rest-changed", "data", None), ("buddy-changed", "data", None)]
    return visitor.call(output, inputs, [("buddy-number", "data", number)]).get_data(as_text=True)


def give_rest(visitor: Visitor, number: int, until: object, button: str = "rest-start") -> str:
    buttons = [(one, "n_clicks", 1 if one == button else None) for one in ("rest-start", "rest-end")]
    states = [("rest-until", "value", until), ("buddy-number", "data", number)]
    output = visitor.doors.output_of("rest-changed.data")
    return visitor.call(output, buttons, states, [prop_id(button, "n_clicks")]).get_data(as_text=True)


def test_why_there_is_no_time_stands_on_the_page(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.buddy(session, now=now)
        rest.rest(session, number, date(2026, 12, 2), by=make.COORDINATOR, now=now)

    page = time_and_rest(Doors(sqlite, now).visitor(make.COORDINATOR), number)

    assert (
        "Van de 12 uur die Anna de Vries aanbiedt is 6 uur vrij. "
        "Dit valt af: 6 uur door even adem na een zware koppeling."
    ) in page
    assert "Even adem tot woensdag 2 december 2026." in page


def test_a_rest_begins_and_ends_on_the_page(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.buddy(session, now=now)
    visitor = Doors(sqlite, now).visitor(make.COORDINATOR)

    given = give_rest(visitor, number, "2026-12-24")
    during = kept_rest(sqlite, number)
    give_rest(visitor, number, "2026-12-24", "rest-end")

    assert "Bewaard." in given
    assert (during, kept_rest(sqlite, number)) == (date(2026, 12, 24), None)


@pytest.mark.parametrize("until", [None, "", "2026-11-24", "x", 4])
def test_a_rest_needs_a_day_to_come(sqlite: Database, now: datetime, until: object) -> None:
    with sqlite.writing() as session:
        number = make.buddy(session, now=now)

    assert "Kies een dag die nog komt." in give_rest(Doors(sqlite, now).visitor(make.COORDINATOR), number, until)
    assert kept_rest(sqlite, number) is None


def kept_rest(database: Database, number: int) -> date | None:
    with database.reading() as session:
        return session.get_one(Buddy, number).rest_until
