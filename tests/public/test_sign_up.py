"""Signing up on the page of a gathering."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from flask import Flask

from domain.gatherings import events
from store.database import Database
from store.queries.gatherings import sign_ups as shown
from store.states import SignUpMode, SignUpState, Way
from tests import make
from tests.make import COORDINATOR
from tests.public.signing_up import FARIDA, listed, quiet_cafe
from tests.public.visitor import Clock, Page, Visitor

__all__ = ["quiet_cafe"]


@pytest.fixture
def cafe(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return make.cafe(session, now=now, seats=3)


def test_a_parent_signs_up_and_sees_that_it_is_right(visitor: Visitor, database: Database, cafe: int) -> None:
    sent = visitor.send(f"/cafe/{cafe}", **FARIDA)
    thanks = visitor.read(sent.location).text

    (farida,) = listed(database, cafe)
    assert (farida.name, farida.email, farida.party, farida.answers) == (
        "Farida",
        "farida@example.nl",
        2,
        {"topics": ["F"]},
    )
    assert (sent.status_code, "U bent aangemeld" in thanks, "U komt met 2 mensen." in thanks) == (303, True, True)


def test_who_comes_too_late_waits_and_knows_the_position(visitor: Visitor, cafe: int) -> None:
    for name in ("Anna", "Bert"):
        visitor.send(f"/cafe/{cafe}", **(FARIDA | {"name": name, "email": f"{name}@example.nl"}))

    sent = visitor.send(f"/cafe/{cafe}", **FARIDA)
    text = visitor.read(sent.location).text

    assert ("U staat op de wachtlijst" in text, "Er staat 1 ouder voor u." in text) == (
        True,
        True,
    )


def test_a_mistake_keeps_everything_that_was_typed(passer_by: Visitor, sqlite: Database, quiet_cafe: int) -> None:
    sent = passer_by.send(f"/cafe/{quiet_cafe}", name="", email="geen adres", phone="06 12345678", party="2")
    form = Page(sent.text).forms[0]

    assert (sent.status_code, listed(sqlite, quiet_cafe)) == (422, [])
    assert (form["email"], form["phone"], form["party"]) == ("geen adres", "06 12345678", "2")
    assert 'id="fouten" autofocus' in sent.text
    assert sent.text.count('aria-invalid="true"') == 2
    assert "Er zijn 2 dingen die nog niet kloppen" in sent.text


def test_without_mail_or_phone_the_page_asks_for_one(passer_by: Visitor, quiet_cafe: int) -> None:
    sent = passer_by.send(f"/cafe/{quiet_cafe}", name="", party="1")

    assert "Vul een e-mailadres of een telefoonnummer in." in sent.text
    assert "Er zijn 2 dingen die nog niet kloppen" in sent.text


def test_a_phone_number_alone_is_enough(passer_by: Visitor, quiet_cafe: int) -> None:
    sent = passer_by.send(f"/cafe/{quiet_cafe}", name="Farida", phone="06 12345678", party="1")

    assert "Bewaar deze pagina" in passer_by.read(sent.location).text


def test_signing_up_twice_is_refused_kindly(visitor: Visitor, database: Database, cafe: int) -> None:
    visitor.send(f"/cafe/{cafe}", **FARIDA)

    sent = visitor.send(f"/cafe/{cafe}", **FARIDA)

    assert (sent.status_code, "U bent al aangemeld." in sent.text) == (422, True)
    assert len(listed(database, cafe)) == 1


def test_when_it_closed_in_the_meantime_the_page_says_so(passer_by: Visitor, sqlite: Database, quiet_cafe: int) -> None:
    fields = passer_by.read(f"/cafe/{quiet_cafe}").forms[0]
    with sqlite.writing() as session:
        events.close(session, quiet_cafe, by=COORDINATOR, now=passer_by.clock())
    passer_by.clock.wait(seconds=30)

    sent = passer_by.client.post(f"/cafe/{quiet_cafe}/aanmelden", data=fields | FARIDA)

    assert (sent.status_code, "U kunt zich niet (meer) aanmelden" in sent.text) == (422, True)


def test_switching_the_language_after_a_mistake_leads_back_to_the_form(passer_by: Visitor, quiet_cafe: int) -> None:
    assert passer_by.client.get(f"/cafe/{quiet_cafe}/aanmelden").location == f"/cafe/{quiet_cafe}#aanmelden"


def test_a_café_that_is_not_there_is_not_found(passer_by: Visitor, quiet_cafe: int) -> None:
    fields = passer_by.read(f"/cafe/{quiet_cafe}").forms[0]
    passer_by.clock.wait(seconds=30)

    assert passer_by.client.post("/cafe/999/aanmelden", data=fields | FARIDA).status_code == 404


def test_thirty_two_browsers_for_the_last_three_seats(
    server: Flask, database: Database, cafe: int, clock: Clock
) -> None:
    visitors = [Visitor(server.test_client(), clock) for _ in range(32)]
    forms = [visitor.read(f"/cafe/{cafe}").forms[0] for visitor in visitors]
    clock.wait(seconds=30)

    def send(number: int) -> int:
        typed = {"name": f"Ouder {number}", "email": f"ouder{number}@example.nl", "party": "1"}
        return visitors[number].client.post(f"/cafe/{cafe}/aanmelden", data=forms[number] | typed).status_code

    with ThreadPoolExecutor(16) as pool:
        answers = Counter(pool.map(send, range(32)))

    assert answers == {303: 32}
    states = Counter(one.state for one in listed(database, cafe))
    assert states == {SignUpState.CONFIRMED: 3, SignUpState.WAITING: 29}


def test_how_to_take_part_is_asked_where_there_is_a_choice(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        both = make.cafe(session, now=now, online_seats=5)
        here = make.cafe(session, now=now)

    asked = ["Ik doe online mee" in passer_by.read(f"/cafe/{one}").text for one in (both, here)]
    passer_by.send(f"/cafe/{both}", **(FARIDA | {"way": "online"}))

    with sqlite.reading() as session:
        (mine,) = shown.of_event(session, both)
    assert (asked, mine.way) == ([True, False], Way.ONLINE)


def test_where_staff_decide_a_parent_asks_to_come(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now, mode=SignUpMode.APPROVAL)

    page = passer_by.read(f"/cafe/{event_id}").text
    thanks = passer_by.read(passer_by.send(f"/cafe/{event_id}", **FARIDA).location).text

    assert ("Vraag of ik kan komen" in page, "We kijken of er plaats is" in thanks) == (True, True)


def test_an_open_door_says_so_and_has_no_form(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now, mode=SignUpMode.OPEN_DOOR)

    page = passer_by.read(f"/cafe/{event_id}")

    assert ("Kom gewoon langs" in page.text, page.forms) == (True, [])
