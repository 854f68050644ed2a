"""Appointments: in few words, and never two at once for a buddy or a parent."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import pairwise
from threading import Barrier

import pytest

from domain.actors import PARENT
from domain.availability import appointments, calling_off
from domain.buddying import buddies
from domain.care import matches
from domain.local_time import instant
from domain.matchmaking import requests
from domain.refused import Refused
from store.database import Database
from store.models import Appointment, Buddy, JournalLine, Match, TakenQuarter
from store.states import AppointmentState
from tests import appointed, make
from tests.appointed import planned as plan

HOUR = timedelta(hours=1)
ALL_AT_ONCE = 12


@pytest.fixture
def match(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return appointed.match(session, now=now)


def move(database: Database, number: int, starts_at: datetime, minutes: int = 60, *, now: datetime) -> None:
    with database.writing() as session:
        appointments.move(session, number, starts_at, minutes, "phone", by=make.COORDINATOR, now=now)


def cancel(database: Database, number: int, *, now: datetime) -> None:
    with database.writing() as session:
        appointments.cancel(session, number, by=make.COORDINATOR, now=now)


def another_match(database: Database, match: int, now: datetime) -> int:
    """A second parent of the same buddy."""
    with database.writing() as session:
        buddy_id = session.get_one(Match, match).buddy_id
        return appointed.running(session, buddy_id, now=now, email="fatma@example.nl")


def rest(database: Database, match: int, minutes: int) -> None:
    """Their buddy wants this much time after each appointment."""
    with database.writing() as session:
        session.get_one(Buddy, session.get_one(Match, match).buddy_id).buffer_minutes = minutes


def told(database: Database) -> list[str]:
    with database.reading() as session:
        lines = session.query(JournalLine).order_by(JournalLine.id)
        return [line.kind for line in lines if line.kind.startswith("appointment")]


def taken(database: Database) -> int:
    with database.reading() as session:
        return session.query(TakenQuarter).count()


def outcome(act: Callable[[], object]) -> str:
    try:
        act()
    except Refused as refused:
        return refused.key
    return "yes"


def at_once(acts: list[Callable[[], object]]) -> list[str]:
    """What came of each when they all start at the same moment."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        start.wait()
        return outcome(act)

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def test_an_appointment_is_planned_for_both(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)

    with database.reading() as session:
        row = session.get_one(Appointment, number)
        assert (row.state, row.starts_at, row.ends_at, row.contact_mode, row.revision) == (
            AppointmentState.PLANNED, now + HOUR, now + 2 * HOUR, "phone", 0,
        )  # fmt: skip
    assert taken(database) == 8
    assert told(database) == ["appointment.planned"]


def test_the_same_appointment_twice_is_one(database: Database, now: datetime, match: int) -> None:
    first, again = (plan(database, match, now + HOUR, now=now) for _twice in range(2))

    assert first == again
    assert told(database) == ["appointment.planned"]


@pytest.mark.parametrize("minutes_later", [-45, 15, 45])
def test_a_buddy_is_never_in_two_places(database: Database, now: datetime, match: int, minutes_later: int) -> None:
    plan(database, match, now + 2 * HOUR, now=now)
    second = another_match(database, match, now)

    said = outcome(lambda: plan(database, second, now + 2 * HOUR + timedelta(minutes=minutes_later), now=now))

    assert said == "appointment.buddy_taken"


def test_a_parent_is_never_in_two_places(database: Database, now: datetime, match: int) -> None:
    plan(database, match, now + HOUR, now=now)

    assert outcome(lambda: plan(database, match, now + HOUR, 30, now=now)) == "appointment.parent_taken"
    assert told(database) == ["appointment.planned"]


def test_one_after_the_other_is_fine(database: Database, now: datetime, match: int) -> None:
    plan(database, match, now + HOUR, now=now)

    plan(database, match, now + 2 * HOUR, now=now)

    assert told(database) == ["appointment.planned"] * 2


def test_the_rest_of_a_buddy_counts_after_an_appointment(database: Database, now: datetime, match: int) -> None:
    rest(database, match, 20)
    plan(database, match, now + 2 * HOUR, now=now)

    def with_another(starts_at: datetime) -> str:
        return outcome(lambda: plan(database, second, starts_at, now=now))

    second = another_match(database, match, now)
    assert with_another(now + 3 * HOUR + timedelta(minutes=15)) == "appointment.buddy_taken"
    assert with_another(now + HOUR) == "appointment.buddy_taken"
    assert with_another(now + 3 * HOUR + timedelta(minutes=30)) == "yes"


def test_a_parent_needs_no_rest_between(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match = appointed.match(session, now=now)
    rest(sqlite, match, 30)
    plan(sqlite, match, now + HOUR, now=now)

    with sqlite.reading() as session:
        rows = [row.who.partition(":")[0] for row in session.query(TakenQuarter)]

    assert (rows.count("request"), rows.count("buddy")) == (4, 6)


def test_of_many_at_once_one_gets_the_moment(database: Database, now: datetime, match: int) -> None:
    second = another_match(database, match, now)
    # Each a quarter later than the one before: all of them overlap, no two are the same.
    wishes = [(match, second)[n % 2] for n in range(ALL_AT_ONCE)]

    later = [now + HOUR + timedelta(minutes=15 * n) for n in range(ALL_AT_ONCE)]

    said = at_once(
        [partial(plan, database, one, moment, 240, now=now) for one, moment in zip(wishes, later, strict=True)]
    )

    assert said.count("yes") == 1
    assert taken(database) == 32


def test_without_the_key_of_the_table_two_would_pass(database: Database, now: datetime, match: int) -> None:
    second = another_match(database, match, now)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE taken_quarter")
        connection.exec_driver_sql(
            "CREATE TABLE taken_quarter (who VARCHAR(24), quarter INTEGER, appointment_id INTEGER)"
        )

    said = at_once([partial(plan, database, one, now + HOUR, now=now) for one in (match, second)])

    assert said == ["yes", "yes"]


def test_moves_and_plans_at_once_never_overlap(database: Database, now: datetime, match: int) -> None:
    second = another_match(database, match, now)
    mine = [plan(database, match, now + n * 2 * HOUR, now=now) for n in (2, 3, 4)]

    def wished(n: int) -> Callable[[], object]:
        if n % 2:
            return lambda: move(database, mine[n % 3], now + 24 * HOUR + timedelta(minutes=15 * n), now=now)
        return lambda: plan(database, second, now + 24 * HOUR + timedelta(minutes=15 * n), now=now)

    at_once([wished(n) for n in range(ALL_AT_ONCE)])

    with database.reading() as session:
        planned = session.query(Appointment).filter_by(state=AppointmentState.PLANNED).order_by(Appointment.starts_at)
        rows = planned.all()
    assert all(one.ends_at <= later.starts_at for one, later in pairwise(rows))
    assert taken(database) == 8 * len(rows)


def test_a_moved_appointment_frees_its_old_time(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)

    for _twice in range(2):
        move(database, number, now + HOUR + timedelta(minutes=30), 30, now=now)

    with database.reading() as session:
        row = session.get_one(Appointment, number)
        assert (row.starts_at, row.ends_at, row.revision) == (
            now + HOUR + timedelta(minutes=30), now + 2 * HOUR, 1,
        )  # fmt: skip
    assert taken(database) == 4
    assert told(database) == ["appointment.planned", "appointment.moved"]


def test_a_move_that_does_not_fit_changes_nothing(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)
    plan(database, match, now + 3 * HOUR, now=now)
    with database.writing() as session, pytest.raises(Refused, match=r"^appointment.parent_taken$"):
        appointments.move(session, number, now + 3 * HOUR, 90, "phone", by=make.COORDINATOR, now=now)

    with database.reading() as session:
        row = session.get_one(Appointment, number)
        assert (row.starts_at, row.ends_at, row.revision) == (now + HOUR, now + 2 * HOUR, 0)
    assert taken(database) == 16


def test_what_was_called_off_frees_its_time(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)

    for _twice in range(2):
        cancel(database, number, now=now)

    with database.reading() as session:
        row = session.get_one(Appointment, number)
        assert (row.state, row.revision) == (AppointmentState.CANCELLED, 1)
    assert taken(database) == 0
    assert told(database) == ["appointment.planned", "appointment.cancelled"]
    assert plan(database, match, now + HOUR, now=now) != number


def test_a_parent_says_that_it_does_not_suit(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)
    with database.writing() as session:
        request_id = session.get_one(Match, match).request_id
        for _twice in range(2):
            appointments.not_convenient(session, number, request_id, now=now)

    with database.reading() as session:
        line = session.query(JournalLine).filter_by(kind="appointment.cancelled").one()
        assert (line.actor, line.facts) == ("parent", {"parent": True})


def test_a_parent_cannot_touch_the_appointment_of_another(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)

    with database.writing() as session:
        other = make.request(session, now=now, email="fatma@example.nl")
        with pytest.raises(Refused, match=r"^not_found$"):
            appointments.not_convenient(session, number, other, now=now)


def test_another_buddy_may_do_nothing(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)

    with database.writing() as session:
        stranger = make.buddy_actor(make.buddy(session, now=now, email="b@example.nl"))
        with pytest.raises(Refused, match=r"^not_allowed$"):
            appointments.plan(session, match, now + 5 * HOUR, 60, "phone", by=stranger, now=now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            appointments.move(session, number, now + 5 * HOUR, 60, "phone", by=stranger, now=now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            appointments.cancel(session, number, by=stranger, now=now)


def test_moments_that_make_no_sense_are_refused(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match = appointed.match(session, now=now)

    def said(starts_at: datetime, minutes: int = 60) -> str:
        return outcome(lambda: plan(sqlite, match, starts_at, minutes, now=now))

    assert said(now) == "appointment.past"
    assert said(now - HOUR) == "appointment.past"
    assert said(now + timedelta(days=366)) == "appointment.far"
    assert said(now + timedelta(minutes=70)) == "appointment.quarter"
    assert said(now + HOUR, 241) == "appointment.length"
    assert said(now + HOUR, 0) == "appointment.length"
    assert said(now + HOUR, 240) == "yes"


def test_an_unknown_way_of_contact_is_refused(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match = appointed.match(session, now=now)
        with pytest.raises(Refused, match=r"^catalogue.unknown$"):
            appointments.plan(session, match, now + HOUR, 60, "pigeon", by=make.COORDINATOR, now=now)


def test_a_match_that_ended_takes_no_appointments(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)
    with database.writing() as session:
        matches.end(session, match, "agreed", by=make.COORDINATOR, now=now)

    assert outcome(lambda: plan(database, match, now + 5 * HOUR, now=now)) == "match.ended"
    assert outcome(lambda: move(database, number, now + 5 * HOUR, now=now)) == "match.ended"
    assert told(database) == ["appointment.planned", "appointment.cancelled"]


def test_a_parent_who_withdraws_has_no_appointments_left(database: Database, now: datetime, match: int) -> None:
    plan(database, match, now + HOUR, now=now)
    with database.writing() as session:
        requests.withdraw(session, session.get_one(Match, match).request_id, by=PARENT, now=now)

    assert (taken(database), told(database)) == (0, ["appointment.planned", "appointment.cancelled"])


def test_what_was_planned_for_a_match_that_ends_is_called_off(database: Database, now: datetime, match: int) -> None:
    plan(database, match, now + HOUR, now=now)
    plan(database, match, now + 3 * HOUR, now=now)

    with database.writing() as session:
        calling_off.call_off_rest(session, match, by=make.COORDINATOR, now=now + HOUR)

    with database.reading() as session:
        states = [row.state for row in session.query(Appointment).order_by(Appointment.id)]
    assert states == [AppointmentState.PLANNED, AppointmentState.CANCELLED]


def test_planning_while_a_match_ends_leaves_nothing_behind(database: Database, now: datetime, match: int) -> None:
    def end() -> None:
        with database.writing() as session:
            matches.end(session, match, "agreed", by=make.COORDINATOR, now=now)

    at_once([end, *(partial(plan, database, match, now + n * 2 * HOUR, now=now) for n in range(1, 6))])

    with database.reading() as session:
        assert {row.state for row in session.query(Appointment)} <= {AppointmentState.CANCELLED}
    assert taken(database) == 0


def test_a_buddy_who_stopped_has_no_appointments(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match = appointed.match(session, now=now)
        row = session.get_one(Match, match)
        buddies.locked(session, row.buddy_id).stopped_at = now

    assert outcome(lambda: plan(sqlite, match, now + HOUR, now=now)) == "match.ended"


def test_what_is_over_was_held(database: Database, now: datetime, match: int) -> None:
    plan(database, match, now + HOUR, now=now)
    counted = []
    for moment in (now + 2 * HOUR - timedelta(seconds=1), now + 2 * HOUR, now + 2 * HOUR):
        with database.writing() as session:
            counted.append(appointments.close_past(session, moment))

    assert counted == [0, 1, 0]
    assert taken(database) == 0
    assert told(database) == ["appointment.planned", "appointment.held"]


def test_what_has_begun_can_not_be_changed(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)

    assert outcome(lambda: cancel(database, number, now=now + HOUR)) == "appointment.begun"
    assert outcome(lambda: move(database, number, now + 9 * HOUR, now=now + HOUR)) == "appointment.begun"


def test_in_the_october_night_the_hour_that_comes_twice_is_two_hours(
    database: Database, now: datetime, match: int
) -> None:
    first = instant(date(2027, 10, 31), time(2, 30))
    later = now + timedelta(days=330)

    plan(database, match, first, now=later)
    plan(database, match, first + HOUR, now=later)

    assert first == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert told(database) == ["appointment.planned"] * 2


def test_in_the_march_night_an_hour_takes_four_quarters(database: Database, now: datetime, match: int) -> None:
    starts_at = instant(date(2027, 3, 28), time(1, 30))

    plan(database, match, starts_at, now=now)

    assert taken(database) == 8
    assert outcome(lambda: plan(database, match, instant(date(2027, 3, 28), time(3, 15)), now=now)) == (
        "appointment.parent_taken"
    )
    assert outcome(lambda: plan(database, match, instant(date(2027, 3, 28), time(3, 30)), now=now)) == "yes"
