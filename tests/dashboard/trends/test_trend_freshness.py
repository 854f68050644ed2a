"""Below each chart stands how fresh its numbers are; when they should have been newer a calm sentence says so."""

from datetime import date, datetime, timedelta

import pytest

from domain.register import breakdowns, counts, testing
from store.database import Database
from tests import make
from tests.dashboard.trends.trend_numbers import POLICY, body, file
from tests.doors import Doors


@pytest.fixture
def counted(sqlite: Database, now: datetime) -> Database:
    """Counted, broken down, tested and published just now."""
    with sqlite.writing() as session:
        for asked_on in (date(2025, 9, 10), date(2026, 9, 10)):
            for _ in range(12):
                make.question(session, now=now, asked_on=asked_on, topics=("D2",))
        counts.refresh(session, now=now)
        breakdowns.refresh(session, now=now)
        testing.test(session, now=now)
        counts.publish(session, now=now)
    return sqlite


def trends(database: Database, now: datetime, part: str = "") -> str:
    return str(body(Doors(database, now).visitor(make.COORDINATOR), "trends", part=part).get_data(as_text=True))


def policy(database: Database, now: datetime) -> str:
    return str(body(Doors(database, now).visitor(POLICY), "policy").get_data(as_text=True))


@pytest.mark.parametrize("part", ["", "verschil", "onderwerpen", "drukte", "tabel", "stijgt", "lang", "plaats", "wie"])
def test_each_chart_says_how_fresh_it_is_and_nothing_more_when_all_is_well(
    counted: Database, now: datetime, part: str
) -> None:
    shown = trends(counted, now, part)

    assert ("Bijgewerkt op dinsdag 24 november 2026 om " in shown, "lopen achter" in shown) == (True, False)


@pytest.mark.parametrize(("part", "hours"), [("", 1), ("verschil", 1), ("wie", 4), ("gedaan", 4), ("stijgt", 4)])
def test_a_section_says_that_its_own_numbers_are_late(counted: Database, now: datetime, part: str, hours: int) -> None:
    shown = trends(counted, now + timedelta(hours=hours), part)

    assert ("lopen achter" in shown, "Wat u opschreef is wel bewaard." in shown) == (True, True)


def test_breakdowns_of_an_hour_ago_are_not_late_while_the_counts_are(counted: Database, now: datetime) -> None:
    later = now + timedelta(hours=1)

    assert ["lopen achter" in trends(counted, later, part) for part in ("", "wie")] == [True, False]


def test_what_is_counted_as_the_page_opens_is_never_late(counted: Database, now: datetime) -> None:
    shown = trends(counted, now + timedelta(days=2), "dekking")

    assert ("Geteld toen u deze pagina opende." in shown, "lopen achter" in shown) == (True, False)


@pytest.mark.parametrize(("day", "late"), [(10, False), (11, False), (12, True)])
def test_policy_staff_hear_when_a_closed_month_is_still_missing(
    counted: Database, now: datetime, day: int, late: bool
) -> None:
    shown = policy(counted, now.replace(month=12, day=day))

    assert ("De cijfers van november 2026 hadden er al moeten zijn." in shown) is late


def test_a_file_says_that_its_numbers_are_late(counted: Database, now: datetime) -> None:
    visitor = Doors(counted, now + timedelta(hours=4)).visitor(make.COORDINATOR)

    assert file(visitor, "trends").get_data(as_text=True).count("Deze cijfers lopen achter") == 1
