"""What staff do with a letter: send it again, say that they called; and who may."""

from datetime import datetime

import pytest

from domain.actors import PARENT
from domain.post import letters
from domain.refused import Refused
from mail.post import Fate, Outcome
from store.database import Database
from store.models import Letter
from store.states import LetterState
from tests import make
from tests.domain.post.posting import REFUSED, claim, kinds_of, letter, post, row_of

__all__ = ["letter"]


@pytest.mark.parametrize("outcome", [Outcome(Fate.NO_SERVER), REFUSED])
def test_staff_send_a_kept_or_failed_letter_again(
    database: Database, letter: int, now: datetime, outcome: Outcome
) -> None:
    post(database, outcome, now)
    with database.writing() as session:
        letters.again(session, letter, by=make.COORDINATOR, now=now)

    claimed = claim(database, now)
    assert claimed
    assert (claimed.envelope.message_id, claimed.attempt) == ("<1@punt.example.nl>", 1)


def test_a_letter_that_arrived_before_is_sent_again_as_a_new_one(
    database: Database, letter: int, now: datetime
) -> None:
    post(database, Outcome(Fate.ACCEPTED), now)
    with database.writing() as session:
        letters.again(session, letter, by=make.COORDINATOR, now=now)

    claimed = claim(database, now)
    assert claimed
    assert claimed.envelope.message_id != "<1@punt.example.nl>"
    assert claimed.envelope.message_id.endswith("@punt.example.nl>")


def test_a_letter_on_its_way_is_not_started_again(database: Database, letter: int, now: datetime) -> None:
    claim(database, now)
    with database.writing() as session:
        letters.again(session, letter, by=make.COORDINATOR, now=now)

    assert (row_of(database, letter).state, "letter.again" in kinds_of(database)) == (LetterState.SENDING, False)


def test_an_erased_letter_can_not_be_sent_again(database: Database, letter: int, now: datetime) -> None:
    post(database, Outcome(Fate.NO_SERVER), now)
    with database.writing() as session:
        session.get_one(Letter, letter).body = None

    with pytest.raises(Refused, match=r"letter\.erased"), database.writing() as session:
        letters.again(session, letter, by=make.COORDINATOR, now=now)


def test_only_staff_send_letters_again(database: Database, letter: int, now: datetime) -> None:
    for by in (PARENT, make.buddy_actor(1)):
        with pytest.raises(Refused, match="not_allowed"), database.writing() as session:
            letters.again(session, letter, by=by, now=now)


def test_a_letter_without_an_address_waits_for_a_call(database: Database, now: datetime) -> None:
    with database.writing() as session:
        sign_up_id = make.signed_up(session, make.cafe(session, now=now), now=now)
        letter = make.letter(session, sign_up_id, now=now, address=None)

    assert (row_of(database, letter).state, claim(database, now)) == (LetterState.TO_CALL, None)
    with pytest.raises(Refused, match=r"letter\.no_address"), database.writing() as session:
        letters.again(session, letter, by=make.COORDINATOR, now=now)


def test_staff_who_called_say_so_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        sign_up_id = make.signed_up(session, make.cafe(session, now=now), now=now)
        letter = make.letter(session, sign_up_id, now=now, address=None)
        for _twice in range(2):
            letters.passed_on(session, letter, by=make.COORDINATOR, now=now)

    assert row_of(database, letter).state is LetterState.SENT
    assert kinds_of(database).count("letter.called") == 1
