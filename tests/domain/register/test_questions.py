"""The register: what is written down, what is refused, what can be put right or taken back."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

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
VOLUNTEER = Actor(name="Wim", roles=frozenset({Role.BUDDY}), account_id=2)


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


def test_undo_takes_the_question_out_and_marks_its_month(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = make.question(session, now=now, by=VOLUNTEER)

    with database.writing() as session:
        questions.undo(session, number, by=VOLUNTEER, now=now + timedelta(minutes=15))

    with database.reading() as session:
        left = session.scalar(select(func.count()).select_from(Question))
        assert (left, len(session.scalars(select(DirtyCell)).all())) == (0, 2)


def test_undo_by_who_registered_ends_after_a_quarter_of_an_hour(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now, by=VOLUNTEER)

    with pytest.raises(Refused, match=r"question\.undo_too_late"), sqlite.writing() as session:
        questions.undo(session, number, by=VOLUNTEER, now=now + timedelta(minutes=16))


def test_nobody_undoes_what_somebody_else_registered(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now, by=COORDINATOR)

    with pytest.raises(Refused, match="not_allowed"), sqlite.writing() as session:
        questions.undo(session, number, by=VOLUNTEER, now=now)


def test_a_coordinator_takes_out_an_old_mistake(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now, by=VOLUNTEER)

    with sqlite.writing() as session:
        questions.undo(session, number, by=COORDINATOR, now=now + timedelta(days=30))

    with sqlite.reading() as session:
        assert session.get(Question, number) is None


def test_a_number_is_never_given_out_again(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = make.question(session, now=now)
        questions.undo(session, number, by=COORDINATOR, now=now)

    with database.writing() as session:
        assert make.question(session, now=now) > number


def test_undoing_twice_says_that_it_is_gone(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now)
        questions.undo(session, number, by=COORDINATOR, now=now)

    with pytest.raises(Refused, match="not_found"), sqlite.writing() as session:
        questions.undo(session, number, by=COORDINATOR, now=now)


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


def test_the_form_has_no_field_that_could_name_somebody(sqlite: Database) -> None:
    with sqlite.reading() as session:
        kinds = {field.kind for field in load(session, "question").fields}

    assert kinds == {"choices", "choice", "date", "number", "yes_no"}
