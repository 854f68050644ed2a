"""Topics over time: what was registered keeps its topic, what comes goes on in the successor, until undone."""

from datetime import date, datetime

import pytest

from domain import topic_history
from domain.refused import Refused
from store.database import Database
from store.models import Question
from store.queries import choices, setup
from store.queries.numbers import exact_joined, topic_changes
from tests import make
from trends.periods import month_of

DAY = date(2026, 11, 1)


def merge(database: Database, now: datetime, code: str = "F3", into: str = "F4") -> None:
    with database.writing() as session:
        topic_history.merge(session, code, into, on=DAY, by=make.COORDINATOR, now=now)


def unmerge(database: Database, now: datetime) -> None:
    with database.writing() as session:
        topic_history.unmerge(session, "F3", by=make.COORDINATOR, now=now)


def offered(database: Database, day: date) -> set[str]:
    with database.reading() as session:
        return {one.code for one in choices.topics(session, ended=True) if one.fits(day)} & {"F3", "F4"}


def test_from_its_day_on_only_the_successor_is_offered(database: Database, now: datetime) -> None:
    merge(database, now)

    assert (offered(database, date(2026, 10, 31)), offered(database, DAY)) == ({"F3", "F4"}, {"F4"})


def test_an_entry_of_before_keeps_its_topic_and_may_still_be_put_on_it(database: Database, now: datetime) -> None:
    with database.writing() as session:
        old = make.question(session, now=now, topics=("F3",), asked_on=date(2026, 10, 1))
    merge(database, now)
    with database.writing() as session:
        make.question(session, now=now, topics=("F3",), asked_on=date(2026, 10, 31))

    with database.reading() as session:
        assert [one.code for one in session.get_one(Question, old).topics] == ["F3"]


def test_an_entry_of_after_it_can_not_be_put_on_it(sqlite: Database, now: datetime) -> None:
    merge(sqlite, now)

    with pytest.raises(Refused, match=r"question\.topic_ended"), sqlite.writing() as session:
        make.question(session, now=now, topics=("F3",), asked_on=DAY)


def test_a_merge_is_taken_back_while_nothing_was_registered_on_the_successor(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.question(session, now=now, topics=("F4",), asked_on=date(2026, 10, 31))
    merge(database, now)

    unmerge(database, now)
    unmerge(database, now)

    assert offered(database, DAY) == {"F3", "F4"}


def test_after_something_was_registered_on_the_successor_it_stays(sqlite: Database, now: datetime) -> None:
    merge(sqlite, now)
    with sqlite.writing() as session:
        make.question(session, now=now, topics=("F4",), asked_on=DAY)

    with pytest.raises(Refused, match=r"topic\.merge_used"):
        unmerge(sqlite, now)


@pytest.mark.parametrize(("code", "into", "key"), [
    ("F3", "F3", "topic.into_itself"), ("F3", "A", "not_found"), ("F4", "F3", "topic.into_itself"),
])  # fmt: skip
def test_a_topic_goes_on_in_another_that_goes_on_itself(
    sqlite: Database, now: datetime, code: str, into: str, key: str
) -> None:
    if code == "F4":
        merge(sqlite, now)
    with pytest.raises(Refused) as refused:
        merge(sqlite, now, code, into)

    assert refused.value.key == key


def test_moved_to_another_group_it_gets_a_code_there_and_the_old_one_stays_in_the_old(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        new = topic_history.move(session, "F3", "B", on=DAY, by=make.COORDINATOR, now=now)

    with database.reading() as session:
        rows = {one.code: one for one in setup.topics(session)}
    assert (new, rows[new].name_nl, rows[new].since) == ("B11", rows["F3"].name_nl, DAY)
    assert (rows["F3"].group, rows["F3"].successor, rows["F3"].until) == ("F", "B11", date(2026, 10, 31))


def test_a_chart_can_say_where_a_topic_began_to_count_something_else(sqlite: Database, now: datetime) -> None:
    merge(sqlite, now)

    with sqlite.reading() as session:
        found = [(one.on, one.code, one.kind, one.other) for one in topic_changes.topic_changes(session)]
    assert found == [(DAY, "F3", "ended", "F4"), (DAY, "F4", "joined", "F3")]


def test_numbers_with_predecessors_count_each_question_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.question(session, now=now, topics=("F3", "F4"), asked_on=date(2026, 10, 1))
        make.question(session, now=now, topics=("F3",), asked_on=date(2026, 10, 2))
        make.question(session, now=now, topics=("F4",), asked_on=DAY)
    merge(database, now)

    with database.reading() as session:
        found = exact_joined.joined(session, range(month_of(DAY) - 12, month_of(DAY) + 1), {"F3": "F4"})["F4"]
    assert found == {month_of(date(2026, 10, 1)): 2, month_of(DAY): 1}


def test_a_buddy_merges_nothing(sqlite: Database, now: datetime) -> None:
    with pytest.raises(Refused, match="not_allowed"), sqlite.writing() as session:
        topic_history.merge(session, "F3", "F4", on=DAY, by=make.buddy_actor(1), now=now)
