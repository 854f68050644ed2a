"""What the tests say, over HTTP: for coordinators, from what was stored."""

from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from domain.register import testing
from store.database import Database
from tests import make
from tests.conftest import Prepared
from tests.dashboard.trends.trend_numbers import POLICY, body, file
from tests.domain.register.test_testing import fill
from tests.doors import Doors


@pytest.fixture
def tested(prepared: Prepared, now: datetime) -> Database:

    def write(session: Session) -> None:
        fill(session, now)
        testing.test(session, now=now)

    return prepared(__name__, write)


def part(database: Database, now: datetime, key: str, groups: object = None) -> str:
    return str(body(Doors(database, now).visitor(make.COORDINATOR), "trends", "2026", groups, part=key).data.decode())


def test_what_rises_stands_on_top_with_what_was_expected_and_a_second_opinion(tested: Database, now: datetime) -> None:
    shown = part(tested, now, "stijgt")

    assert "Thuiszitten (langer dan 4 weken) stijgt: 36 vragen, te verwachten" in shown
    assert "Een tweede methode ziet dit ook." in shown
    assert shown.index("Een tweede methode ziet dit ook.") < shown.index("te weinig gegevens")


def test_the_long_run_says_percent_per_year_and_how_often_a_fan_held(tested: Database, now: datetime) -> None:
    shown = part(tested, now, "lang")

    assert ["Wat er over de jaren verandert" in shown, " van 81 keer" in shown, "januari 2027" in shown] == [True] * 3
    assert "piek: " in shown or "nieuw niveau vanaf augustus 2026" in shown


def test_a_chosen_group_shows_its_own_topics_alone(tested: Database, now: datetime) -> None:
    shown = part(tested, now, "stijgt", ["B"])

    assert ("Thuiszitten (langer" in shown, "Alle vragen" in shown, "Niets stijgt duidelijk" in shown) == (
        False,
        False,
        True,
    )


def test_before_anything_was_tested_there_is_an_explanation(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        fill(session, now)

    for key in ("stijgt", "lang"):
        assert "Dit is nog niet uitgerekend." in part(sqlite, now, key)


def test_policy_staff_see_none_of_it(tested: Database, now: datetime) -> None:
    visitor = Doors(tested, now).visitor(POLICY)

    shown = body(visitor, "policy", part="stijgt").get_data(as_text=True)

    assert ("tweede methode" in shown, "Stijgt het?" in shown) == (False, False)


def test_the_file_holds_the_tests(tested: Database, now: datetime) -> None:
    visitor = Doors(tested, now).visitor(make.COORDINATOR)

    sheet = file(visitor, "trends").get_data(as_text=True)

    assert ("Thuiszitten (langer dan 4 weken);stijgend;36;" in sheet, "Een tweede methode ziet dit ook." in sheet) == (
        True,
        True,
    )
