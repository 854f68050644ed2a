"""Every night one place is counted again: a wrong count is put right and told, what merely waits is not."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from domain.register import counts, recheck
from store.database import Database
from store.models import JournalLine, Municipality
from store.queries.today import today
from store.rollup import put_right
from tests import make
from tests.domain.register.counted import counted_in_python, stored
from tests.doors import Doors

HERE = "GM0361"


@pytest.fixture
def counted(database: Database, now: datetime) -> Database:
    with database.writing() as session:
        for place in (HERE, HERE, "GM0373", None):
            make.question(session, now=now, municipality=place)
        counts.refresh(session, now=now)
    return database


def night_of(session: Session, place: str, now: datetime) -> datetime:
    """The first night from `now` on in which it is the turn of this place."""
    places = ["", *session.scalars(select(Municipality.code).order_by(Municipality.code))]
    days = (places.index(place) - now.date().toordinal()) % len(places)
    return now + timedelta(days=days)


def told(session: Session) -> list[tuple[str, dict[str, object]]]:
    lines = session.scalars(select(JournalLine).where(JournalLine.kind == recheck.DIFFERED))
    return [(line.actor, line.facts) for line in lines]


def spoil(session: Session, place: str) -> None:
    session.execute(
        text("UPDATE rollup SET questions = 99 WHERE municipality = :place AND topic = 'D2'"), {"place": place}
    )


def test_nothing_is_told_when_every_count_is_right(counted: Database, now: datetime) -> None:
    with counted.writing() as session:
        wrong = [recheck.recheck(session, now=now + timedelta(days=night)) for night in range(20)]

        assert (wrong, told(session)) == ([0] * 20, [])


@pytest.mark.parametrize("place", [HERE, ""])
def test_a_wrong_count_is_put_right_and_told_once(counted: Database, now: datetime, place: str) -> None:
    with counted.writing() as session:
        spoil(session, place)
        night = night_of(session, place, now)

        wrong = [recheck.recheck(session, now=night) for _twice in range(2)]

        month = max(month for month, _topic, _place in stored(session))
        assert (wrong, told(session)) == ([1, 0], [("clock", {"place": place, "counts": 1, "last": month})])
        assert stored(session) == counted_in_python(session)


def test_a_wrong_sum_of_all_places_is_found_in_any_night(counted: Database, now: datetime) -> None:
    with counted.writing() as session:
        spoil(session, "*")

        assert recheck.recheck(session, now=now) == 1
        assert stored(session) == counted_in_python(session)


def test_another_place_waits_for_its_turn(counted: Database, now: datetime) -> None:
    with counted.writing() as session:
        spoil(session, "GM0373")
        put_right(session, [(month, "*") for month, _topic, _place in stored(session)])

        wrong = [recheck.recheck(session, now=night_of(session, place, now)) for place in (HERE, "GM0373")]

        assert (wrong, stored(session)) == ([0, 1], counted_in_python(session))


def test_a_sum_that_does_not_add_up_has_all_its_places_counted(counted: Database, now: datetime) -> None:
    with counted.writing() as session:
        spoil(session, "GM0373")

        assert recheck.recheck(session, now=night_of(session, HERE, now)) == 1
        assert stored(session) == counted_in_python(session)


def test_what_waits_to_be_counted_is_no_fault(counted: Database, now: datetime) -> None:
    with counted.writing() as session:
        make.question(session, now=now, municipality=HERE)
        make.question(session, now=now, municipality=HERE, asked_on=now.date() - timedelta(days=90))

        wrong = recheck.recheck(session, now=night_of(session, HERE, now))

        assert (wrong, told(session), stored(session)) == (0, [], counted_in_python(session))


def test_what_waits_with_its_whole_month_is_no_fault(counted: Database, now: datetime) -> None:
    with counted.writing() as session:
        counts.mark_everything(session)
        session.flush()
        spoil(session, HERE)

        assert recheck.recheck(session, now=night_of(session, HERE, now)) == 0


def test_an_empty_register_has_nothing_to_check(database: Database, now: datetime) -> None:
    with database.writing() as session:
        assert recheck.recheck(session, now=now) == 0


def test_the_coordinator_hears_of_it_for_a_week(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.question(session, now=now)
        counts.refresh(session, now=now)
        spoil(session, "*")
        recheck.recheck(session, now=now)

    with sqlite.reading() as session:
        seen = [today(session, now=now + timedelta(days=days)).counts_differed for days in (1, 8)]
    page = Doors(sqlite, now).visitor(make.COORDINATOR).call("today.children", [("today", "id", "today")])
    assert (seen, "Cijfers klopten niet en zijn hersteld" in page.get_data(as_text=True)) == ([1, 0], True)
