"""Numbers of one place, kind of school or age: exact for the point itself, as published for policy staff."""

from datetime import date, datetime

import pytest

from domain.register import breakdowns, counts, narrowed, own_numbers, published_numbers
from domain.register.narrowed import Narrow, Only
from store.database import Database
from tests import make

ALKMAAR, SCHOORL = Only(Narrow.PLACE, "GM0361"), Only(Narrow.PLACE, "GM0373")
PRIMARY = Only(Narrow.SECTOR, "po")


@pytest.fixture
def counted(sqlite: Database, now: datetime) -> Database:
    """A school year with fourteen questions from Alkmaar about staying at home and two from Schoorl, and one month."""
    with sqlite.writing() as session:
        for place, many in (("Alkmaar", 14), ("Schoorl", 2)):
            for _ in range(many):
                make.question(session, now=now, asked_on=date(2025, 9, 9), topics=("D2",), municipality=place)
        for _ in range(7):
            make.question(session, now=now, asked_on=date(2026, 9, 9), topics=("D2",), municipality="Alkmaar")
        counts.refresh(session, now=now)
        breakdowns.refresh(session, now=now)
        counts.publish(session, now=now)
    return sqlite


def test_the_point_itself_sees_one_place_by_topic_and_month(counted: Database, now: datetime) -> None:
    with counted.reading() as session:
        found = own_numbers.overview(session, 2026, today=now.date(), only=ALKMAAR)

    assert found
    assert [(bar.code, bar.now.shown) for bar in found.bars] == [("D2", 7)]
    assert (found.all_together.shown, found.verdicts, found.coarser) == (
        7,
        {},
        ("U ziet alleen de vragen bij: Alkmaar.",),
    )


def test_policy_staff_see_one_place_by_group_and_school_year(counted: Database) -> None:
    with counted.reading() as session:
        found = published_numbers.overview(session, 2026, only=ALKMAAR)

    assert found
    assert [(bar.code, bar.now.shown) for bar in found.bars if bar.now.shown] == [("D", 15)]
    assert (found.span.bars[0] // 12, len(found.span.bars), found.coarser[0]) == (
        2025,
        12,
        "U ziet alleen de vragen bij: Alkmaar.",
    )


def test_what_is_too_small_rolls_up_to_the_whole_region_and_says_so(counted: Database) -> None:
    with counted.reading() as session:
        found, whole = (published_numbers.overview(session, 2025, only=only) for only in (SCHOORL, None))

    assert found and whole
    assert found.coarser[0] == "Per gemeente te weinig: dit is de hele regio."
    assert found.all_together == whole.all_together


def test_before_a_year_is_published_everything_is_shown_and_it_is_said_when(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for _ in range(9):
            make.question(session, now=now, asked_on=date(2026, 9, 9), municipality="Alkmaar")
        counts.refresh(session, now=now)
        counts.publish(session, now=now)

    with sqlite.reading() as session:
        found = published_numbers.overview(session, 2026, only=ALKMAAR)
    assert found
    assert "na afloop van een schooljaar" in found.coarser[0]


def test_places_kinds_of_school_and_ages_are_offered(sqlite: Database) -> None:
    with sqlite.reading() as session:
        found = narrowed.offered(session)

    assert (found[ALKMAAR], {one.by for one in found}) == ("Alkmaar", {*Narrow})
