"""The out-tray and a real mail server: never lost, never doubled without need."""

import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from automations.posting import post_letters
from domain.post import letters, out_tray
from mail.post import Envelope, NoPostman, Outcome, SmtpPostman
from store.database import Database
from store.models import Letter
from store.states import LetterState
from tests import make
from tests.post_office import PostOffice

SENDER = make.LETTERHEAD.sender


class PowerCut(BaseException):
    """The process dies: nothing after this line happens."""


class PostsAndDies:
    """Hands the letter over, and never comes back to tell."""

    def __init__(self, office: PostOffice) -> None:
        self._postman = SmtpPostman(office.url(), SENDER)

    def post(self, envelope: Envelope, *, now: datetime) -> Outcome:
        self._postman.post(envelope, now=now)
        raise PowerCut


def _write(database: Database, now: datetime, count: int = 1) -> list[int]:
    with database.writing() as session:
        cafe = make.cafe(session, now=now, seats=100)
        ids = [make.signed_up(session, cafe, f"Ouder{number}", now=now) for number in range(count)]
        return [make.letter(session, one, now=now, address=f"ouder{one}@example.nl") for one in ids]


def _at(moment: datetime) -> Callable[[], datetime]:
    return lambda: moment


def _post(database: Database, office: PostOffice, now: datetime) -> int:
    return post_letters(database, SmtpPostman(office.url(), SENDER), _at(now))


def _states(database: Database) -> list[tuple[LetterState, int]]:
    with database.reading() as session:
        return [(row.state, row.attempts) for row in session.query(Letter).order_by(Letter.id)]


def test_what_is_written_arrives(database: Database, post_office: PostOffice, now: datetime) -> None:
    _write(database, now, 3)

    accepted = _post(database, post_office, now)

    assert (accepted, _states(database)) == (3, [(LetterState.SENT, 1)] * 3)
    assert [mail["To"] for mail in post_office.received()] == [f"Farida <ouder{one}@example.nl>" for one in (1, 2, 3)]


def test_a_letter_with_a_calendar_file_arrives_whole(
    database: Database, post_office: PostOffice, now: datetime
) -> None:
    with database.writing() as session:
        sign_up_id = make.signed_up(session, make.cafe(session, now=now), now=now)
        calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
        make.letter(session, sign_up_id, now=now, calendar=calendar, calendar_method="REQUEST")

    _post(database, post_office, now)

    (mail,) = post_office.received()
    assert [part.get_filename() for part in mail.iter_attachments()] == ["agenda.ics"]


def test_a_server_that_was_down_gets_everything_when_it_is_up(
    database: Database, post_office: PostOffice, now: datetime
) -> None:
    _write(database, now, 3)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        down = SmtpPostman(f"smtp://127.0.0.1:{closed.getsockname()[1]}", SENDER)
        post_letters(database, down, _at(now))
    tried = _states(database)

    _post(database, post_office, now + timedelta(minutes=2))

    assert tried == [(LetterState.QUEUED, 1), (LetterState.QUEUED, 0), (LetterState.QUEUED, 0)]
    assert len(post_office.received()) == 3


def test_a_letter_put_off_is_posted_later(database: Database, post_office: PostOffice, now: datetime) -> None:
    _write(database, now)
    post_office.answer(recipient="451 try again")
    _post(database, post_office, now)
    post_office.answer()

    too_early = _post(database, post_office, now + timedelta(seconds=29))
    later = _post(database, post_office, now + timedelta(seconds=91))

    assert (too_early, later) == (0, 1)


def test_a_refused_letter_is_not_tried_again_and_the_others_arrive(
    database: Database, post_office: PostOffice, now: datetime
) -> None:
    first, _second = _write(database, now, 2)
    with database.writing() as session:
        session.get_one(Letter, first).address = "geen adres"

    accepted = _post(database, post_office, now)

    assert (accepted, _states(database)) == (1, [(LetterState.FAILED, 1), (LetterState.SENT, 1)])


def test_a_postman_who_dies_after_the_servers_yes_posts_the_same_letter_again(
    database: Database, post_office: PostOffice, now: datetime
) -> None:
    _write(database, now)
    with pytest.raises(PowerCut):
        post_letters(database, PostsAndDies(post_office), _at(now))

    nothing_yet = _post(database, post_office, now + timedelta(minutes=1))
    again = _post(database, post_office, now + out_tray.CLAIM)

    first, second = post_office.received()
    assert (nothing_yet, again, first["Message-ID"]) == (0, 1, second["Message-ID"])


def test_without_a_server_every_letter_is_kept_until_staff_send_it(
    database: Database, post_office: PostOffice, now: datetime
) -> None:
    one, _two = _write(database, now, 2)
    post_letters(database, NoPostman(), _at(now))
    by_itself = _post(database, post_office, now + timedelta(days=1))
    with database.writing() as session:
        letters.again(session, one, by=make.COORDINATOR, now=now)

    by_hand = _post(database, post_office, now)

    assert (by_itself, by_hand) == (0, 1)
    assert _states(database) == [(LetterState.SENT, 1), (LetterState.KEPT, 1)]


def test_of_many_postmen_each_letter_has_one(database: Database, post_office: PostOffice, now: datetime) -> None:
    _write(database, now, 40)

    with ThreadPoolExecutor(4) as postmen:
        accepted = sum(postmen.map(lambda _postman: _post(database, post_office, now), range(4)))

    received = [mail["Message-ID"] for mail in post_office.received()]
    assert (accepted, len(received), len(set(received))) == (40, 40, 40)
