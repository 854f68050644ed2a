"""Letters in the out-tray: written once, claimed by one, tried again with patience, never lost."""

from datetime import datetime, timedelta

from domain.actors import PARENT
from domain.gatherings import events
from domain.post import letters, out_tray
from domain.taking_part import sign_ups
from mail.post import Fate, Outcome
from store.database import Database
from store.models import JournalLine
from store.states import LetterState
from tests import make
from tests.domain.post.posting import REFUSED, claim, kinds_of, letter, post, row_of

__all__ = ["letter"]


LATER = Outcome(Fate.LATER, "451 later")


def test_the_same_letter_is_written_once(database: Database, letter: int, now: datetime) -> None:
    new = letters.NewLetter(
        dedupe_key=row_of(database, letter).dedupe_key,
        message_id="<other@punt.example.nl>",
        kind="sign_up_confirmed",
        subject=("sign_up", 1),
        recipient="Farida",
        address="farida@example.nl",
        title="Nog eens",
        body="Nog eens",
        language="nl",
    )

    with database.writing() as session:
        assert letters.write(session, new, now=now) is None


def test_a_message_id_follows_from_what_it_is_about_and_where() -> None:
    one, same, elsewhere = (
        letters.message_id("12/confirmed", origin=f"https://{host}") for host in ("a.nl", "a.nl", "b.nl")
    )

    assert (one == same, one == elsewhere, one.endswith("@a.nl>")) == (True, False, True)


def test_a_claimed_letter_is_nobody_elses(database: Database, letter: int, now: datetime) -> None:
    first, second = claim(database, now), claim(database, now)

    assert (first and first.id, second) == (letter, None)


def test_a_letter_whose_postman_vanished_is_claimed_again_as_the_same_letter(
    database: Database, letter: int, now: datetime
) -> None:
    first = claim(database, now)
    again = claim(database, now + out_tray.CLAIM)

    assert first and again
    assert (again.id, again.attempt, again.envelope.message_id) == (letter, 2, first.envelope.message_id)


def test_a_postman_who_comes_back_too_late_changes_nothing(database: Database, letter: int, now: datetime) -> None:
    first = claim(database, now)
    claim(database, now + out_tray.CLAIM)

    assert first
    with database.writing() as session:
        settled = out_tray.settle(session, first, REFUSED, now=now, jitter=0)
    assert (settled, row_of(database, letter).state) == (None, LetterState.SENDING)


def test_a_letter_that_arrived_is_done(database: Database, letter: int, now: datetime) -> None:
    post(database, Outcome(Fate.ACCEPTED), now)

    row = row_of(database, letter)
    assert (row.state, row.sent_at, row.claimed_until) == (LetterState.SENT, now, None)


def test_without_a_mail_server_a_letter_is_kept_and_not_sent_later_by_itself(
    database: Database, letter: int, now: datetime
) -> None:
    post(database, Outcome(Fate.NO_SERVER), now)

    assert row_of(database, letter).state is LetterState.KEPT
    assert claim(database, now + timedelta(days=1)) is None


def test_pauses_double_up_to_four_hours(database: Database, letter: int, now: datetime) -> None:
    pauses = []
    for _attempt in range(11):
        post(database, LATER, now)
        pauses.append((row_of(database, letter).next_at - now).total_seconds() / 60)
        now = row_of(database, letter).next_at

    assert pauses == [1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240]


def test_after_two_days_of_trying_a_letter_has_failed(database: Database, letter: int, now: datetime) -> None:
    started = now
    while post(database, LATER, now) is LetterState.QUEUED:
        now = row_of(database, letter).next_at

    assert timedelta(hours=44) < now - started < timedelta(hours=56)
    assert kinds_of(database)[-1] == "letter.failed"


def test_a_letter_that_is_refused_has_failed_and_the_journal_tells(
    database: Database, letter: int, now: datetime
) -> None:
    state = post(database, REFUSED, now)

    with database.reading() as session:
        (line,) = session.query(JournalLine).filter_by(kind="letter.failed")
    assert (state, row_of(database, letter).last_error) == (LetterState.FAILED, "550 nobody here")
    assert (line.subject_id, line.facts) == (letter, {"letter": "sign_up_confirmed"})


def test_a_letter_about_a_failed_letter_that_fails_too_is_not_told(
    database: Database, letter: int, now: datetime
) -> None:
    post(database, REFUSED, now)
    with database.writing() as session:
        about = {"kind": "letter_failed", "subject": ("letter", letter), "dedupe_key": "alarm"}
        make.letter(session, letter, now=now, message_id="<alarm@punt.example.nl>", **about)
    post(database, REFUSED, now)

    assert kinds_of(database).count("letter.failed") == 1


def test_who_cancelled_meanwhile_is_not_told_to_be_welcome(database: Database, letter: int, now: datetime) -> None:
    with database.writing() as session:
        sign_ups.cancel(session, 1, by=PARENT, now=now)

    assert claim(database, now) is None
    assert row_of(database, letter).state is LetterState.DROPPED


def test_a_gathering_that_was_called_off_or_is_over_is_not_confirmed(
    database: Database, letter: int, now: datetime
) -> None:
    with database.writing() as session:
        events.cancel(session, 1, by=make.COORDINATOR, now=now)

    assert claim(database, now) is None
    assert row_of(database, letter).state is LetterState.DROPPED


def test_a_letter_that_comes_too_late_for_its_gathering_is_dropped(
    database: Database, letter: int, now: datetime
) -> None:
    assert claim(database, now + timedelta(days=8)) is None
    assert row_of(database, letter).state is LetterState.DROPPED
