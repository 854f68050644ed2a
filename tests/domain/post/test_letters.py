"""Letters in the out-tray: written once, claimed by one, tried again with patience, never lost."""

from datetime import datetime, timedelta

import pytest

from domain.actors import PARENT
from domain.gatherings import events
from domain.post import letters, out_tray
from domain.post.out_tray import Claimed
from domain.refused import Refused
from domain.taking_part import sign_ups
from mail.post import Fate, Outcome
from store.database import Database
from store.models import JournalLine, Letter
from store.states import LetterState
from tests import make

LATER = Outcome(Fate.LATER, "451 later")
REFUSED = Outcome(Fate.REFUSED, "550 nobody here")


@pytest.fixture
def letter(database: Database, now: datetime) -> int:
    """A confirmation for a parent with a seat."""
    with database.writing() as session:
        sign_up_id = make.signed_up(session, make.cafe(session, now=now), now=now)
        return make.letter(session, sign_up_id, now=now)


def _claim(database: Database, now: datetime) -> Claimed | None:
    with database.writing() as session:
        return out_tray.claim(session, now=now)


def _post(database: Database, outcome: Outcome, now: datetime) -> LetterState | None:
    claimed = _claim(database, now)
    assert claimed
    with database.writing() as session:
        return out_tray.settle(session, claimed, outcome, now=now, jitter=0.5)


def _row(database: Database, letter_id: int) -> Letter:
    with database.reading() as session:
        return session.get_one(Letter, letter_id)


def _kinds(database: Database) -> list[str]:
    with database.reading() as session:
        return [line.kind for line in session.query(JournalLine).order_by(JournalLine.id)]


def test_the_same_letter_is_written_once(database: Database, letter: int, now: datetime) -> None:
    new = letters.NewLetter(
        dedupe_key=_row(database, letter).dedupe_key,
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
    first, second = _claim(database, now), _claim(database, now)

    assert (first and first.id, second) == (letter, None)


def test_a_letter_whose_postman_vanished_is_claimed_again_as_the_same_letter(
    database: Database, letter: int, now: datetime
) -> None:
    first = _claim(database, now)
    again = _claim(database, now + out_tray.CLAIM)

    assert first and again
    assert (again.id, again.attempt, again.envelope.message_id) == (letter, 2, first.envelope.message_id)


def test_a_postman_who_comes_back_too_late_changes_nothing(database: Database, letter: int, now: datetime) -> None:
    first = _claim(database, now)
    _claim(database, now + out_tray.CLAIM)

    assert first
    with database.writing() as session:
        settled = out_tray.settle(session, first, REFUSED, now=now, jitter=0)
    assert (settled, _row(database, letter).state) == (None, LetterState.SENDING)


def test_a_letter_that_arrived_is_done(database: Database, letter: int, now: datetime) -> None:
    _post(database, Outcome(Fate.ACCEPTED), now)

    row = _row(database, letter)
    assert (row.state, row.sent_at, row.claimed_until) == (LetterState.SENT, now, None)


def test_without_a_mail_server_a_letter_is_kept_and_not_sent_later_by_itself(
    database: Database, letter: int, now: datetime
) -> None:
    _post(database, Outcome(Fate.NO_SERVER), now)

    assert _row(database, letter).state is LetterState.KEPT
    assert _claim(database, now + timedelta(days=1)) is None


def test_pauses_double_up_to_four_hours(database: Database, letter: int, now: datetime) -> None:
    pauses = []
    for _attempt in range(11):
        _post(database, LATER, now)
        pauses.append((_row(database, letter).next_at - now).total_seconds() / 60)
        now = _row(database, letter).next_at

    assert pauses == [1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240]


def test_after_two_days_of_trying_a_letter_has_failed(database: Database, letter: int, now: datetime) -> None:
    started = now
    while _post(database, LATER, now) is LetterState.QUEUED:
        now = _row(database, letter).next_at

    assert timedelta(hours=44) < now - started < timedelta(hours=56)
    assert _kinds(database)[-1] == "letter.failed"


def test_a_letter_that_is_refused_has_failed_and_the_journal_tells(
    database: Database, letter: int, now: datetime
) -> None:
    state = _post(database, REFUSED, now)

    with database.reading() as session:
        (line,) = session.query(JournalLine).filter_by(kind="letter.failed")
    assert (state, _row(database, letter).last_error) == (LetterState.FAILED, "550 nobody here")
    assert (line.subject_id, line.facts) == (letter, {"letter": "sign_up_confirmed"})


def test_a_letter_about_a_failed_letter_that_fails_too_is_not_told(
    database: Database, letter: int, now: datetime
) -> None:
    _post(database, REFUSED, now)
    with database.writing() as session:
        about = {"kind": "letter_failed", "subject": ("letter", letter), "dedupe_key": "alarm"}
        make.letter(session, letter, now=now, message_id="<alarm@punt.example.nl>", **about)
    _post(database, REFUSED, now)

    assert _kinds(database).count("letter.failed") == 1


def test_who_cancelled_meanwhile_is_not_told_to_be_welcome(database: Database, letter: int, now: datetime) -> None:
    with database.writing() as session:
        sign_ups.cancel(session, 1, by=PARENT, now=now)

    assert _claim(database, now) is None
    assert _row(database, letter).state is LetterState.DROPPED


def test_a_gathering_that_was_called_off_or_is_over_is_not_confirmed(
    database: Database, letter: int, now: datetime
) -> None:
    with database.writing() as session:
        events.cancel(session, 1, by=make.COORDINATOR, now=now)

    assert _claim(database, now) is None
    assert _row(database, letter).state is LetterState.DROPPED


def test_a_letter_that_comes_too_late_for_its_gathering_is_dropped(
    database: Database, letter: int, now: datetime
) -> None:
    assert _claim(database, now + timedelta(days=8)) is None
    assert _row(database, letter).state is LetterState.DROPPED


@pytest.mark.parametrize("outcome", [Outcome(Fate.NO_SERVER), REFUSED])
def test_staff_send_a_kept_or_failed_letter_again(
    database: Database, letter: int, now: datetime, outcome: Outcome
) -> None:
    _post(database, outcome, now)
    with database.writing() as session:
        letters.again(session, letter, by=make.COORDINATOR, now=now)

    claimed = _claim(database, now)
    assert claimed
    assert (claimed.envelope.message_id, claimed.attempt) == ("<1@punt.example.nl>", 1)


def test_a_letter_that_arrived_before_is_sent_again_as_a_new_one(
    database: Database, letter: int, now: datetime
) -> None:
    _post(database, Outcome(Fate.ACCEPTED), now)
    with database.writing() as session:
        letters.again(session, letter, by=make.COORDINATOR, now=now)

    claimed = _claim(database, now)
    assert claimed
    assert claimed.envelope.message_id != "<1@punt.example.nl>"
    assert claimed.envelope.message_id.endswith("@punt.example.nl>")


def test_a_letter_on_its_way_is_not_started_again(database: Database, letter: int, now: datetime) -> None:
    _claim(database, now)
    with database.writing() as session:
        letters.again(session, letter, by=make.COORDINATOR, now=now)

    assert (_row(database, letter).state, "letter.again" in _kinds(database)) == (LetterState.SENDING, False)


def test_an_erased_letter_can_not_be_sent_again(database: Database, letter: int, now: datetime) -> None:
    _post(database, Outcome(Fate.NO_SERVER), now)
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

    assert (_row(database, letter).state, _claim(database, now)) == (LetterState.TO_CALL, None)
    with pytest.raises(Refused, match=r"letter\.no_address"), database.writing() as session:
        letters.again(session, letter, by=make.COORDINATOR, now=now)


def test_staff_who_called_say_so_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        sign_up_id = make.signed_up(session, make.cafe(session, now=now), now=now)
        letter = make.letter(session, sign_up_id, now=now, address=None)
        for _twice in range(2):
            letters.passed_on(session, letter, by=make.COORDINATOR, now=now)

    assert _row(database, letter).state is LetterState.SENT
    assert _kinds(database).count("letter.called") == 1
