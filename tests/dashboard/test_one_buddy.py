"""The page of one buddy: what is known stays known when it is saved."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from dashboard.pages.one_buddy import FORM
from domain.buddying import buddies
from store.database import Database
from store.models import Buddy
from tests import make
from tests.doors import Doors, Visitor, many

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


def save_as_it_is(visitor: Visitor, number: int) -> None:
    inputs = [("address", "pathname", f"/werk/buddys/{number}"), ("address", "search", "")]
    page = visitor.call(visitor.doors.output_of("page.children"), inputs).get_json()
    values = many(*((name, "value", value) for name, value in fields(page["response"]["page"]["children"])))
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
