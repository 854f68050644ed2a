"""The register: what is written down, what is refused, what can be put right."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from domain.actors import Actor, Role
from domain.checking import check
from domain.forms import load
from domain.refused import Refused
from domain.register import questions
from store.database import Database
from store.models import DirtyCell, JournalLine, Question
from tests import make
from trends.periods import month_of

COORDINATOR = Actor(name="Marieke", roles=frozenset({Role.COORDINATOR}), account_id=1)


def test_topic_and_channel_are_enough(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now)

    with sqlite.reading() as session:
        row = session.get_one(Question, number)
        assert ([one.code for one in row.topics], row.channel, row.asked_on, row.municipality_code, row.closed) == (
            ["D2"], "phone", date(2026, 11, 24), None, True,
        )  # fmt: skip


@pytest.mark.parametrize("missing", [{"topics": ()}, {"channel": None}, {"topics": ("D2", "D3", "B1", "B2")}])
def test_without_topic_or_channel_or_with_four_topics_the_field_is_named(
    sqlite: Database, now: datetime, missing: dict[str, Any]
) -> None:
    with pytest.raises(Refused) as refused, sqlite.writing() as session:
        make.question(session, now=now, **missing)

    assert refused.value.field == next(iter(missing))


@pytest.mark.parametrize("topics", [("D",), ("D2", "X9")])
def test_a_group_or_an_unknown_code_is_no_topic(sqlite: Database, now: datetime, topics: tuple[str, ...]) -> None:
    with pytest.raises(Refused, match=r"question\.topics"), sqlite.writing() as session:
        make.question(session, now=now, topics=topics)


@pytest.mark.parametrize("place", ["Schoorl", "schoorl ", "Bergen (NH.)", "GM0373"])
def test_a_village_is_kept_as_its_municipality(sqlite: Database, now: datetime, place: str) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now, municipality=place)

    with sqlite.reading() as session:
        assert session.get_one(Question, number).municipality_code == "GM0373"


def test_an_unknown_place_is_refused(sqlite: Database, now: datetime) -> None:
    with pytest.raises(Refused, match=r"question\.place"), sqlite.writing() as session:
        make.question(session, now=now, municipality="Atlantis")


def test_today_is_the_day_in_the_netherlands(sqlite: Database) -> None:
    just_past_midnight = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)

    with sqlite.writing() as session:
        number = make.question(session, now=just_past_midnight)

    with sqlite.reading() as session:
        row = session.get_one(Question, number)
        assert (row.asked_on, row.month) == (date(2026, 7, 1), month_of(date(2026, 7, 1)))


@pytest.mark.parametrize("day", [date(2026, 11, 25), date(206, 11, 24)])
def test_tomorrow_and_long_ago_are_refused(sqlite: Database, now: datetime, day: date) -> None:
    with pytest.raises(Refused, match=r"question\.date"), sqlite.writing() as session:
        make.question(session, now=now, asked_on=day)


def test_the_journal_holds_the_number_and_nothing_of_the_content(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = make.question(session, now=now, by=COORDINATOR, municipality="Schoorl", minutes=12)

    with database.reading() as session:
        line = session.scalars(select(JournalLine)).one()
        assert (line.kind, line.subject_kind, line.subject_id, line.actor, line.facts) == (
            "question.registered", "question", number, "account:1", {},
        )  # fmt: skip


def test_a_change_marks_the_old_month_and_the_new_one(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = make.question(session, now=now, asked_on=date(2026, 9, 3))
        values: dict[str, Any] = {"topics": ("B3",), "channel": "mail", "asked_on": date(2026, 10, 3), "open": True}
        questions.change(session, number, values, by=COORDINATOR, now=now)

    with database.reading() as session:
        row = session.get_one(Question, number)
        assert ([one.code for one in row.topics], row.channel, row.closed) == (["B3"], "mail", False)
        assert set(session.scalars(select(DirtyCell.month))) == {row.month, row.month - 1}


def test_what_the_form_lets_through_can_be_registered(sqlite: Database, now: datetime) -> None:
    typed = {
        "topics": ["D2", "F6"], "channel": "phone", "asked_on": "2026-11-20", "municipality": "Schoorl",
        "asker": "parent", "sector": "po", "age_band": "7-9", "phase": "home", "how_found": "website",
        "done": ["listening", "referral"], "referred_to": "consultant", "minutes": 25, "language": "nl", "open": True,
    }  # fmt: skip

    with sqlite.writing() as session:
        checked = check(load(session, "question"), typed)
        number = questions.register(session, checked.values, by=COORDINATOR, now=now)

    with sqlite.reading() as session:
        row = session.get_one(Question, number)
        assert checked.errors == {}
        assert (row.asker, row.minutes, row.done, row.closed) == ("parent", 25, ["listening", "referral"], False)


def test_a_form_that_is_sent_twice_counts_once(database: Database, now: datetime) -> None:
    values: dict[str, Any] = {"topics": ("D2",), "channel": "phone"}
    numbers = []
    for _ in range(2):
        with database.writing() as session:
            numbers.append(questions.register(session, values, by=COORDINATOR, now=now, token="a" * 32))

    with database.reading() as session:
        kinds = list(session.scalars(select(JournalLine.kind)))
    assert (len(set(numbers)), kinds) == (1, ["question.registered"])


def test_what_was_added_before_a_form_was_sent_again_is_kept(sqlite: Database, now: datetime) -> None:
    for minutes in (None, 25):
        with sqlite.writing() as session:
            values: dict[str, Any] = {"topics": ("D2",), "channel": "phone", "minutes": minutes}
            questions.register(session, values, by=COORDINATOR, now=now, token="a" * 32)

    with sqlite.reading() as session:
        assert [row.minutes for row in session.scalars(select(Question))] == [25]


def test_a_form_that_was_refused_may_be_sent_again(sqlite: Database, now: datetime) -> None:
    with pytest.raises(Refused), sqlite.writing() as session:
        questions.register(session, {"topics": ("D2",)}, by=COORDINATOR, now=now, token="a" * 32)
    with sqlite.writing() as session:
        values: dict[str, Any] = {"topics": ("D2",), "channel": "phone"}
        number = questions.register(session, values, by=COORDINATOR, now=now, token="a" * 32)

    with sqlite.reading() as session:
        assert session.get_one(Question, number).channel == "phone"


def test_a_change_of_what_somebody_else_changed_meanwhile_is_refused(database: Database, now: datetime) -> None:
    values: dict[str, Any] = {"topics": ("D2",), "channel": "mail"}
    with database.writing() as session:
        number = make.question(session, now=now)
        questions.change(session, number, values, by=COORDINATOR, now=now, seen=1)

    with pytest.raises(Refused, match=r"question\.changed_meanwhile"), database.writing() as session:
        questions.change(session, number, values, by=COORDINATOR, now=now, seen=1)


def test_a_change_that_changes_nothing_leaves_no_trace(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now)
        questions.change(session, number, {"topics": ("D2",), "channel": "phone"}, by=COORDINATOR, now=now)

    with sqlite.reading() as session:
        lines = session.scalars(select(JournalLine.kind)).all()
        assert (session.get_one(Question, number).revision, lines) == (1, ["question.registered"])
