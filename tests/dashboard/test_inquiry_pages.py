"""Questions from parents as coordinators see them: the queue, the phone list, one question, today."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from dashboard.parts.inquiring.conversation import ACTS
from domain import catalogue
from domain.actors import Actor, Role
from domain.inquiring import answering
from domain.inquiring.asking import Receipt
from domain.inquiring.standard_answers import CATALOGUE
from i18n import speaking
from store.database import Database
from store.door_states import InquiryKind, InquiryState
from store.models import Inquiry, Question
from store.queries import inquiries
from store.sessions import Session
from tests import make
from tests.counting import counted
from tests.domain.inquiring.asked import asked
from tests.doors import Doors, Visitor

OTHER = Actor(name="Omar", roles=frozenset({Role.COORDINATOR}), account_id=2)


def written(database: Database, words: str = "Wat is een TLV?", *, now: datetime, **facts: Any) -> Receipt:
    with database.writing() as session:
        return asked(session, words, now=now, seed=words, **facts)


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def listed(visitor: Visitor, chosen: str, page: int = 1) -> str:
    inputs = [("inquiries-state", "value", chosen), ("inquiries-page", "value", page)]
    output = visitor.doors.output_of("inquiries-list.children")
    return visitor.call(output, inputs, (), ["inquiries-page.value"]).get_data(as_text=True)


def opened(visitor: Visitor, number: int, changed: object = None, shown: object = None) -> str:
    inputs: list[tuple[str, str, object]] = [("inquiry-number", "data", number), ("inquiry-changed", "data", changed)]
    output = visitor.doors.output_of("inquiry.children")
    return visitor.call(output, inputs, [("inquiry-shown", "data", shown)]).get_data(as_text=True)


def shown_of(page: str) -> object:
    """What the browser keeps of what was drawn."""
    return json.loads(page)["response"]["inquiry-shown"]["data"]


def press(visitor: Visitor, act: str, number: int, *, words: str = "", seen: int = 1) -> str:
    inputs: list[tuple[str, str, object]] = [(f"inquiry-{one}", "n_clicks", int(one == act)) for one in ACTS]
    states: list[tuple[str, str, object]] = [
        ("inquiry-answer", "value", words),
        ("inquiry-seen", "data", seen),
        ("inquiry-number", "data", number),
    ]
    output = visitor.doors.output_of("inquiry-answer.error")
    return visitor.call(output, inputs, states, [f"inquiry-{act}.n_clicks"]).get_data(as_text=True)


def row(database: Database) -> Inquiry:
    with database.reading() as session:
        return session.query(Inquiry).one()


def test_the_queue_shows_who_is_late_first(sqlite: Database, now: datetime) -> None:
    written(sqlite, "Nieuwe vraag", now=now)
    written(sqlite, "Oude vraag", now=now - timedelta(days=7))

    page = listed(staff(sqlite, now), "open")

    assert page.index("Oude vraag") < page.index("Nieuwe vraag")
    assert "5 dagen te laat" in page
    assert "Ouder, zonder naam" in page


def test_an_empty_queue_says_so(sqlite: Database, now: datetime) -> None:
    assert "Geen vragen" in listed(staff(sqlite, now), "open")


def test_the_phone_list_holds_who_gave_a_number(sqlite: Database, now: datetime) -> None:
    written(sqlite, "Zonder nummer", now=now)
    written(sqlite, "", now=now, kind=InquiryKind.CALL_BACK, name="Farida", phone="06 12345678")

    page = listed(staff(sqlite, now), "call")

    assert ("Farida" in page, "tel:0612345678" in page, "Zonder nummer" in page) == (True, True, False)


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


def test_the_queue_goes_page_by_page(sqlite: Database, now: datetime) -> None:
    for number in range(30):
        written(sqlite, f"Vraag nummer {number:02}.", now=now)
    visitor = staff(sqlite, now)

    pages = [listed(visitor, "open", page) for page in (1, 2, 9)]

    assert [page.count("Vraag nummer") for page in pages] == [25, 5, 5]


def test_a_page_costs_as_many_queries_with_one_as_with_thirty(sqlite: Database, now: datetime) -> None:
    def read(session: Session) -> object:
        return inquiries.part(session, InquiryState.OPEN, most=25)

    written(sqlite, now=now, topic_code="C1")
    few = counted(sqlite, read)
    for number in range(30):
        written(sqlite, f"Vraag {number}", now=now, topic_code="C1")

    assert counted(sqlite, read) == few


def test_the_next_question_is_one_click_away(sqlite: Database, now: datetime) -> None:
    number, other = written(sqlite, now=now).id, written(sqlite, "Een andere", now=now).id

    assert str(other) in opened(staff(sqlite, now), number)


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


def test_today_counts_them_and_names_what_is_late(sqlite: Database, now: datetime) -> None:
    written(sqlite, now=now - timedelta(days=7))

    page = staff(sqlite, now).call("today.children", [("today", "id", "today")]).get_data(as_text=True)

    assert "1 vraag van een ouder is te laat" in page


def test_somebody_elses_draft_is_named(sqlite: Database, now: datetime) -> None:
    number = written(sqlite, now=now).id
    with sqlite.writing() as session:
        answering.keep_draft(session, number, "Beste", seen=1, by=OTHER)

    assert "begon aan dit antwoord." in opened(staff(sqlite, now), number)
