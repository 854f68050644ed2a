"""Answering, phoning and closing, by coordinators."""

from datetime import date, datetime

import pytest

from domain.actors import Actor, Role
from domain.inquiring import answering, asking
from domain.refused import Refused
from store.database import Database
from store.door_states import InquiryKind, InquiryState
from store.models import Inquiry, JournalLine
from store.queries import inquiries
from tests.domain.inquiring.asked import asked
from tests.make import COORDINATOR

OTHER = Actor(name="Omar", roles=frozenset({Role.COORDINATOR}), account_id=2)
POLICY = Actor(name="Pia", roles=frozenset({Role.POLICY}), account_id=3)


def test_an_answer_is_read_with_the_code_and_has_an_end(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = asked(session, now=now).id

    with database.writing() as session:
        answering.answer(session, number, " Bel de school. ", seen=1, by=COORDINATOR, now=now)

    with database.reading() as session:
        one = inquiries.one(session, number)
        assert one is not None
        said = [(part.by_us, part.words) for part in one.messages][1:]
        assert (one.state, said, one.forget_on) == (
            InquiryState.ANSWERED,
            [(True, "Bel de school.")],
            date(2027, 2, 22),
        )


@pytest.mark.parametrize(("email", "told"), [("", False), ("samira@example.nl", True)])
def test_the_journal_tells_no_number_of_who_gave_no_name(
    database: Database, now: datetime, email: str, told: bool
) -> None:
    with database.writing() as session:
        number = asked(session, now=now, email=email).id
        answering.answer(session, number, "Bel de school.", seen=1, by=COORDINATOR, now=now)
        answering.close(session, number, by=COORDINATOR, now=now)
        answering.reopen(session, number, by=COORDINATOR, now=now)

    with database.reading() as session:
        lines = session.query(JournalLine).filter(JournalLine.kind.like("inquiry.%")).all()
        assert {line.kind for line in lines} >= {"inquiry.answered", "inquiry.closed", "inquiry.reopened"}
        assert any(line.subject_id == number for line in lines) is told


def test_who_began_an_answer_hears_that_the_parent_wrote_back(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = asked(session, now=now).id
        seen = answering.keep_draft(session, number, "Beste ouder", seen=1, by=COORDINATOR)
        asking.react(session, number, "Het is nu anders: graag bellen.", now=now)

    with database.writing() as session, pytest.raises(Refused, match="changed_meanwhile"):
        answering.answer(session, number, "Beste ouder", seen=seen, by=COORDINATOR, now=now)


def test_who_answers_second_hears_it(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, now=now).id
        answering.answer(session, number, "Het eerste", seen=1, by=COORDINATOR, now=now)

    with sqlite.writing() as session, pytest.raises(Refused, match="changed_meanwhile"):
        answering.answer(session, number, "Het tweede", seen=1, by=OTHER, now=now)


def test_who_begins_a_draft_second_hears_it(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, now=now).id
        answering.keep_draft(session, number, "Beste", seen=1, by=COORDINATOR)

    with sqlite.writing() as session, pytest.raises(Refused, match="changed_meanwhile"):
        answering.keep_draft(session, number, "Hallo", seen=1, by=OTHER)


def test_ones_own_draft_is_no_obstacle_to_the_answer(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, now=now).id
        answering.keep_draft(session, number, "Bes", seen=1, by=COORDINATOR)
        answering.answer(session, number, "Beste ouder", seen=1, by=COORDINATOR, now=now)

    with sqlite.reading() as session:
        row = session.get_one(Inquiry, number)
        assert (row.state, row.draft) == (InquiryState.ANSWERED, None)


@pytest.mark.parametrize(("words", "reason"), [("  ", "empty_answer"), ("a" * 4001, "too_long")])
def test_an_answer_has_words_and_not_too_many(sqlite: Database, now: datetime, words: str, reason: str) -> None:
    with sqlite.writing() as session:
        number = asked(session, now=now).id

    with sqlite.writing() as session, pytest.raises(Refused, match=reason):
        answering.answer(session, number, words, seen=1, by=COORDINATOR, now=now)


def test_closing_is_undone_to_how_it_stood(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, now=now).id
        answering.close(session, number, by=COORDINATOR, now=now)
        answering.close(session, number, by=COORDINATOR, now=now)
        answering.reopen(session, number, by=COORDINATOR, now=now)

    with sqlite.reading() as session:
        assert session.get_one(Inquiry, number).state is InquiryState.OPEN


def test_a_call_in_vain_is_counted_and_the_promise_stays(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, "", kind=InquiryKind.CALL_BACK, name="Jo", phone="06 12345678", now=now).id
        answering.not_reached(session, number, by=COORDINATOR, now=now)

    with sqlite.reading() as session:
        one = inquiries.one(session, number)
        assert one is not None
        assert (one.tries, one.state, one.answer_by) == (1, InquiryState.OPEN, date(2026, 11, 26))


def test_a_call_closes_the_question(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, "", kind=InquiryKind.CALL_BACK, name="Jo", phone="06 12345678", now=now).id
        answering.phoned(session, number, by=COORDINATOR, now=now)

    with sqlite.reading() as session:
        assert session.get_one(Inquiry, number).state is InquiryState.CLOSED


def test_nobody_can_be_phoned_without_a_number(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, now=now).id

    with sqlite.writing() as session, pytest.raises(Refused, match="no_phone"):
        answering.phoned(session, number, by=COORDINATOR, now=now)


def test_counting_in_the_register_leaves_no_line_and_happens_once(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, now=now).id
        answering.mark_counted(session, number, by=COORDINATOR)

    with sqlite.writing() as session, pytest.raises(Refused, match="counted"):
        answering.mark_counted(session, number, by=COORDINATOR)

    with sqlite.reading() as session:
        assert session.query(JournalLine).count() == 0


def test_policy_staff_may_not_answer(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, now=now).id

    with sqlite.writing() as session, pytest.raises(Refused, match="not_allowed"):
        answering.answer(session, number, "Hallo", seen=1, by=POLICY, now=now)
