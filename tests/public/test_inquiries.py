"""Asking on the public pages: anonymous with a code, by mail, by phone; mistakes, danger, programs, markup."""

import re
from typing import Any

import pytest
from werkzeug.test import TestResponse

from domain.inquiring import answering
from store.database import Database
from store.door_states import Audience, InquiryKind
from store.models import Inquiry, InquiryMessage
from tests.make import COORDINATOR
from tests.public.visitor import Clock, Page, Visitor

ASK, YOUNG, CALL, MINE = "/stel-een-vraag", "/jong/stel-een-vraag", "/bel-mij", "/mijn-vraag"
WORDS = "Mijn zoon zit al zes weken thuis. Wat kan ik doen?"


def code_of(answer: TestResponse) -> str:
    found = re.search(r'id="code">([\w-]+)<', answer.text)
    assert found, answer.text[:500]
    return found[1]


def rows(database: Database) -> list[Inquiry]:
    with database.reading() as session:
        return session.query(Inquiry).all()


def answer(database: Database, clock: Clock, words: str) -> None:
    with database.writing() as session:
        answering.answer(session, session.query(Inquiry).one().id, words, seen=1, by=COORDINATOR, now=clock())


def test_a_question_without_a_name_comes_back_with_its_code(database: Database, visitor: Visitor, clock: Clock) -> None:
    thanked = visitor.send(ASK, words=WORDS)
    answer(database, clock, "U kunt de leerplichtambtenaar bellen.")

    read = Page(visitor.send(MINE, code=code_of(thanked)).text).text

    assert "Uiterlijk donderdag 26 november" in Page(thanked.text).text
    assert thanked.headers["Cache-Control"] == "no-store"
    assert WORDS in read
    assert "U kunt de leerplichtambtenaar bellen." in read


@pytest.mark.parametrize("address", [ASK, YOUNG, CALL])
def test_a_form_asks_at_most_four_things(passer_by: Visitor, address: str) -> None:
    page = passer_by.client.get(address).text

    names = set(re.findall(r'<(?:input|select|textarea)[^>]*\bid="f-(\w+?)(?:-\w+)?"[^>]*\bname="(\w+)"', page))
    assert len({name for _id, name in names} - {"website"}) <= 4


def test_young_people_are_spoken_to_as_such(sqlite: Database, passer_by: Visitor) -> None:
    thanked = Page(passer_by.send(YOUNG, words="Mag ik zelf kiezen?").text).text

    assert "Wij hebben je vraag" in thanked
    assert rows(sqlite)[0].audience is Audience.YOUNG


def test_somebody_asks_to_be_phoned(sqlite: Database, passer_by: Visitor) -> None:
    thanked = Page(passer_by.send(CALL, name="Farida", phone="06 12345678", moment="morning").text).text

    (row,) = rows(sqlite)
    assert "Wij bellen u op 06 12345678" in thanked
    assert (row.kind, row.name, row.phone, row.moment) == (InquiryKind.CALL_BACK, "Farida", "06 12345678", "morning")


def test_a_text_that_is_too_long_stays_and_says_by_how_much(sqlite: Database, passer_by: Visitor) -> None:
    words = "lang " * 900

    refused = passer_by.send(ASK, words=words)

    assert refused.status_code == 422
    assert "Maak dit 499 tekens korter." in refused.text
    assert words.strip() in refused.text
    assert 'maxlength="4000"' not in refused.text
    assert rows(sqlite) == []


PHOTO = "/9j/4AAQSkZJRgABAQAAAQABAAD" * 60
A_FILE, NO_WORDS = "Dit lijkt een foto of een bestand.", "Er staan nog geen woorden."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (PHOTO, A_FILE),
        (f"data:image/jpeg;base64,{PHOTO * 40}", A_FILE),
        ("😭😭", NO_WORDS),
        ("   \n ", "Vul in: Uw vraag"),
        ("\u200b\u200b", "Vul in: Uw vraag"),
    ],
)
def test_what_is_no_question_is_said_at_its_field_and_stays(
    sqlite: Database, passer_by: Visitor, words: str, said: str
) -> None:
    refused = passer_by.send(ASK, words=words)

    assert (refused.status_code, refused.text.count(said), rows(sqlite)) == (422, 2, [])
    assert f">{words}</textarea>" in refused.text


@pytest.mark.parametrize("address", ["/stel-een-vraag", "/jong/stel-een-vraag", "/bel-mij"])
def test_no_browser_fills_in_again_what_was_asked(passer_by: Visitor, address: str) -> None:
    page = passer_by.client.get(address).text

    assert re.findall(rf'<form method="post" action="{address}"[^>]*autocomplete="(\w+)"', page) == ["off"]


def test_what_is_wrong_is_not_said_twice_in_the_summary(passer_by: Visitor) -> None:
    refused = passer_by.send(ASK, words="")

    assert '<li><a href="#f-words">Vul in: Uw vraag</a></li>' in refused.text


def test_a_mistake_in_a_mail_address_keeps_the_question(passer_by: Visitor) -> None:
    refused = passer_by.send(ASK, words=WORDS, email="farida@", topic="D2")

    assert refused.status_code == 422
    assert WORDS in refused.text
    assert 'value="farida@"' in refused.text
    assert 'value="D2" selected' in refused.text


def test_markup_in_a_question_is_shown_as_text(sqlite: Database, passer_by: Visitor) -> None:
    thanked = passer_by.send(ASK, words="<script>alert(1)</script> <b>vet</b>")

    read = passer_by.send(MINE, code=code_of(thanked)).text

    assert "&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;vet&lt;/b&gt;" in read
    assert "<script>alert" not in read


def test_words_of_danger_block_nothing_and_show_where_help_is(sqlite: Database, passer_by: Visitor) -> None:
    thanked = passer_by.send(ASK, words="Ik wil niet meer leven")

    assert [number in thanked.text for number in ("112", "0800-0113", "0800-0432", "0800-2000")] == [True] * 4
    assert rows(sqlite)[0].is_urgent


def test_words_of_danger_show_help_on_the_form_with_a_mistake_too(passer_by: Visitor) -> None:
    refused = passer_by.send(ASK, words="Ik wil niet meer leven", email="x")

    assert 'id="hulp-nu"' in refused.text


def test_without_danger_there_is_no_help_box(passer_by: Visitor) -> None:
    assert 'id="hulp-nu"' not in passer_by.send(ASK, words=WORDS).text


@pytest.mark.parametrize("trick", [{"website": "http://spam"}, {"geopend": "zomaar"}])
def test_a_program_is_stopped_and_loses_nothing(sqlite: Database, passer_by: Visitor, trick: dict[str, Any]) -> None:
    refused = passer_by.send(ASK, words=WORDS, **trick)

    assert (refused.status_code, WORDS in refused.text, rows(sqlite)) == (422, True, [])


def test_a_flood_from_one_neighbourhood_is_stopped_for_an_hour(sqlite: Database, passer_by: Visitor) -> None:
    sent = [passer_by.send(ASK, words=f"vraag {number}").status_code for number in range(21)]

    passer_by.clock.wait(hours=1)

    assert sent == [200] * 20 + [422]
    assert passer_by.send(ASK, words="later").status_code == 200


def test_sending_twice_shows_the_same_code(sqlite: Database, passer_by: Visitor) -> None:
    form = dict(passer_by.read(ASK).forms[0])
    passer_by.clock.wait(seconds=30)

    sent = [passer_by.client.post(ASK, data=form | {"words": WORDS}) for _time in range(2)]

    assert code_of(sent[0]) == code_of(sent[1])
    assert len(rows(sqlite)) == 1


@pytest.mark.parametrize("address", ["/stel-een-vraag", "/jong/stel-een-vraag"])
def test_signs_that_mislead_whoever_reads_are_taken_out(sqlite: Database, passer_by: Visitor, address: str) -> None:
    passer_by.send(address, words="Wie \u202eteem\u202c\x00?\x1b\nEn dan?")

    with sqlite.reading() as session:
        assert [one.words for one in session.query(InquiryMessage)] == ["Wie teem?\nEn dan?"]


def test_a_question_of_unseen_signs_only_is_none(sqlite: Database, passer_by: Visitor) -> None:
    answer = passer_by.send("/stel-een-vraag", words="\u202e\u2066\x02")

    assert (answer.status_code, rows(sqlite)) == (422, [])
