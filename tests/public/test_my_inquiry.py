"""One's own question by code or link: reading, reacting, stopping, erasing, and codes that are wrong."""

from datetime import timedelta

import pytest

from domain.inquiring import answering
from domain.inquiring.asking import Receipt
from domain.post.facts import inquiries as facts
from store.database import Database
from store.door_states import InquiryState
from store.models import Inquiry
from tests.domain.inquiring.asked import WORDS, asked
from tests.make import COORDINATOR
from tests.public.visitor import Page, Visitor

MINE = "/mijn-vraag"
REACTION = "Dank u wel, de school belde ons terug."
REACT, CLOSE, ERASE = 0, 1, 2


def answered(database: Database, visitor: Visitor, **told: str) -> Receipt:
    now = visitor.clock()
    with database.writing() as session:
        receipt = asked(session, now=now, **told)
        answering.answer(session, receipt.id, "Bel de school.", seen=1, by=COORDINATOR, now=now)
    return receipt


def link(database: Database, visitor: Visitor, number: int) -> str:
    with database.writing() as session:
        return f"/link/{facts.link(session, number, now=visitor.clock())}"


def act(visitor: Visitor, code: str, do: str, **typed: object) -> str:
    """Press a button on the page that the code opens."""
    form = dict(visitor.read(MINE).forms[0])
    form.pop("action")
    return visitor.client.post(MINE, data=form | {"code": code, "do": do, **typed}, follow_redirects=True).text


def state(database: Database) -> InquiryState:
    with database.reading() as session:
        return session.query(Inquiry).one().state


def test_a_code_with_a_letter_too_few_is_explained_and_kept(passer_by: Visitor) -> None:
    refused = passer_by.send(MINE, code="k7m2p-x9d4q-t3wz")

    assert refused.status_code == 422
    assert "Een code heeft 15 letters en cijfers." in refused.text
    assert 'value="k7m2p-x9d4q-t3wz"' in refused.text


def test_a_code_that_leads_nowhere_gets_kind_words(passer_by: Visitor) -> None:
    assert "Deze code kennen wij niet." in passer_by.send(MINE, code="k7m2p-x9d4q-t3wza").text


def test_guessing_codes_is_stopped_for_a_while(passer_by: Visitor) -> None:
    tried = [passer_by.send(MINE, code="k7m2p-x9d4q-t3wza").text for _time in range(21)]

    assert ["Dat waren veel codes." in page for page in tried] == [False] * 20 + [True]


def test_who_reads_can_write_back(database: Database, visitor: Visitor) -> None:
    receipt = answered(database, visitor)

    page = act(visitor, receipt.code, "react", words="Dank u, het lukte.")

    assert "Dank u, het lukte." in page
    assert state(database) is InquiryState.OPEN


def test_a_reaction_that_is_too_long_is_kept(sqlite: Database, passer_by: Visitor) -> None:
    receipt = answered(sqlite, passer_by)

    page = act(passer_by, receipt.code, "react", words="a" * 4003)

    assert "Maak dit 3 tekens korter." in page
    assert "a" * 4003 in page


def test_who_is_helped_says_so(sqlite: Database, passer_by: Visitor) -> None:
    act(passer_by, answered(sqlite, passer_by).code, "close")

    assert state(sqlite) is InquiryState.CLOSED


def test_who_erases_leaves_nothing_and_hears_it(sqlite: Database, passer_by: Visitor) -> None:
    receipt = answered(sqlite, passer_by)

    page = act(passer_by, receipt.code, "erase")

    assert "Alles is gewist." in page
    assert "Deze code kennen wij niet." in passer_by.send(MINE, code=receipt.code).text


def test_the_link_of_the_letter_opens_the_answer_and_a_scanner_changes_nothing(
    sqlite: Database, passer_by: Visitor
) -> None:
    address = link(sqlite, passer_by, answered(sqlite, passer_by, email="f@example.nl").id)

    pages = [Page(passer_by.client.get(address).text).text for _scan in range(3)]

    assert ["Bel de school." in page for page in pages] == [True] * 3
    assert state(sqlite) is InquiryState.ANSWERED


@pytest.mark.parametrize("taken_along", [".", ")", ",", "%3E", "%20", "%E2%80%9D"])
def test_what_a_mail_program_took_along_does_not_break_the_link(
    sqlite: Database, passer_by: Visitor, taken_along: str
) -> None:
    address = link(sqlite, passer_by, answered(sqlite, passer_by, email="f@example.nl").id)

    assert "Bel de school." in passer_by.client.get(address + taken_along).text
    assert passer_by.client.get(address[:-1]).status_code == 410


def test_by_the_link_one_erases_too_and_then_it_is_over(sqlite: Database, passer_by: Visitor) -> None:
    address = link(sqlite, passer_by, answered(sqlite, passer_by, email="f@example.nl").id)

    gone = passer_by.send(address, form=ERASE, do="erase")

    assert gone.location == "/mijn-vraag?gewist=1"
    assert passer_by.client.get(address).status_code == 410


def test_what_was_written_back_is_shown_when_the_question_is_gone_meanwhile(
    sqlite: Database, passer_by: Visitor
) -> None:
    receipt = answered(sqlite, passer_by, email="f@example.nl")
    address = link(sqlite, passer_by, receipt.id)
    open_page = passer_by.read(address).forms[REACT]
    act(passer_by, receipt.code, "erase")

    by_link = passer_by.client.post(address, data=open_page | {"do": "react", "words": REACTION})
    by_code = act(passer_by, receipt.code, "react", words=REACTION)

    assert (by_link.status_code, f">{REACTION}</textarea>" in by_link.text) == (410, True)
    assert f">{REACTION}</textarea>" in by_code


def test_a_link_that_is_too_late_says_so(sqlite: Database, passer_by: Visitor) -> None:
    address = link(sqlite, passer_by, answered(sqlite, passer_by, email="f@example.nl").id)

    passer_by.clock.moment += timedelta(days=91)

    late = passer_by.client.get(address)
    assert (late.status_code, WORDS in late.text) == (410, False)
