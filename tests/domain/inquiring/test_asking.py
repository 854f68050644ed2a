"""Asking, reacting, stopping and erasing, by who asks."""

from datetime import date, datetime, timedelta

import pytest

from domain.inquiring import answering, asking
from domain.refused import Refused
from store.database import Database
from store.door_states import InquiryState
from store.models import Inquiry, JournalLine
from store.queries import inquiries
from tests.domain.inquiring.asked import WORDS, asked
from tests.make import COORDINATOR


def kinds(database: Database) -> list[str]:
    with database.reading() as session:
        return [line.kind for line in session.query(JournalLine).order_by(JournalLine.id)]


def test_the_code_leads_back_to_the_question(database: Database, now: datetime) -> None:
    with database.writing() as session:
        receipt = asked(session, now=now)

    with database.reading() as session:
        number = asking.with_code(session, f" {receipt.code.upper()} ")
        one = inquiries.one(session, number)

    assert one is not None
    assert [part.words for part in one.messages] == [WORDS]


def test_the_same_form_sent_twice_is_one_question(database: Database, now: datetime) -> None:
    with database.writing() as session:
        first = asked(session, now=now)
    with database.writing() as session:
        second = asked(session, now=now)

    with database.reading() as session:
        assert (first, session.query(Inquiry).count()) == (second, 1)


def test_who_goes_back_and_leaves_a_mail_address_is_reached_there(database: Database, now: datetime) -> None:
    for email in (None, "samira@voorbeeld.nl"):
        with database.writing() as session:
            asked(session, email=email, now=now)

    with database.reading() as session:
        assert [row.email for row in session.query(Inquiry)] == ["samira@voorbeeld.nl"]


def test_once_we_answered_the_first_address_stands(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        asked(session, now=now)
        session.query(Inquiry).one().state = InquiryState.ANSWERED
        asked(session, email="samira@voorbeeld.nl", now=now)

        assert session.query(Inquiry).one().email is None


def test_other_words_on_the_same_form_are_another_question(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        first, second = asked(session, now=now), asked(session, "Iets anders", now=now)

    assert first.code != second.code


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("k7m2p", "inquiry.code_wrong"), ("", "inquiry.code_wrong"), ("k7m2p-x9d4q-t3wza", "inquiry.code_unknown")],
)
def test_a_mistyped_code_leads_nowhere(sqlite: Database, typed: str, reason: str) -> None:
    with sqlite.reading() as session, pytest.raises(Refused, match=reason):
        asking.with_code(session, typed)


def test_a_reaction_makes_it_our_turn_with_a_new_promise(sqlite: Database, now: datetime) -> None:
    later = now + timedelta(days=7)
    with sqlite.writing() as session:
        number = asked(session, now=now).id
        answering.answer(session, number, "Bel de school.", seen=1, by=COORDINATOR, now=now)

    with sqlite.writing() as session:
        asking.react(session, number, "Dat lukte niet.", now=later)
        asking.react(session, number, "Dat lukte niet.", now=later)

    with sqlite.reading() as session:
        one = inquiries.one(session, number)
        assert one is not None
        assert (one.state, one.answer_by, len(one.messages)) == (InquiryState.OPEN, date(2026, 12, 3), 3)


def test_a_program_can_not_write_back_on_and_on(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, now=now).id
        for one in range(asking.MOST_A_DAY - 1):
            asking.react(session, number, f"Reactie {one}", now=now)

        with pytest.raises(Refused, match=r"inquiry\.enough_today"):
            asking.react(session, number, "Nog een", now=now)
        asking.react(session, number, "Een dag later", now=now + timedelta(days=1))


def test_a_reaction_that_is_too_long_says_by_how_much(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, now=now).id

    with sqlite.writing() as session, pytest.raises(Refused) as refused:
        asking.react(session, number, "a" * 4012, now=now)

    assert refused.value.values == {"n": 12}


def test_signs_that_mislead_are_taken_out_of_a_reaction(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, now=now).id
        asking.react(session, number, " Dank\u202e u\x00 wel\r\n", now=now)

    with sqlite.reading() as session:
        one = inquiries.one(session, number)
    assert one is not None
    assert [said.words for said in one.messages][1:] == ["Dank u wel"]


def test_a_photo_pasted_as_a_reaction_is_no_reaction_but_a_thumb_is(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, now=now).id

    with sqlite.writing() as session:
        with pytest.raises(Refused, match=r"inquiry\.is_a_file"):
            asking.react(session, number, "/9j/4AAQSkZJRgABAQ" * 40, now=now)
        asking.react(session, number, "👍", now=now)

    with sqlite.reading() as session:
        one = inquiries.one(session, number)
    assert one is not None
    assert [said.words for said in one.messages][1:] == ["👍"]


def test_words_of_danger_alert_staff_at_once_without_saying_of_whom(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        receipt = asked(session, "Ik wil niet meer leven", now=now)

    with sqlite.reading() as session:
        line = session.query(JournalLine).one()
        said = (receipt.is_urgent, line.kind, line.subject_kind, line.subject_id, line.facts)
    assert said == (True, "inquiries.urgent", "inquiries", 0, {})


def test_who_gives_a_mail_address_is_noted_at_once(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        asked(session, now=now, email="farida@example.nl")

    assert kinds(sqlite) == ["inquiry.asked"]


def test_danger_comes_first_in_the_queue_and_then_the_promise(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        late = asked(session, "laat", now=now - timedelta(days=9), seed="1").id
        fresh = asked(session, "vers", now=now, seed="2").id
        danger = asked(session, "ik wil dood", now=now, seed="3").id

    with sqlite.reading() as session:
        found = [one.id for one in inquiries.part(session, InquiryState.OPEN, most=9)[0]]
        waiting = inquiries.waiting(session, date(2026, 11, 24))

    assert found == [danger, late, fresh]
    assert (waiting.open, waiting.late, waiting.urgent) == (3, 1, 1)
