"""Letters about a request for a buddy: who gets which, and what it says."""

from datetime import datetime, timedelta

from domain import links
from domain.actors import CLOCK, PARENT, Role
from domain.care import matches
from domain.matchmaking import deadlines, proposals, requests
from store.database import Database
from store.states import LinkPurpose
from tests import make
from tests.automations.written import letters_of, secret_in


def test_a_request_is_confirmed_to_the_parent_and_told_to_coordinators_without_a_name(
    sqlite: Database, now: datetime
) -> None:
    with sqlite.writing() as session:
        make.account(session, Role.COORDINATOR, now=now)
        make.account(session, Role.POLICY, now=now, name="Bart")
        request_id = make.request(session, now=now)

    to_parent, to_staff = letters_of(sqlite, now)
    assert (to_parent.kind, to_parent.address) == ("request_received", "farida@example.nl")
    assert (to_staff.kind, to_staff.address) == ("new_request", "tess@punt.example.nl")
    assert "Farida" not in f"{to_staff.title}{to_staff.body}"
    assert f"https://punt.example.nl/werk/buddyvragen/{request_id}" in (to_staff.body or "")


def test_a_buddy_reads_what_is_asked_and_until_when_but_not_by_whom(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now, style="listening")
        proposal_id = make.proposal(session, request_id, make.buddy(session, now=now), now=now)

    (letter,) = (one for one in letters_of(sqlite, now) if one.kind == "proposal_sent")
    body = letter.body or ""
    facts = dict(line.split(": ", 1) for line in body.splitlines() if ": " in line)
    assert (letter.address, letter.recipient) == ("anna@example.nl", "Anna")
    assert [word for word in ("Farida", "farida", "12345678") if word in f"{letter.title}{body}"] == []
    assert facts == {
        "Onderwerpen": "Hoogbegaafdheid / ontwikkelingsvoorsprong",
        "Leeftijd van het kind": "7 tot 10 jaar",
        "Onderwijs": "Basisonderwijs",
        "Gemeente": "Alkmaar",
        "Contact": "Bellen",
        "Kan op": "Doordeweeks, in de avond",
        "Zoekt vooral": "Een luisterend oor",
    }
    assert "Dat kan tot woensdag 25 november, 11:00." in body
    with sqlite.reading() as session:
        assert links.find(session, secret_in(letter), now=now) == (LinkPurpose.PROPOSAL, proposal_id)


def test_after_a_yes_each_hears_of_the_other_what_the_other_chose(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.match(session, now=now, phone="06 87654321")

    letters = {one.kind: one.body or "" for one in letters_of(sqlite, now)}
    assert "U en Anna zeiden allebei ja." in letters["match_made_parent"]
    assert [word for word in ("Vries", "anna@", "87654321") if word in letters["match_made_parent"]] == []
    assert "Naam: Farida\nTelefoon: 06 12345678\nE-mail: farida@example.nl\n" in letters["match_made_buddy"]


def test_a_proposal_that_was_answered_already_is_not_asked_any_more(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.match(session, now=now)

    assert [one.kind for one in letters_of(sqlite, now) if one.kind == "proposal_sent"] == []


def test_a_withdrawn_request_is_not_written_about(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        requests.withdraw(session, request_id, by=PARENT, now=now)

    assert letters_of(sqlite, now) == []


def test_coordinators_hear_a_no_with_its_reason_a_silence_and_a_call_for_help(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.account(session, Role.COORDINATOR, now=now)
        request_id = make.request(session, now=now)
        one, two = make.buddy(session, now=now), make.buddy(session, now=now, email="bo@example.nl")
        first = make.proposal(session, request_id, one, now=now)
        proposals.decline(session, first, "no_time", by=make.buddy_actor(one), now=now)
        make.proposal(session, request_id, two, now=now)
        deadlines.expire(session, by=CLOCK, now=now + timedelta(days=2))
        match_id = make.match(session, now=now, email="cor@example.nl")
        matches.ask_help(session, match_id, by=make.buddy_actor(3), now=now)

    letters = {one.kind: one.body or "" for one in letters_of(sqlite, now + timedelta(days=2))}
    assert "Buddy: Anna de Vries\nReden: Nu geen tijd\n" in letters["proposal_declined"]
    assert "heeft niet op tijd geantwoord" in letters["proposal_expired"]
    assert "Anna heeft hulp gevraagd" in letters["match_help"]
