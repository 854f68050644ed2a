"""Asking for a buddy on the public page, and looking after it through the link."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from werkzeug.test import TestResponse

from domain.matchmaking import requests
from store.database import Database
from store.models import JournalLine, Request
from store.states import RequestState
from tests import make
from tests.doors import Doors, Visitor, text_of

ANSWERS: dict[str, Any] = {
    "name": "Farida",
    "phone": "06 12345678",
    "municipality": "GM0361",
    "topics": ["F1", "F3"],
    "languages": ["nl"],
    "consent": "yes",
}


def ask(doors: Doors, visitor: Visitor, **answers: Any) -> TestResponse:
    """Fill in the form as a person does: open it, take ten seconds, send it."""
    opened = visitor.get("/buddy").get_data(as_text=True).partition('name="geopend" value="')[2].partition('"')[0]
    doors.now += timedelta(seconds=10)
    return visitor.post("/buddy", geopend=opened, **{**ANSWERS, **answers})


def test_a_parent_asks_and_sees_when_we_call(database: Database, now: datetime) -> None:
    doors = Doors(database, now)
    visitor = doors.visitor()

    sent = ask(doors, visitor)
    page = text_of(visitor.get(sent.location))

    assert sent.status_code == 303
    assert "Dank u wel, Farida" in page
    assert "binnen 48 uur contact" in page
    with database.reading() as session:
        row = session.query(Request).one()
        assert (row.name, row.phone, [topic.code for topic in row.topics]) == ("Farida", "06 12345678", ["F1", "F3"])


@pytest.mark.parametrize("spoken", ["nl", "en"])
def test_the_language_of_the_page_is_ticked(sqlite: Database, now: datetime, spoken: str) -> None:
    visitor = Doors(sqlite, now).visitor()
    visitor.get(f"/taal/{spoken}")

    page = visitor.get("/buddy").get_data(as_text=True)

    assert re.findall(r'name="languages" value="(\w+)" checked', page) == [spoken]


def test_a_mistake_keeps_everything_that_was_typed(sqlite: Database, now: datetime) -> None:
    doors = Doors(sqlite, now)

    answer = ask(doors, doors.visitor(), name="", style="coach")
    page = answer.get_data(as_text=True)

    assert answer.status_code == 422
    assert 'value="06 12345678"' in page
    assert 'value="F3" checked' in page
    assert 'value="coach" checked' in page
    assert "Vul in: Uw voornaam" in page


def test_a_phone_number_or_a_mail_address_is_needed(sqlite: Database, now: datetime) -> None:
    doors = Doors(sqlite, now)

    answer = ask(doors, doors.visitor(), phone="")

    assert answer.status_code == 422
    assert "Vul uw telefoonnummer of uw e-mailadres in" in text_of(answer)


def test_without_consent_nothing_is_kept(sqlite: Database, now: datetime) -> None:
    doors = Doors(sqlite, now)

    assert ask(doors, doors.visitor(), consent="").status_code == 422
    with sqlite.reading() as session:
        assert session.query(Request).count() == 0


@pytest.mark.parametrize("extra", [{"website": "http://spam"}, {"geopend": "zomaar"}])
def test_a_program_that_fills_in_the_form_is_stopped(sqlite: Database, now: datetime, extra: dict[str, str]) -> None:
    doors = Doors(sqlite, now)
    visitor = doors.visitor()
    opened = visitor.get("/buddy").get_data(as_text=True).partition('name="geopend" value="')[2].partition('"')[0]
    doors.now += timedelta(seconds=10)

    answer = visitor.post("/buddy", **{"geopend": opened, **ANSWERS, **extra})

    assert answer.status_code == 422
    with sqlite.reading() as session:
        assert session.query(Request).count() == 0


def test_too_many_requests_from_one_place_are_slowed_down(sqlite: Database, now: datetime) -> None:
    doors = Doors(sqlite, now)
    answers = [ask(doors, doors.visitor(), phone=f"06 123456{n:02}").status_code for n in range(11)]

    assert answers == [303] * 10 + [422]


def test_the_link_shows_how_it_stands_and_a_look_changes_nothing(database: Database, now: datetime) -> None:
    doors = Doors(database, now)
    with database.writing() as session:
        request_id = make.request(session, now=now)
        token = requests.link(session, request_id, now=now)

    pages = [text_of(doors.visitor().get(f"/link/{token}")) for _twice in range(2)]

    assert all("Wij zoeken een buddy die bij u past." in page for page in pages)
    with database.reading() as session:
        assert session.get_one(Request, request_id).state is RequestState.OPEN


def test_withdrawing_through_the_link_erases_who_asked(database: Database, now: datetime) -> None:
    doors = Doors(database, now)
    with database.writing() as session:
        request_id = make.request(session, now=now)
        token = requests.link(session, request_id, now=now)
    visitor = doors.visitor()

    answers = [visitor.post(f"/link/{token}", do="withdraw").status_code for _twice in range(2)]

    assert answers == [303, 303]
    assert "zijn gewist" in text_of(visitor.get(f"/link/{token}"))
    with database.reading() as session:
        row = session.get_one(Request, request_id)
        assert (row.state, row.name) == (RequestState.WITHDRAWN, None)
        assert session.query(JournalLine).filter_by(kind="request.withdrawn").count() == 1


def test_the_page_says_who_sees_what(sqlite: Database, now: datetime) -> None:
    page = text_of(Doors(sqlite, now).visitor().get("/buddy"))

    assert "Pas als u en de buddy allebei ja zeggen, ziet de buddy uw voornaam" in page
    assert "School en gemeente zien niets." in page
