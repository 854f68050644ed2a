"""What arrives in the calendar of somebody who signs up, read by a parser that shares nothing with the writer."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
import vobject

from automations.run import run
from domain.actors import PARENT
from domain.gatherings import events, series
from domain.gatherings.recurrence import Rule
from domain.post import out_tray
from domain.taking_part import sign_ups
from store.database import Database
from store.models import Event, Letter, SignUp
from store.states import LetterState, Way
from tests import make
from tests.make import COORDINATOR

PLAN = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)


@pytest.fixture
def cafe(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return make.cafe(session, now=now, seats=2, starts_at=PLAN)


def join(database: Database, cafe: int, now: datetime, name: str = "Farida", **facts: object) -> int:
    with database.writing() as session:
        return make.signed_up(session, cafe, name, now=now, **facts)


def leave(database: Database, sign_up_id: int, now: datetime) -> None:
    with database.writing() as session:
        sign_ups.cancel(session, sign_up_id, by=PARENT, now=now)


def move(database: Database, cafe: int, now: datetime, starts_at: datetime) -> None:
    with database.writing() as session:
        plan = make.event_plan(now=now, seats=2, starts_at=starts_at)
        events.change(session, cafe, plan, by=COORDINATOR, now=now)


def call_off(database: Database, cafe: int, now: datetime) -> None:
    with database.writing() as session:
        events.cancel(session, cafe, by=COORDINATOR, now=now)


def received(database: Database, now: datetime, name: str = "farida") -> list[vobject.base.Component]:
    """The calendar files that this reader got up to now, in order: the post is taken away too."""
    run(database, now, make.LETTERHEAD)
    with database.writing() as session:
        make.post(session, now=now)
        letters = session.query(Letter).where(Letter.state == LetterState.SENT).order_by(Letter.id).all()
        mine = [one.calendar for one in letters if one.address == f"{name}@example.nl"]
    return [vobject.readOne(one) for one in mine if one]


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


def test_a_moved_gathering_is_read_at_its_new_time(database: Database, cafe: int, now: datetime) -> None:
    join(database, cafe, now)
    received(database, now)
    move(database, cafe, now, PLAN + timedelta(hours=3))

    last = received(database, now)[-1].vevent
    assert last.dtstart.value == PLAN + timedelta(hours=3)
    assert last.dtstart.value.utcoffset() == timedelta(hours=1)


def test_each_date_of_a_series_is_an_appointment_of_its_own(database: Database, now: datetime) -> None:
    with database.writing() as session:
        plan = make.event_plan(now=now, starts_at=PLAN)
        dates = series.add(session, plan, Rule(PLAN.date(), count=2), skips_closed=False, by=COORDINATOR, now=now)
        for date in dates:
            events.open_up(session, date, by=COORDINATOR, now=now)
            make.signed_up(session, date, now=now)
    received(database, now)
    call_off(database, dates[0], now)

    first, second, last = (one.vevent for one in received(database, now))
    assert [one.dtstart.value for one in (first, second)] == [PLAN, PLAN + timedelta(days=7)]
    assert (first.uid.value == second.uid.value, first.uid.value == last.uid.value) == (False, True)
    assert last.status.value == "CANCELLED"
    assert not [name for one in (first, second, last) for name in ("rrule", "recurrence-id") if name in one.contents]


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


def test_only_who_takes_part_online_finds_the_link_to_the_meeting(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        cafe = make.cafe(session, now=now)
        session.get_one(Event, cafe).online_url = "https://meet.example.nl/geheim"
    join(sqlite, cafe, now)
    online = join(sqlite, cafe, now, "Bo")
    with sqlite.writing() as session:
        session.get_one(SignUp, online).way = Way.ONLINE

    (here,), (there,) = received(sqlite, now), received(sqlite, now, "bo")
    assert "geheim" not in here.serialize()
    assert there.vevent.description.value == "Doe mee via https://meet.example.nl/geheim"


@pytest.mark.parametrize(
    ("starts_at", "offset"),
    [
        (datetime(2026, 12, 1, 18, 30, tzinfo=UTC), 1),
        (datetime(2027, 6, 1, 17, 30, tzinfo=UTC), 2),
        (datetime(2027, 3, 27, 23, 30, tzinfo=UTC), 1),
        (datetime(2027, 3, 28, 1, 30, tzinfo=UTC), 2),
        (datetime(2027, 10, 30, 22, 30, tzinfo=UTC), 2),
        (datetime(2027, 10, 31, 1, 30, tzinfo=UTC), 0),  # the hour that comes twice is written in UTC
        (datetime(2027, 10, 31, 2, 30, tzinfo=UTC), 1),
    ],
)
def test_a_stranger_reads_the_right_hour_all_year(
    sqlite: Database, now: datetime, starts_at: datetime, offset: int
) -> None:
    with sqlite.writing() as session:
        cafe = make.cafe(session, now=now, starts_at=starts_at)
    join(sqlite, cafe, now)

    (file,) = received(sqlite, now)
    assert file.vevent.dtstart.value == starts_at
    assert file.vevent.dtstart.value.utcoffset() == timedelta(hours=offset)
    assert file.vevent.dtend.value == starts_at + timedelta(hours=2)
