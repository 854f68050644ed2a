"""One place, kind of school or age alone: in the address, in words, and never more than what is published."""

from datetime import date, datetime
from typing import Any

import pytest

from dashboard.parts.trends.filters import Filters, Options, filters
from dashboard.parts.trends.narrowing import MANY, SEARCH
from domain.actors import Actor
from domain.register import breakdowns, counts
from domain.register.narrowed import Narrow, Only
from store.database import Database
from store.models import Municipality
from tests import make
from tests.dashboard.trends.trend_numbers import POLICY, numbers_shown
from tests.doors import Doors, many

ALKMAAR = Only(Narrow.PLACE, "GM0361")
OPTIONS = Options((2026, 2025), {"D": "Thuiszitten"}, {ALKMAAR: "Alkmaar"})
SECTIONS = ("", "verschil", "onderwerpen", "drukte", "tabel")


@pytest.fixture
def filled(sqlite: Database, now: datetime) -> Database:
    with sqlite.writing() as session:
        for day in (date(2024, 9, 10), date(2025, 9, 10), date(2026, 9, 10)):
            for place, many in (("Alkmaar", 23), ("Schoorl", 3), ("Heiloo", 7)):
                for _ in range(many):
                    make.question(session, now=now, asked_on=day, topics=("D2",), municipality=place)
        counts.refresh(session, now=now)
        breakdowns.refresh(session, now=now)
        counts.publish(session, now=now)
    return sqlite


def body(database: Database, now: datetime, page: str, actor: Actor, only: str, part: str = "") -> Any:
    doors = Doors(database, now)
    asked: list[tuple[str, str, object]] = [
        (f"{page}-{one}", "value", value) for one, value in (("year", "2026"), ("group", []), ("beside", None))
    ]
    kept = [(f"{page}-section", "data", {"deel": part, "alleen": only})]
    return doors.visitor(actor).call(doors.output_of(f"{page}-body.children"), asked, kept)


def test_what_is_narrowed_to_stands_in_the_address_and_comes_back_from_it() -> None:
    found = filters(["2026", None, None, "tabel", "plek:GM0361"], OPTIONS)

    assert found == Filters(2026, section="tabel", only=ALKMAAR)
    assert found.address == "jaar=2026&deel=tabel&alleen=plek:GM0361"
    assert filters(["2026", None, None, found.kept], OPTIONS) == found


@pytest.mark.parametrize("only", ["plek:GM9999", "x", "", None, 7, {"$ne": 1}])
def test_what_can_not_be_narrowed_to_shows_everything(only: object) -> None:
    assert filters(["2026", None, None, {"deel": "", "alleen": only}], OPTIONS) == Filters(2026)


def test_a_coordinator_sees_one_place_exactly(filled: Database, now: datetime) -> None:
    shown = body(filled, now, "trends", make.COORDINATOR, "plek:GM0361").get_data(as_text=True)

    assert ("U ziet alleen de vragen bij: Alkmaar." in shown, "Toon weer alles" in shown) == (True, True)


@pytest.mark.parametrize("part", SECTIONS)
def test_policy_staff_see_published_numbers_of_one_place_alone(filled: Database, now: datetime, part: str) -> None:
    answer = body(filled, now, "policy", POLICY, "plek:GM0361", part)

    shown = {number % 5 for number in numbers_shown(answer.get_json())}
    assert (answer.status_code, shown <= {0}) == (200, True)
    assert "na afloop van het jaar" in answer.get_data(as_text=True)


def test_a_section_that_can_not_be_narrowed_says_so(filled: Database, now: datetime) -> None:
    shown = body(filled, now, "trends", make.COORDINATOR, "plek:GM0361", "wie").get_data(as_text=True)

    assert "Dit onderdeel toont alle gemeenten, schoolsoorten en leeftijden samen." in shown


def test_many_places_are_a_list_to_search_that_leads_to_the_same_address(filled: Database, now: datetime) -> None:
    doors = Doors(filled, now)
    with filled.writing() as session:
        for number in range(MANY):
            session.add(Municipality(code=f"GX{number:04}", name=f"Plaats {number}", latitude=52, longitude=5,
                                     holiday_region="Noord", neighbours=[], active=True))  # fmt: skip
    picked = many(({"type": SEARCH, "page": "trends", "by": "plek"}, "value", "plek:GM0361"))
    asked: list[tuple[str, str, object]] = [
        (f"trends-{one}", "value", value) for one, value in (("year", "2026"), ("group", []), ("beside", None))
    ]
    callbacks = doors.dashboard.callback_map.items()
    output = next(key for key, one in callbacks if SEARCH in str(one["inputs"]) and "trends" in str(one["inputs"]))
    name = '{"by":"plek","page":"trends","type":"narrow"}.value'

    shown = body(filled, now, "trends", make.COORDINATOR, "", "tabel").get_data(as_text=True)
    states = [*asked, ("trends-section", "data", {"deel": "tabel"})]
    gone = doors.visitor(make.COORDINATOR).call(output, [(..., "", picked)], states, [name])

    assert '"placeholder":"Typ een naam"' in shown
    assert "jaar=2026&deel=tabel&alleen=plek:GM0361" in gone.get_data(as_text=True)
