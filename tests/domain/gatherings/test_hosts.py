"""Asking a buddy to host: only who can, one place at a time, and anew when the gathering moves."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest

from domain.actors import PARENT, Actor, Role
from domain.availability import availability
from domain.buddying import buddies
from domain.gatherings import events, hosts
from domain.refused import Refused
from store.database import Database
from store.models import EventHost, JournalLine
from store.queries.weeks import Block
from store.sessions import Session
from store.states import HostState
from tests import make

NINE_HOURS = timedelta(hours=9)


@pytest.fixture
def evening(now: datetime) -> datetime:
    """Tuesday 1 December 2026, 20:00 in Amsterdam, when a buddy has time."""
    return now + timedelta(days=7) + NINE_HOURS


def asked(session: Session, evening: datetime, now: datetime, **facts: str) -> tuple[int, int]:
    """A café on a Tuesday evening and a buddy who is asked to host it."""
    event_id = make.cafe(session, now=now, starts_at=evening)
    buddy_id = make.buddy(session, now=now, **facts)
    hosts.ask(session, event_id, buddy_id, by=make.COORDINATOR, now=now)
    return event_id, buddy_id


def say(session: Session, event_id: int, buddy_id: int, yes: bool, now: datetime) -> None:
    hosts.answer(session, event_id, buddy_id, yes=yes, by=make.buddy_actor(buddy_id), now=now)


def states(database: Database) -> list[HostState]:
    with database.reading() as session:
        return [row.state for row in session.query(EventHost).order_by(EventHost.event_id, EventHost.buddy_id)]


def lines(database: Database) -> list[tuple[str, int, dict[str, object]]]:
    with database.reading() as session:
        found = session.query(JournalLine).order_by(JournalLine.id)
        return [(one.kind, one.subject_id, dict(one.facts)) for one in found if one.kind.startswith("host")]


def test_a_free_buddy_is_asked_once_and_says_yes_once(database: Database, now: datetime, evening: datetime) -> None:
    with database.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        hosts.ask(session, event_id, buddy_id, by=make.COORDINATOR, now=now)
        for _twice in range(2):
            say(session, event_id, buddy_id, True, now)

    facts = {"buddy": buddy_id}
    assert states(database) == [HostState.ACCEPTED]
    assert lines(database) == [("host.asked", event_id, facts), ("host.accepted", event_id, facts)]


def test_a_no_becomes_a_yes_until_the_start(database: Database, now: datetime, evening: datetime) -> None:
    with database.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        say(session, event_id, buddy_id, False, now)
        say(session, event_id, buddy_id, True, evening - timedelta(minutes=1))

        with pytest.raises(Refused, match=r"^host.too_late$"):
            say(session, event_id, buddy_id, False, evening)

    assert states(database) == [HostState.ACCEPTED]


def test_who_said_no_may_be_asked_once_more(sqlite: Database, now: datetime, evening: datetime) -> None:
    with sqlite.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        say(session, event_id, buddy_id, False, now)
        hosts.ask(session, event_id, buddy_id, by=make.COORDINATOR, now=now)

    assert states(sqlite) == [HostState.ASKED]


def refusal(session: Session, event_id: int, buddy_id: int, now: datetime, by: Actor = make.COORDINATOR) -> str:
    with pytest.raises(Refused) as refused:
        hosts.ask(session, event_id, buddy_id, by=by, now=now)
    return refused.value.key


@pytest.mark.parametrize(
    ("start", "minutes", "key"),
    [
        ((19, 0), 180, ""),
        ((18, 59), 60, "host.not_free"),
        ((21, 0), 61, "host.not_free"),
        ((10, 0), 60, "host.not_free"),
    ],
)
def test_the_whole_gathering_must_lie_within_the_hours_of_the_week(
    sqlite: Database, now: datetime, start: tuple[int, int], minutes: int, key: str
) -> None:
    starts_at = (now + timedelta(days=7)).replace(hour=start[0] - 1, minute=start[1])
    with sqlite.writing() as session:
        ends_at = starts_at + timedelta(minutes=minutes)
        event_id = make.cafe(session, now=now, starts_at=starts_at, ends_at=ends_at)
        buddy_id = make.buddy(session, now=now)

        if key:
            assert refusal(session, event_id, buddy_id, now) == key
        else:
            hosts.ask(session, event_id, buddy_id, by=make.COORDINATOR, now=now)


def test_hours_are_those_on_the_wall_also_after_the_clock_changes(sqlite: Database, now: datetime) -> None:
    summer = now.replace(year=2027, month=6, day=1, hour=17)
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now, starts_at=summer)
        buddy_id = make.buddy(session, now=now)
        hosts.ask(session, event_id, buddy_id, by=make.COORDINATOR, now=now)

    assert states(sqlite) == [HostState.ASKED]


def test_a_gathering_past_midnight_needs_hours_on_both_days(sqlite: Database, now: datetime, evening: datetime) -> None:
    with sqlite.writing() as session:
        late = evening + timedelta(hours=3)
        event_id = make.cafe(session, now=now, starts_at=late, ends_at=late + timedelta(hours=2))
        buddy_id = make.buddy(session, now=now)
        by = make.buddy_actor(buddy_id)
        availability.set_week(session, buddy_id, [Block(1, 1140, 1440)], by=by, now=now)
        before = refusal(session, event_id, buddy_id, now)
        availability.add_hours(session, buddy_id, Block(2, 0, 60), by=by, now=now)
        hosts.ask(session, event_id, buddy_id, by=make.COORDINATOR, now=now)

    assert before == "host.not_free"


def test_a_buddy_who_rests_or_stopped_is_not_asked(sqlite: Database, now: datetime, evening: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now, starts_at=evening)
        rests, stopped = make.buddy(session, now=now), make.buddy(session, now=now, email="b@example.nl")
        buddies.pause(session, rests, by=make.COORDINATOR, now=now)
        buddies.stop(session, stopped, by=make.COORDINATOR, now=now)

        assert [refusal(session, event_id, one, now) for one in (rests, stopped)] == ["host.paused", "host.stopped"]


def test_nobody_is_asked_for_two_gatherings_at_once(sqlite: Database, now: datetime, evening: datetime) -> None:
    with sqlite.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        other = make.cafe(
            session, now=now, starts_at=evening + timedelta(minutes=30), ends_at=evening + 2 * NINE_HOURS / 9
        )
        assert refusal(session, other, buddy_id, now) == "host.elsewhere"

        hosts.take_back(session, event_id, buddy_id, by=make.COORDINATOR, now=now)
        hosts.ask(session, other, buddy_id, by=make.COORDINATOR, now=now)

    assert states(sqlite) == [HostState.ASKED]


def test_two_gatherings_that_touch_may_have_the_same_host(sqlite: Database, now: datetime, evening: datetime) -> None:
    with sqlite.writing() as session:
        half = timedelta(minutes=30)
        first = make.cafe(session, now=now, starts_at=evening, ends_at=evening + half)
        second = make.cafe(session, now=now, starts_at=evening + half, ends_at=evening + 2 * half)
        buddy_id = make.buddy(session, now=now)
        for one in (first, second):
            hosts.ask(session, one, buddy_id, by=make.COORDINATOR, now=now)

    assert states(sqlite) == [HostState.ASKED, HostState.ASKED]


def test_a_yes_to_one_rules_out_a_yes_to_another_at_the_same_moment(
    sqlite: Database, now: datetime, evening: datetime
) -> None:
    with sqlite.writing() as session:
        first, buddy_id = asked(session, evening, now)
        say(session, first, buddy_id, False, now)
        second = make.cafe(session, now=now, starts_at=evening)
        hosts.ask(session, second, buddy_id, by=make.COORDINATOR, now=now)
        say(session, second, buddy_id, True, now)

        with pytest.raises(Refused, match=r"^host.elsewhere$"):
            say(session, first, buddy_id, True, now)


def test_taking_back_twice_is_harmless_and_an_answer_comes_too_late(
    database: Database, now: datetime, evening: datetime
) -> None:
    with database.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        for _twice in range(2):
            hosts.take_back(session, event_id, buddy_id, by=make.COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"^host.not_asked$"):
            say(session, event_id, buddy_id, True, now)

    assert (states(database), [kind for kind, *_rest in lines(database)]) == ([], ["host.asked", "host.taken_back"])


def test_whoever_hosts_is_asked_anew_when_the_time_changes(
    database: Database, now: datetime, evening: datetime
) -> None:
    with database.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        say(session, event_id, buddy_id, True, now)
        declined = make.buddy(session, now=now, email="b@example.nl")
        hosts.ask(session, event_id, declined, by=make.COORDINATOR, now=now)
        say(session, event_id, declined, False, now)
        moved = make.event_plan(now=now, starts_at=evening + timedelta(days=7))
        for _twice in range(2):
            events.change(session, event_id, moved, by=make.COORDINATOR, now=now)

    assert states(database) == [HostState.ASKED, HostState.DECLINED]
    again = [one for one in lines(database) if one[2].get("again")]
    assert again == [("host.asked", event_id, {"buddy": buddy_id, "again": True})]


def test_another_title_asks_nobody_anew(sqlite: Database, now: datetime, evening: datetime) -> None:
    with sqlite.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        say(session, event_id, buddy_id, True, now)
        plan = make.event_plan(now=now, starts_at=evening, title="Koffie")
        events.change(session, event_id, plan, by=make.COORDINATOR, now=now)

    assert states(sqlite) == [HostState.ACCEPTED]


def test_nothing_is_asked_or_answered_once_it_is_called_off(sqlite: Database, now: datetime, evening: datetime) -> None:
    with sqlite.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        events.cancel(session, event_id, by=make.COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"^host.called_off$"):
            say(session, event_id, buddy_id, True, now)
        assert refusal(session, event_id, buddy_id, now) == "host.called_off"


@pytest.mark.parametrize("by", [PARENT, make.buddy_actor(999), Actor("Bo", frozenset({Role.POLICY}), 9)])
def test_only_the_buddy_and_staff_answer_and_only_staff_ask(
    sqlite: Database, now: datetime, evening: datetime, by: Actor
) -> None:
    with sqlite.writing() as session:
        event_id, buddy_id = asked(session, evening, now)

        assert refusal(session, event_id, buddy_id, now, by) == "not_allowed"
        with pytest.raises(Refused, match=r"^not_allowed$"):
            hosts.answer(session, event_id, buddy_id, yes=True, by=by, now=now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            hosts.take_back(session, event_id, buddy_id, by=by, now=now)

    assert states(sqlite) == [HostState.ASKED]


def test_two_coordinators_ask_the_same_buddy_for_the_same_moment_and_one_gets_it(
    database: Database, now: datetime, evening: datetime
) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        cafes = [make.cafe(session, now=now, starts_at=evening) for _two in range(2)]
    together = Barrier(2)

    def one(event_id: int) -> str:
        together.wait()
        try:
            with database.writing() as session:
                hosts.ask(session, event_id, buddy_id, by=make.COORDINATOR, now=now)
        except Refused as refused:
            return refused.key
        return "asked"

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(one, cafes))

    assert said == ["asked", "host.elsewhere"]


def test_who_stops_hosts_nothing_that_is_to_come_and_did_host_what_was(
    database: Database, now: datetime, evening: datetime
) -> None:
    with database.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        say(session, event_id, buddy_id, True, now)
        for weeks in (1, 2):
            coming = make.cafe(session, now=now, starts_at=evening + timedelta(weeks=weeks))
            hosts.ask(session, coming, buddy_id, by=make.COORDINATOR, now=now)
        say(session, coming, buddy_id, True, now)
    over = evening + timedelta(days=1)
    with database.writing() as session:
        for _twice in range(2):
            buddies.stop(session, buddy_id, by=make.COORDINATOR, now=over)

    with database.reading() as session:
        told = session.query(JournalLine).filter_by(kind="host.stopped").order_by(JournalLine.id)
        stopped = [(one.subject_id, one.facts) for one in told]
    assert states(database) == [HostState.ACCEPTED, HostState.DECLINED, HostState.DECLINED]
    assert stopped == [(coming - 1, {"buddy": buddy_id}), (coming, {"buddy": buddy_id, "after_yes": True})]
