"""What arrives in the calendar of somebody who signs up, read by a parser that shares nothing with the writer."""

from datetime import datetime, timedelta
from itertools import pairwise

import vobject

from automations.run import run
from domain.actors import PARENT
from domain.post import out_tray
from domain.taking_part import sign_ups
from store.database import Database
from store.models import Letter
from store.states import LetterState
from tests import make
from tests.domain.gatherings.received import PLAN, cafe, call_off, join, move, received

__all__ = ["cafe"]


def leave(database: Database, sign_up_id: int, now: datetime) -> None:
    with database.writing() as session:
        sign_ups.cancel(session, sign_up_id, by=PARENT, now=now)


def said(files: list[vobject.base.Component]) -> list[tuple[str, str]]:
    return [(one.method.value, one.vevent.status.value) for one in files]


def test_one_gathering_keeps_one_name_while_its_number_only_goes_up(
    database: Database, cafe: int, now: datetime
) -> None:
    first = join(database, cafe, now)
    received(database, now)
    move(database, cafe, now, PLAN + timedelta(days=1))
    received(database, now)
    leave(database, first, now)
    received(database, now)
    join(database, cafe, now)
    received(database, now)
    call_off(database, cafe, now)

    files = received(database, now)
    numbers = [int(one.vevent.sequence.value) for one in files]
    assert said(files) == [
        ("REQUEST", "CONFIRMED"),
        ("REQUEST", "CONFIRMED"),
        ("CANCEL", "CANCELLED"),
        ("REQUEST", "CONFIRMED"),
        ("CANCEL", "CANCELLED"),
    ]
    assert len({one.vevent.uid.value for one in files}) == 1
    assert all(before < after for before, after in pairwise(numbers))


def test_who_takes_back_giving_up_has_it_in_the_calendar_again(database: Database, cafe: int, now: datetime) -> None:
    first = join(database, cafe, now)
    received(database, now)
    leave(database, first, now)
    received(database, now)
    with database.writing() as session:
        sign_ups.undo(session, first, by=PARENT, now=now)

    files = received(database, now)
    numbers = [int(one.vevent.sequence.value) for one in files]
    assert [method for method, _status in said(files)] == ["REQUEST", "CANCEL", "REQUEST"]
    assert all(before < after for before, after in pairwise(numbers))


def test_a_letter_that_takes_out_never_wins_from_the_one_that_puts_in_again(
    database: Database, cafe: int, now: datetime
) -> None:
    first = join(database, cafe, now)
    received(database, now)
    leave(database, first, now)
    join(database, cafe, now)

    out, again = received(database, now)[1:]
    assert said([out, again]) == [("CANCEL", "CANCELLED"), ("REQUEST", "CONFIRMED")]
    assert int(out.vevent.sequence.value) < int(again.vevent.sequence.value)


def test_leaving_and_coming_back_before_any_letter_left_ends_in_the_calendar(
    database: Database, cafe: int, now: datetime
) -> None:
    leave(database, join(database, cafe, now), now)
    join(database, cafe, now)

    assert said(received(database, now)) == [("REQUEST", "CONFIRMED")]


def test_what_was_never_posted_is_not_taken_out(database: Database, cafe: int, now: datetime) -> None:
    first = join(database, cafe, now)
    run(database, now, make.LETTERHEAD)
    leave(database, first, now)

    files = received(database, now)
    with database.reading() as session:
        letters = [(one.kind, one.state) for one in session.query(Letter).order_by(Letter.id)]
    assert files == []
    assert letters == [("sign_up_confirmed", LetterState.DROPPED), ("sign_up_cancelled", LetterState.SENT)]


def test_what_may_have_arrived_is_taken_out(database: Database, cafe: int, now: datetime) -> None:
    first = join(database, cafe, now)
    run(database, now, make.LETTERHEAD)
    with database.writing() as session:
        assert out_tray.claim(session, now=now)  # on its way, and nobody knows what came of it
    leave(database, first, now)

    assert said(received(database, now)) == [("CANCEL", "CANCELLED")]


def test_who_only_waited_gets_nothing_in_or_out_of_the_calendar(database: Database, cafe: int, now: datetime) -> None:
    join(database, cafe, now, people=2)
    join(database, cafe, now, "Bo")
    received(database, now)
    call_off(database, cafe, now)

    assert received(database, now, "bo") == []


def test_the_file_names_its_reader_and_nobody_else(database: Database, cafe: int, now: datetime) -> None:
    join(database, cafe, now)
    join(database, cafe, now, "Bo")

    (file,) = received(database, now)
    assert [one.value for one in file.vevent.contents["attendee"]] == ["mailto:farida@example.nl"]
    assert "bo@" not in file.serialize().lower()
