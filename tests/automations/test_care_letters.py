"""The letters that ask how it goes: to whom, in which words, and only as long as they make sense."""

from datetime import datetime, timedelta

import pytest

from automations.run import run
from domain import links
from domain.actors import CLOCK, PARENT, Role
from domain.care import check_in_answers, check_ins, matches
from domain.matchmaking import requests
from store.database import Database
from store.models import CheckIn, Letter, Match
from store.states import LinkPurpose
from tests import make

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


@pytest.fixture
def match_id(sqlite: Database, now: datetime) -> int:
    """A match whose first letters were written, and a coordinator."""
    with sqlite.writing() as session:
        make.account(session, Role.COORDINATOR, now=now)
        number = make.match(session, now=now)
    letters(sqlite, now)
    with sqlite.writing() as session:
        session.query(Letter).delete()
    return number


def letters(database: Database, now: datetime) -> list[Letter]:
    run(database, now, make.LETTERHEAD)
    with database.reading() as session:
        return session.query(Letter).order_by(Letter.id).all()


def tended(database: Database, now: datetime) -> list[Letter]:
    with database.writing() as session:
        while check_ins.tend(session, by=CLOCK, now=now):
            pass
    return letters(database, now)


def spoke(database: Database, match_id: int, *moments: datetime) -> None:
    with database.writing() as session:
        for moment in moments:
            matches.log_contact(session, match_id, by=make.COORDINATOR, now=moment)


def headings(found: list[Letter]) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, one.address, one.title) for one in found]


def secret(letter: Letter) -> str:
    (line,) = (line for line in (letter.body or "").splitlines() if "/link/" in line)
    return line.removeprefix("https://punt.example.nl/link/")


def test_the_parent_is_asked_with_a_link_to_one_tap(sqlite: Database, now: datetime, match_id: int) -> None:
    spoke(sqlite, match_id, now)

    (letter,) = tended(sqlite, now + WEEK)

    assert headings([letter]) == [("check_in_parent", "farida@example.nl", "Hoe gaat het met u en Anna?")]
    with sqlite.reading() as session:
        number = session.query(CheckIn.id).filter_by(moment="parent_1").scalar()
        assert links.find(session, secret(letter), now=now + WEEK) == (LinkPurpose.CHECK_IN, number)


def test_after_two_weeks_the_buddy_is_asked_too(sqlite: Database, now: datetime, match_id: int) -> None:
    spoke(sqlite, match_id, now)

    assert headings(tended(sqlite, now + 2 * WEEK)) == [
        ("check_in_parent", "farida@example.nl", "Hoe gaat het met u en Anna?"),
        ("check_in_buddy", "anna@example.nl", "Hoe gaat het met Farida en u?"),
    ]


def test_rounding_off_is_proposed_to_the_buddy_and_told_to_the_coordinator(
    sqlite: Database, now: datetime, match_id: int
) -> None:
    spoke(sqlite, match_id, *(now + days * DAY for days in range(4)))

    found = tended(sqlite, now + 4 * DAY)

    assert headings(found) == [
        ("closing_buddy", "anna@example.nl", "Is het tijd om af te ronden met Farida?"),
        ("closing_staff", "tess@punt.example.nl", "Afronden? Anna en Farida"),
    ]
    assert "Aantal keer gesproken: 4" in (found[0].body or "")


def test_an_answer_that_is_not_good_goes_to_the_coordinator_once(
    sqlite: Database, now: datetime, match_id: int
) -> None:
    spoke(sqlite, match_id, now)
    tended(sqlite, now + WEEK)
    with sqlite.writing() as session:
        number = session.query(CheckIn.id).filter_by(moment="parent_1").scalar() or 0
        check_in_answers.answer(session, number, "call_me", by=PARENT, now=now + WEEK)
        check_in_answers.answer(session, number, "call_me", "Graag na zes uur", by=PARENT, now=now + WEEK)

    told = [one for one in letters(sqlite, now + WEEK) if one.kind == "check_in_attention"]

    assert [(one.title, "zes uur" in (one.body or "")) for one in told] == [
        ("Farida: Niet goed, ik wil graag dat u mij belt", False)
    ]


def test_a_good_answer_tells_nobody(sqlite: Database, now: datetime, match_id: int) -> None:
    spoke(sqlite, match_id, now)
    tended(sqlite, now + WEEK)
    with sqlite.writing() as session:
        number = session.query(CheckIn.id).filter_by(moment="parent_1").scalar() or 0
        check_in_answers.answer(session, number, "good", by=PARENT, now=now + WEEK)

    assert [one.kind for one in letters(sqlite, now + WEEK)] == ["check_in_parent"]


def test_without_a_first_contact_buddy_and_coordinator_hear_it_once(
    sqlite: Database, now: datetime, match_id: int
) -> None:
    tended(sqlite, now + 2 * DAY)

    assert headings(tended(sqlite, now + 3 * DAY)) == [
        ("no_contact_buddy", "anna@example.nl", "Lukte het al om Farida te spreken?"),
        ("no_contact_staff", "tess@punt.example.nl", "Nog geen contact: Anna en Farida"),
    ]


def test_who_speaks_before_the_letter_is_written_is_not_nudged(sqlite: Database, now: datetime, match_id: int) -> None:
    with sqlite.writing() as session:
        check_ins.tend(session, by=CLOCK, now=now + 2 * DAY)
    spoke(sqlite, match_id, now + 2 * DAY)

    assert letters(sqlite, now + 2 * DAY) == []


def test_both_hear_that_it_ended_and_the_parent_again_four_weeks_later(
    sqlite: Database, now: datetime, match_id: int
) -> None:
    with sqlite.writing() as session:
        matches.end(session, match_id, "agreed", by=make.COORDINATOR, now=now)
    assert headings(letters(sqlite, now)) == [
        ("match_ended_parent", "farida@example.nl", "Het contact met Anna is afgerond"),
        ("match_ended_buddy", "anna@example.nl", "Dank u wel, de koppeling is afgerond"),
    ]

    assert headings(tended(sqlite, now + 41 * DAY))[2:] == [
        ("match_after_care", "farida@example.nl", "Hoe is het nu met u?")
    ]


def test_a_parent_without_mail_is_called(sqlite: Database, now: datetime, match_id: int) -> None:
    with sqlite.writing() as session:
        session.get_one(Match, match_id).request.email = None
    spoke(sqlite, match_id, now)

    (letter,) = tended(sqlite, now + WEEK)

    assert (letter.state.value, letter.recipient) == ("to_call", "Farida, 06 12345678")


def test_a_letter_about_a_match_that_ended_meanwhile_is_not_posted(
    sqlite: Database, now: datetime, match_id: int
) -> None:
    spoke(sqlite, match_id, now)
    with sqlite.writing() as session:
        check_ins.tend(session, by=CLOCK, now=now + WEEK)
        matches.end(session, match_id, "no_click", by=make.COORDINATOR, now=now + WEEK)

    assert [one.kind for one in letters(sqlite, now + WEEK)] == ["match_ended_parent", "match_ended_buddy"]


def test_a_parent_who_withdrew_hears_nothing_more(sqlite: Database, now: datetime, match_id: int) -> None:
    with sqlite.writing() as session:
        requests.withdraw(session, session.get_one(Match, match_id).request_id, by=PARENT, now=now)

    assert [one.kind for one in tended(sqlite, now + 60 * DAY)] == ["match_ended_buddy"]


def test_a_parent_who_wants_a_buddy_again_is_a_new_request_to_the_coordinator(
    sqlite: Database, now: datetime, match_id: int
) -> None:
    with sqlite.writing() as session:
        matches.end(session, match_id, "agreed", by=make.COORDINATOR, now=now)
        requests.again(session, session.get_one(Match, match_id).request_id, by=PARENT, now=now + DAY)

    assert [one.kind for one in letters(sqlite, now + DAY) if one.address == "tess@punt.example.nl"] == ["new_request"]
