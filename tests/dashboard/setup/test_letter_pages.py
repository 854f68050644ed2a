"""The out-tray and the journal, as staff see them over HTTP."""

import json
from datetime import datetime

import pytest

from automations.posting import post_letters
from automations.run import run
from domain.actors import Actor, Role
from mail.post import NoPostman
from store.database import Database
from store.models import Letter
from store.queries.letters import PAGE as PAGE_LENGTH
from store.states import LetterState
from tests import make
from tests.doors import Doors, Visitor

ADMINISTRATOR = Actor(name="Ada", roles=frozenset({Role.ADMINISTRATOR}), account_id=9)


@pytest.fixture
def letter(sqlite: Database, now: datetime) -> int:
    """The confirmation of Farida's sign-up, kept because there is no mail server."""
    with sqlite.writing() as session:
        make.signed_up(session, make.cafe(session, now=now), now=now)
    run(sqlite, now, make.LETTERHEAD)
    post_letters(sqlite, NoPostman(), lambda: now)
    return 1


def _as(database: Database, now: datetime, actor: Actor = make.COORDINATOR) -> Visitor:
    return Doors(database, now).visitor(actor)


def _list(visitor: Visitor, state: str | None = None, kind: str | None = None, before: str = "") -> str:
    output = visitor.doors.output_of("out-tray-list", "out-tray-counts")
    inputs = [("out-tray-state", "value", state), ("out-tray-kind", "value", kind)]
    return visitor.call(output, inputs, [("out-tray-before", "data", before)]).get_data(as_text=True)


def _sheet(visitor: Visitor, letter: int) -> str:
    output = visitor.doors.output_of("letter-paper")
    answer = visitor.call(output, [("letter-number", "data", letter), ("letter-changed", "data", None)])
    return json.dumps(answer.json, ensure_ascii=False)


def _press(visitor: Visitor, button: str, letter: int) -> str:
    inputs = [(name, "n_clicks", int(name == button)) for name in ("letter-again", "letter-called")]
    states = [("letter-number", "data", letter)]
    return visitor.call("letter-changed.data", inputs, states, [f"{button}.n_clicks"]).get_data(as_text=True)


def _journal(visitor: Visitor, kind: str | None = None, subject: str | None = None, **place: str) -> str:
    inputs = [("journal-kind", "value", kind), ("journal-subject", "value", subject)]
    return visitor.call("journal-list.children", inputs, [("journal-place", "data", place)]).get_data(as_text=True)


def test_every_letter_is_listed_with_how_it_stands(sqlite: Database, letter: int, now: datetime) -> None:
    page = _list(_as(sqlite, now))

    wanted = ("U bent aangemeld: Oudercaf", "Farida", "Aanmelding is gelukt", "Niet verstuurd, bewaard: 1")
    assert [text for text in wanted if text not in page] == []


def test_the_list_is_filtered_by_state_and_kind(sqlite: Database, letter: int, now: datetime) -> None:
    visitor = _as(sqlite, now)

    filters = [("kept", None), ("sent", None), (None, "sign_up_confirmed"), (None, "proposal_sent"), ("nonsense", None)]
    shown = ["U bent aangemeld" in _list(visitor, *one) for one in filters]
    assert shown == [True, False, True, False, True]


def test_a_long_list_goes_on_on_another_page(sqlite: Database, letter: int, now: datetime) -> None:
    with sqlite.writing() as session:
        for number in range(PAGE_LENGTH):
            make.letter(session, 1, now=now, dedupe_key=f"extra {number}", message_id=f"<{number}@x>", title="Later")

    first = _list(_as(sqlite, now))
    second = _list(_as(sqlite, now), before="2")

    assert ("voor=2" in first, "U bent aangemeld: Ouder" in first) == (True, False)
    assert ("voor=" in second, "U bent aangemeld: Ouder" in second) == (False, True)


def test_a_coordinator_reads_a_letter_as_its_reader_does(sqlite: Database, letter: int, now: datetime) -> None:
    page = _sheet(_as(sqlite, now), letter)

    wanted = (
        "Beste Farida,",
        "https://punt.example.nl/link/",
        "farida@example.nl",
        "agenda.ics",
        "Wijzigen of afmelden",
    )
    assert [text for text in wanted if text not in page] == []


def test_an_administrator_does_not_see_the_secret_of_the_link(sqlite: Database, letter: int, now: datetime) -> None:
    page = _sheet(_as(sqlite, now, ADMINISTRATOR), letter)

    assert ("Beste Farida," in page, page.count("/link/"), page.count("/link/•••")) == (True, 1, 1)


def test_staff_send_a_kept_letter_again(sqlite: Database, letter: int, now: datetime) -> None:
    _press(_as(sqlite, now), "letter-again", letter)

    with sqlite.reading() as session:
        assert session.get_one(Letter, letter).state is LetterState.QUEUED


def test_staff_called_somebody_without_a_mail_address(sqlite: Database, letter: int, now: datetime) -> None:
    with sqlite.writing() as session:
        other = make.letter(session, 1, now=now, dedupe_key="call", message_id="<2@x>", address=None)
    visitor = _as(sqlite, now)

    before = _sheet(visitor, other)
    _press(visitor, "letter-called", other)

    with sqlite.reading() as session:
        assert session.get_one(Letter, other).state is LetterState.SENT
    assert "Bel deze persoon" in before


def test_an_erased_or_unknown_letter_says_so(sqlite: Database, letter: int, now: datetime) -> None:
    with sqlite.writing() as session:
        row = session.get_one(Letter, letter)
        row.recipient = row.address = row.title = row.body = row.calendar = None
    visitor = _as(sqlite, now)

    pages = [_list(visitor), _sheet(visitor, letter), _sheet(visitor, 999)]
    wanted = ["Gewist", "De tekst is gewist", "Dit bericht bestaat niet"]
    assert [text in page for text, page in zip(wanted, pages, strict=True)] == [True, True, True]


def test_an_empty_out_tray_says_what_will_come(sqlite: Database, now: datetime) -> None:
    assert "Hier komt elk bericht" in _list(_as(sqlite, now))


def test_the_journal_tells_what_happened_and_what_followed(sqlite: Database, letter: int, now: datetime) -> None:
    page = _journal(_as(sqlite, now), kind="signup.confirmed")

    wanted = ("Aangemeld", "Aanmelding 1", "een ouder", "vandaag, 11:00", "Aangemeld: bevestiging sturen", "Gelukt")
    assert [text for text in wanted if text not in page] == []


def test_the_journal_is_filtered_by_what_it_is_about(sqlite: Database, letter: int, now: datetime) -> None:
    visitor = _as(sqlite, now)

    pages = [
        _journal(visitor, subject="event"),
        _journal(visitor, subject="event", nummer="1"),
        _journal(visitor, subject="event", nummer="2"),
    ]
    assert ["Bijeenkomst gemaakt" in page for page in pages] == [True, True, False]


def test_a_long_journal_goes_on_on_another_page(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for _one in range(PAGE_LENGTH):
            make.cafe(session, now=now)
    visitor = _as(sqlite, now)

    first = _journal(visitor, kind="event.added")
    second = _journal(visitor, kind="event.added", voor="1")

    assert ("soort=event.added&voor=" in first, "Niets gevonden" in second) == (True, True)


@pytest.mark.parametrize("role", [Role.BUDDY, Role.POLICY])
def test_nobody_else_comes_near(sqlite: Database, letter: int, now: datetime, role: Role) -> None:
    visitor = _as(sqlite, now, Actor(name="other", roles=frozenset({role}), account_id=5, buddy_id=1))
    output = visitor.doors.output_of("letter-paper")

    pages = [visitor.get(path).status_code for path in ("/werk/postbak", "/werk/postbak/1", "/werk/logboek")]
    calls = [
        visitor.call(output, [("letter-number", "data", 1), ("letter-changed", "data", None)]).status_code,
        visitor.call("journal-list.children", [("journal-kind", "value", None)]).status_code,
    ]

    assert (pages, calls) == ([403, 403, 403], [403, 403])
