"""The sections about one school year over HTTP: the same for exact and published numbers, each with its own."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import combinations
from typing import Any

import pytest
from sqlalchemy.orm import Session

from domain.actors import Actor, Role
from domain.register import counts
from store.database import Database
from tests import make
from tests.conftest import Prepared
from tests.doors import Doors, Visitor

POLICY = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)
SECTIONS = ("plaats", "wie", "gedaan", "samen", "cafes", "dekking")
EXACT = (47, 23, 17, 13)  # none of them a multiple of five


@pytest.fixture
def filled(prepared: Prepared, now: datetime) -> Database:
    places = ("Schoorl", "Alkmaar", "Heiloo", "Uitgeest")
    several = (("D2", "F6"), ("B3",), ("D2",), ("F6",))

    def write(session: Session) -> None:
        for day in (date(2024, 9, 10), date(2025, 9, 10), date(2026, 9, 10)):
            for n, topics, at in zip(EXACT, several, places, strict=True):
                for _ in range(n):
                    make.question(
                        session, now=now, asked_on=day, topics=topics, municipality=at, sector="po", done=("advice",)
                    )
        make.match(session, now=now.replace(year=2025), topics=("F1",))
        counts.publish(session, now=now)

    return prepared(__name__, write)


def body(visitor: Visitor, page: str, part: str, year: str = "2025", groups: object = None) -> Any:
    chosen = [(f"{page}-year", "value", year), (f"{page}-group", "value", groups), (f"{page}-beside", "value", None)]
    output = visitor.doors.output_of(f"{page}-body.children")
    return visitor.call(output, chosen, [(f"{page}-section", "data", part)])


def seen(visitor: Visitor, page: str, part: str, **chosen: Any) -> str:
    return json.dumps(body(visitor, page, part, **chosen).get_json(), ensure_ascii=False)


def said(node: Any) -> Iterator[str]:
    """Every number that a person can read: cells, words above and in pictures, bars; not where things are drawn."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "text" or (key == "x" and isinstance(value, list)):
                yield from (str(one) for one in (value if isinstance(value, list) else [value]))
            elif key == "children" and not isinstance(value, (dict, list)):
                yield str(value)
            elif key not in ("layout", "style", "className", "id") or key == "layout":
                yield from said(value)
    elif isinstance(node, list):
        for one in node:
            yield from said(one) if isinstance(one, (dict, list)) else [str(one)] if isinstance(one, str) else []


def whole_numbers(texts: Iterator[str]) -> set[int]:
    """Without ages, and without bounds: those say what a published number may be at least and at most."""
    plain = (re.sub(r"\d+ tot \d+ jaar|\d+–\d+|(<|minder dan) \d+", "", one) for one in texts)
    return {int(found) for one in plain for found in re.findall(r"(?<![\d,.])\d+(?![\d,.])", one)}


@pytest.mark.parametrize("part", SECTIONS)
def test_policy_staff_read_no_exact_number_in_any_section(filled: Database, now: datetime, part: str) -> None:
    visitor = Doors(filled, now).visitor(POLICY)
    sums = {one + other for one, other in combinations(EXACT, 2)}

    read: set[int] = set()
    for groups in (None, ["D"], ["B", "F"]):
        for year in ("2024", "2025", "2026"):
            read |= whole_numbers(said(body(visitor, "policy", part, year, groups).get_json()))

    assert {one for one in read & {*EXACT, *sums} if one % 5} == set()


@pytest.mark.parametrize("part", SECTIONS)
def test_every_section_shows_something_to_coordinators_and_to_policy_staff(
    filled: Database, now: datetime, part: str
) -> None:
    doors = Doors(filled, now)
    pages = [seen(doors.visitor(who), page, part) for who, page in ((make.COORDINATOR, "trends"), (POLICY, "policy"))]

    assert [("Hoe is dit berekend?" in one, "trend-save" in one) for one in pages] == [(True, True)] * 2


def test_coordinators_read_the_exact_numbers(filled: Database, now: datetime) -> None:
    visitor = Doors(filled, now).visitor(make.COORDINATOR)

    assert {47, 23, 17, 13} <= whole_numbers(said(body(visitor, "trends", "plaats").get_json()))
    assert "De meeste vragen komen uit Bergen (NH.)" in seen(visitor, "trends", "plaats")


def test_a_running_year_shows_policy_staff_the_last_one_that_is_published(filled: Database, now: datetime) -> None:
    visitor = Doors(filled, now).visitor(POLICY)

    page = seen(visitor, "policy", "wie", year="2026")

    assert "Deze cijfers verschijnen één keer per jaar, na afloop van het schooljaar. U ziet nu 2025–2026." in page


def test_before_the_first_year_is_published_policy_staff_hear_when_it_will_be(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for _ in range(20):
            make.question(session, now=now, asked_on=date(2026, 9, 10))
        counts.publish(session, now=now)

    page = seen(Doors(sqlite, now).visitor(POLICY), "policy", "plaats", year="2026")

    assert ("Nog niets vrijgegeven" in page, "Hoe is dit berekend?" in page) == (True, False)


def test_what_comes_together_more_than_by_chance_is_the_title(filled: Database, now: datetime) -> None:
    visitor = Doors(filled, now).visitor(make.COORDINATOR)

    page = seen(visitor, "trends", "samen")

    assert "komen vaker samen voor dan toeval verklaart" in page


def test_coverage_says_in_words_first_where_parents_wait(filled: Database, now: datetime) -> None:
    with filled.writing() as session:
        for n in range(3):
            make.request(session, now=now, name=f"Ouder {n}", email=f"o{n}@example.nl", topics=("E1",))

    page = seen(Doors(filled, now).visitor(make.COORDINATOR), "trends", "dekking")

    assert "Bij Meningsverschil, veiligheid, maatregelen wachten ouders en is weinig plek." in page
    assert page.index("is weinig plek") < page.index("Ouders die wachten, en buddy's met plek")


def test_a_small_flow_is_not_drawn_and_said(filled: Database, now: datetime) -> None:
    page = seen(Doors(filled, now).visitor(POLICY), "policy", "gedaan")

    assert "te klein om te tonen en zijn niet getekend" in page
