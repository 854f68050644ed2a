"""The parts of a school year in exact numbers, and the same question to what is published."""

from datetime import date, datetime

import pytest
from sqlalchemy.orm import Session

from domain.register import breakdowns, counts, own_parts, own_work, published_parts
from store.database import Database
from tests import make
from trends.disclosure import Sum, exact


def ask(session: Session, now: datetime, day: date, n: int, *topics: str, place: str | None = None) -> None:
    for _ in range(n):
        make.question(
            session, now=now, asked_on=day, topics=topics or ("D2",), municipality=place, sector="po", done=("advice",)
        )


@pytest.fixture
def filled(database: Database, now: datetime) -> Database:
    with database.writing() as session:
        ask(session, now, date(2024, 8, 10), 4)
        ask(session, now, date(2025, 9, 10), 6, place="Heiloo")
        ask(session, now, date(2025, 12, 10), 30)
        ask(session, now, date(2026, 9, 10), 11, "D2", "B2", place="Heiloo")
        ask(session, now, date(2026, 11, 10), 50)
        counts.refresh(session, now=now)
        breakdowns.refresh(session, now=now)
    return database


def test_a_running_year_counts_whole_months_beside_the_same_months_before(filled: Database) -> None:
    with filled.reading() as session:
        po = next(part for part in own_parts.sectors(session, 2026, ()) if part.code == "po")

    assert (po.now, po.before) == (exact(11), exact(6))


def test_several_years_before_are_their_mean_and_nothing_before_the_first_question(filled: Database) -> None:
    with filled.reading() as session:
        found = [own_parts.sectors(session, 2026, (), back)[1] for back in ((1, 2), (3,))]

    assert [part.before for part in found] == [exact(5), None]


def test_the_groups_that_were_chosen_are_added_up(filled: Database) -> None:
    with filled.reading() as session:
        heiloo = [
            next(part.now for part in own_parts.places(session, 2026, groups) if part.name == "Heiloo")
            for groups in ((), ("D",), ("B", "D"))
        ]

    assert heiloo == [exact(11), exact(11), exact(22)]


def test_what_was_done_has_no_part_for_nothing(filled: Database) -> None:
    with filled.reading() as session:
        found = {part.code: part.now.shown for part in own_parts.done(session, 2025, ())}

    assert (found["advice"], "" in found) == (36, False)


def test_topics_that_come_together_are_a_pair_once(filled: Database) -> None:
    with filled.reading() as session:
        pairs = [(one.group, one.other, one.now) for one in own_parts.pairs(session, 2026)]
        topics = {part.code: part.now for part in own_parts.topics(session, 2026, ["B"])}

    assert (pairs, topics["B2"], "D2" in topics) == ([("B2", "D2", exact(11))], exact(11), False)


def test_everything_and_the_years_are_those_of_the_register(filled: Database) -> None:
    with filled.reading() as session:
        assert own_parts.years(session) == (2026, 2025, 2024)
        assert own_parts.everything(session, 2025) == exact(36)


def test_what_is_published_says_the_same_within_its_bounds(filled: Database, now: datetime) -> None:
    with filled.writing() as session:
        counts.publish(session, now=now)

    with filled.reading() as session:
        found = {part.code: part.now for part in published_parts.places(session, 2025, ["D"])}
        all_groups = {part.code: part.now for part in published_parts.done(session, 2025, ())}
        assert published_parts.years(session)[0] == 2025
        assert published_parts.everything(session, 2025) == Sum(33, 79, 35, hidden=10)

    assert found["GM0399"] == Sum(5, 7, 5)
    assert (all_groups["advice"].low, all_groups["advice"].hidden) == (33, 6)


def test_matching_steps_of_a_running_year_stand_beside_the_same_months(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.match(session, now=now.replace(month=9))
        ask(session, now, date(2026, 9, 10), 1)
        counts.refresh(session, now=now)

    with sqlite.reading() as session:
        found, before = own_work.funnel(session, 2026), own_work.funnel(session, 2026, 1)
        assert (found and found.matches, before and before.matches) == (exact(1), exact(0))
        days = own_work.days_to_match(session, 2026)
        assert (days and days.n, own_work.days_of_match(session, 2026)) == (1, None)
