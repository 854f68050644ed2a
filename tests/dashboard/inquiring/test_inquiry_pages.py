"""One question from a parent as coordinators see it: answered, phoned, closed, counted."""

import json
from datetime import datetime

import pytest

from domain import catalogue
from domain.inquiring import answering
from domain.inquiring.standard_answers import CATALOGUE
from i18n import speaking
from store.database import Database
from store.door_states import InquiryKind, InquiryState
from store.models import Inquiry, Question
from store.queries import inquiries
from tests import make
from tests.dashboard.inquiring.inquiry_page import OTHER, opened, press, staff, written


def row(database: Database) -> Inquiry:
    with database.reading() as session:
        return session.query(Inquiry).one()


def test_one_question_says_how_the_answer_arrives(sqlite: Database, now: datetime) -> None:
    number = written(sqlite, now=now).id

    page = opened(staff(sqlite, now), number)

    assert "Wat is een TLV?" in page
    assert "De vrager leest het antwoord met de code." in page


def test_a_question_that_was_erased_says_so(sqlite: Database, now: datetime) -> None:
    assert "Deze vraag is er niet meer." in opened(staff(sqlite, now), 12)


def test_an_answer_is_sent(sqlite: Database, now: datetime) -> None:
    number = written(sqlite, now=now).id

    said = press(staff(sqlite, now), "send", number, words="Een verklaring.")

    assert "Het antwoord staat klaar." in said
    assert row(sqlite).state is InquiryState.ANSWERED


def test_the_same_answer_twice_is_one_answer(sqlite: Database, now: datetime) -> None:
    number, visitor = written(sqlite, now=now).id, staff(sqlite, now)

    said = [press(visitor, "send", number, words="Een verklaring.") for _time in range(2)]

    with sqlite.reading() as session:
        one = inquiries.one(session, number)
        assert one
        assert (len(one.messages), ["Het antwoord staat klaar." in one for one in said]) == (2, [True, True])


def test_what_is_wrong_with_an_answer_is_said_at_its_field(sqlite: Database, now: datetime) -> None:
    number = written(sqlite, now=now).id

    answer = json.loads(press(staff(sqlite, now), "send", number, words="  "))

    assert answer["response"]["inquiry-answer"]["error"] == "Schrijf eerst een antwoord."


def test_a_call_in_vain_keeps_what_was_typed(sqlite: Database, now: datetime) -> None:
    number, visitor = written(sqlite, now=now, name="Farida", phone="06 12345678").id, staff(sqlite, now)

    told = json.loads(press(visitor, "not-reached", number, words="Half"))["response"]["inquiry-changed"]["data"]

    assert '"Half"' in opened(visitor, number, told)


def test_a_standard_answer_is_in_the_language_of_who_asked(sqlite: Database, now: datetime) -> None:
    with speaking("en"):
        number = written(sqlite, now=now).id

    page = opened(staff(sqlite, now), number)

    assert ("Talk to the school first" in page, "First ask for a talk" in page, "Eerst praten met school" in page) == (
        False, True, True
    )  # fmt: skip


def test_without_standard_answers_it_says_where_to_make_one(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for one in catalogue.entries(session, CATALOGUE):
            catalogue.switch(session, CATALOGUE, one.key, active=False, by=make.COORDINATOR, now=now)

    assert "U hebt nog geen standaardantwoorden." in opened(staff(sqlite, now), written(sqlite, now=now).id)


@pytest.mark.parametrize(("act", "state"), [("phoned", InquiryState.CLOSED), ("not-reached", InquiryState.OPEN)])
def test_a_call_is_noted(sqlite: Database, now: datetime, act: str, state: InquiryState) -> None:
    number = written(sqlite, "", now=now, kind=InquiryKind.CALL_BACK, name="Farida", phone="06 12345678").id

    press(staff(sqlite, now), act, number)

    assert row(sqlite).state is state


def test_closing_is_undone(sqlite: Database, now: datetime) -> None:
    number, visitor = written(sqlite, now=now).id, staff(sqlite, now)

    press(visitor, "close", number)
    press(visitor, "reopen", number)

    assert row(sqlite).state is InquiryState.OPEN


def test_a_draft_is_kept(sqlite: Database, now: datetime) -> None:
    number, visitor = written(sqlite, now=now).id, staff(sqlite, now)
    states: list[tuple[str, str, object]] = [
        ("inquiry-answer", "value", "Beste ou"),
        ("inquiry-kept", "data", ""),
        ("inquiry-seen", "data", 1),
        ("inquiry-number", "data", number),
    ]

    said = visitor.call(visitor.doors.output_of("inquiry-draft-said"), [("inquiry-pause", "n_intervals", 1)], states)

    assert "Concept bewaard." in said.get_data(as_text=True)
    assert row(sqlite).draft == "Beste ou"


def test_one_click_counts_it_in_the_register(sqlite: Database, now: datetime) -> None:
    number, visitor = written(sqlite, now=now, topic_code="C1").id, staff(sqlite, now)
    states: list[tuple[str, str, object]] = [
        ("inquiry-topics", "value", ["C1"]),
        ("inquiry-answer", "value", ""),
        ("inquiry-number", "data", number),
    ]
    (output,) = [
        key
        for key, made in visitor.doors.dashboard.callback_map.items()
        if any(one["id"] == "inquiry-count" for one in made["inputs"])
    ]

    visitor.call(output, [("inquiry-count", "n_clicks", 1)], states)

    with sqlite.reading() as session:
        question = session.query(Question).one()
        assert ([one.code for one in question.topics], question.channel, question.asker) == (["C1"], "form", "parent")
    assert row(sqlite).in_register


def test_somebody_elses_draft_is_named(sqlite: Database, now: datetime) -> None:
    number = written(sqlite, now=now).id
    with sqlite.writing() as session:
        answering.keep_draft(session, number, "Beste", seen=1, by=OTHER)

    assert "begon aan dit antwoord." in opened(staff(sqlite, now), number)
