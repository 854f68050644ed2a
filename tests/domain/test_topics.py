"""Staff name topics, add them and stop using them; codes are never used again."""

from datetime import date, datetime

import pytest

from domain import topics
from domain.refused import Refused
from domain.topics import TopicPlan
from store.database import Database
from store.models import Question
from store.queries import choices, setup
from store.queries.setup import TopicRow
from tests import make


def row(database: Database, code: str) -> TopicRow:
    with database.reading() as session:
        return next(one for one in setup.topics(session) if one.code == code)


def add(database: Database, now: datetime, group: str = "F", **facts: object) -> str:
    plan = TopicPlan(**{"name_nl": "Tics en tourette", **facts})  # type: ignore[arg-type]
    with database.writing() as session:
        return topics.add(session, group, plan, by=make.COORDINATOR, now=now)


def change(database: Database, now: datetime, code: str, **facts: object) -> None:
    plan = TopicPlan(**{"name_nl": "Autisme", **facts})  # type: ignore[arg-type]
    with database.writing() as session:
        topics.change(session, code, plan, by=make.COORDINATOR, now=now)


def test_a_new_topic_stands_at_the_end_of_its_group_with_a_code_of_its_own(database: Database, now: datetime) -> None:
    codes = [add(database, now), add(database, now, name_nl="Slaap")]

    with database.reading() as session:
        order = [one.code for one in choices.topics(session)]
    assert codes == ["F13", "F14"]
    assert order[order.index("F12") :][:4] == ["F12", "F13", "F14", "G1"]


def test_a_code_is_not_used_again_after_its_topic_went_out_of_use(sqlite: Database, now: datetime) -> None:
    first = add(sqlite, now)
    change(sqlite, now, first, name_nl="Tics", until=date(2026, 11, 24))

    assert add(sqlite, now) == "F14"


def test_a_topic_gets_other_names_and_marks(database: Database, now: datetime) -> None:
    change(database, now, "F6", name_nl="  Autisme   (ass) ", name_en="Autism", favourite=False, sensitive=False)

    expected = TopicRow("F6", "F", "Autisme (ass)", "Autism", favourite=False, sensitive=False, neighbours=())
    assert row(database, "F6") == expected


def test_neighbours_are_read_from_both_sides(database: Database, now: datetime) -> None:
    change(database, now, "F6", neighbours=("A1", "F9"))

    assert row(database, "F6").neighbours == ("A1", "F9")
    assert "F6" in row(database, "A1").neighbours


def test_out_of_use_it_can_not_be_chosen_and_what_was_registered_keeps_it(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now, topics=("F6",))
    change(sqlite, now, "F6", until=date(2026, 11, 24), favourite=True)

    with sqlite.reading() as session:
        assert "F6" not in {one.code for one in choices.topics(session)}
        assert [one.code for one in session.get_one(Question, number).topics] == ["F6"]
    assert (row(sqlite, "F6").in_use, row(sqlite, "F6").favourite) == (False, False)


def test_back_in_use_it_can_be_chosen_again(sqlite: Database, now: datetime) -> None:
    change(sqlite, now, "F6", until=date(2026, 11, 24))
    change(sqlite, now, "F6")

    with sqlite.reading() as session:
        assert "F6" in {one.code for one in choices.topics(session)}


@pytest.mark.parametrize(("name", "key"), [(" ", "topic.name_needed"), ("dyslexie", "topic.name_taken")])
def test_a_name_is_needed_and_of_one_topic_only(sqlite: Database, now: datetime, name: str, key: str) -> None:
    with pytest.raises(Refused) as refused:
        change(sqlite, now, "F6", name_nl=name)

    assert (refused.value.key, refused.value.field) == (key, "name_nl")


@pytest.mark.parametrize("neighbour", ["Z9", "A"])
def test_only_a_topic_can_be_a_neighbour(sqlite: Database, now: datetime, neighbour: str) -> None:
    with pytest.raises(Refused, match="not_found"):
        change(sqlite, now, "F6", neighbours=(neighbour,))


@pytest.mark.parametrize("group", ["F6", "Z"])
def test_a_topic_is_added_to_a_group_only(sqlite: Database, now: datetime, group: str) -> None:
    with pytest.raises(Refused, match="not_found"):
        add(sqlite, now, group)


def test_a_group_gets_another_name(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        topics.rename_group(session, "G", "Thuis", "Home", by=make.COORDINATOR, now=now)

    assert row(sqlite, "G").name_nl == "Thuis"


def test_a_buddy_changes_nothing(sqlite: Database, now: datetime) -> None:
    with pytest.raises(Refused, match="not_allowed"), sqlite.writing() as session:
        topics.change(session, "F6", TopicPlan("X"), by=make.buddy_actor(1), now=now)


def test_a_topic_gets_words_to_be_found_by(database: Database, now: datetime) -> None:
    change(database, now, "F6", synonyms=(" ass ", "asperger", "", "ass"))

    assert row(database, "F6").synonyms == ("ass", "asperger")


def test_a_topic_changes_places_with_the_one_before_it(database: Database, now: datetime) -> None:
    with database.writing() as session:
        topics.swap(session, "F2", earlier=True, by=make.COORDINATOR, now=now)
        topics.swap(session, "F2", earlier=True, by=make.COORDINATOR, now=now)

    with database.reading() as session:
        assert [one.code for one in setup.topics(session) if one.group == "F"][:3] == ["F2", "F1", "F3"]
