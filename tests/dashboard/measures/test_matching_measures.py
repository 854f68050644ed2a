"""Matching in numbers over HTTP: words first, how many it rests on, what it means; for coordinators only."""

import json
from datetime import datetime, timedelta

import pytest

from domain.actors import PARENT, Actor, Role
from domain.care import matches
from domain.matchmaking import agreement, proposals
from store.database import Database
from tests import make
from tests.doors import Doors, Visitor

DAY = timedelta(days=1)
PATH = "/werk/koppelcijfers"
POLICY = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)
DOWNLOAD = "measures-download.data"


def visitor(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def page(browser: Visitor, question: str = "") -> str:
    address = [("address", "pathname", PATH), ("address", "search", question)]
    return browser.call("..page.children...page-title.data..", address).get_data(as_text=True)


def body(browser: Visitor, year: object = "2026") -> str:
    output = browser.doors.output_of("measures-body")
    answer = browser.call(output, [("measures-year", "value", year)])
    assert answer.status_code == 200
    return json.dumps(answer.get_json(), ensure_ascii=False)


def sheet(browser: Visitor, year: str = "2026") -> str:
    answer = browser.call(DOWNLOAD, [("measures-file", "n_clicks", 1)], [("measures-year", "value", year)])
    return str(answer.get_json()["response"]["measures-download"]["data"]["content"])


@pytest.fixture
def lively(sqlite: Database, now: datetime) -> Database:
    """Six matches of seventy days ago, five of which spoke after a day and four times in all, and one no."""
    with sqlite.writing() as session:
        for number in range(6):
            began = now - 70 * DAY
            match_id = make.match(session, now=began, name=f"Buddy {number}", email=f"{number}@example.nl")
            for days in (1, 5, 9, 20) if number else ():
                matches.log_contact(session, match_id, by=make.COORDINATOR, now=began + days * DAY)
        buddy_id = make.buddy(session, now=now, name="=Ria", email="ria@example.nl")
        request_id = make.request(session, now=now - DAY, email="bo@example.nl")
        proposal_id = make.proposal(session, request_id, buddy_id, now=now - DAY)
        proposals.decline(session, proposal_id, "no_time", by=make.buddy_actor(buddy_id), now=now - DAY)
    return sqlite


def test_the_answer_in_words_comes_before_every_number(lively: Database, now: datetime) -> None:
    found = body(visitor(lively, now))

    first = "In het schooljaar 2026–2027 sprak de helft van de ouders hun buddy binnen 24 uur. 5 van 6 binnen 48 uur."
    assert found.index(first) < found.index("Tot het eerste contact")
    assert "Buddy's zeiden 6 van de 7 keer ja." in found


def test_each_figure_says_what_it_rests_on_how_sure_it_is_and_what_counts(lively: Database, now: datetime) -> None:
    found = body(visitor(lively, now))

    told = ("waarschijnlijk tussen 44 % en 97 %", "over 6 koppelingen", "Geen antwoord op tijd telt als geen ja")
    assert [text in found for text in told] == [True] * 3


def test_with_four_cases_nothing_is_said_but_how_many_they_are(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for number in range(4):
            make.match(session, now=now - 70 * DAY, email=f"{number}@example.nl")

    found = body(visitor(sqlite, now))

    assert "In het schooljaar 2026–2027 begonnen 4 koppelingen: te weinig om er iets over te zeggen." in found
    assert "4 gevallen; vanaf 5 zeggen we iets" in found
    assert "waarschijnlijk tussen" not in found


def test_reasons_stand_in_words_with_how_often_and_whose(lively: Database, now: datetime) -> None:
    with lively.writing() as session:
        buddy_id = make.buddy(session, now=now, email="new@example.nl")
        request_id = make.request(session, now=now, email="jo@example.nl")
        proposal_id = make.proposal(session, request_id, buddy_id, now=now)
        agreement.accept_for_buddy(session, proposal_id, by=make.buddy_actor(buddy_id), now=now)
        agreement.decline_for_parent(session, proposal_id, None, by=PARENT, now=now)

    found = body(visitor(lively, now + DAY))

    assert [text in found for text in ("Nu geen tijd", "Zonder reden")] == [True, True]


def test_the_file_holds_the_same_numbers_with_their_meaning_and_no_names(lively: Database, now: datetime) -> None:
    found = sheet(visitor(lively, now))

    rows = {line.split(";")[0]: line.split(";") for line in found.splitlines()}
    assert rows["Binnen 48 uur"][1:6] == ["0,833", "deel", "6", "0,436", "0,97"]
    assert rows["Tot het eerste contact"][1:4] == ["24", "uur", "6"]
    assert rows["Ouder zegt ja"][-1].startswith("Van de ouders")
    assert "Ria" not in found


def test_every_number_has_a_meaning(lively: Database, now: datetime) -> None:
    lines = sheet(visitor(lively, now)).splitlines()

    figures = [line.split(";") for line in lines[1 : lines.index("")]]
    assert (len(figures) >= 8, [row[0] for row in figures if len(row[-1]) < 20]) == (True, [])


def test_a_silent_match_and_a_buddy_who_is_left_aside_are_named(lively: Database, now: datetime) -> None:
    with lively.writing() as session:
        make.buddy(session, now=now - 200 * DAY, name="Wil Pot", email="wil@example.nl")

    found = body(visitor(lively, now))

    assert [text in found for text in ("Buddy 0", "70 dagen", "Wil Pot", "lang niet gevraagd")] == [True] * 4


def test_before_anybody_was_asked_the_page_says_what_to_do(sqlite: Database, now: datetime) -> None:
    browser = visitor(sqlite, now)

    found = page(browser)

    assert "Zodra u een buddy een ouder voorstelt, ziet u hier hoe het gaat." in found
    assert "te weinig om er iets over te zeggen" in body(browser, None)


def test_the_year_stands_in_the_address_and_comes_back_from_it(lively: Database, now: datetime) -> None:
    browser = visitor(lively, now)

    found = [("jaar=alles" in body(browser, "alles")), ("jaar=2026" in body(browser, {"$ne": 1}))]

    assert (found, '"value":"alles"' in page(browser, "?jaar=alles")) == ([True, True], True)


@pytest.mark.parametrize("actor", [POLICY, make.buddy_actor(1)], ids=["policy", "buddy"])
def test_nobody_but_a_coordinator_sees_these_numbers(lively: Database, now: datetime, actor: Actor) -> None:
    browser = Doors(lively, now).visitor(actor)

    shown = browser.call(browser.doors.output_of("measures-body"), [("measures-year", "value", "2026")])
    file = browser.call(DOWNLOAD, [("measures-file", "n_clicks", 1)], [("measures-year", "value", "2026")])

    assert (browser.get(PATH).status_code, shown.status_code, file.status_code) == (403, 403, 403)
