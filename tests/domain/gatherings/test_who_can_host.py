"""Who can host: the hours of the week, rest, and other gatherings at the same moment."""

from datetime import datetime, timedelta

import pytest

from domain.availability import availability
from domain.buddying import buddies
from domain.gatherings import hosts
from domain.refused import Refused
from store.database import Database
from store.queries.buddying.weeks import Block
from store.states import HostState
from tests import make
from tests.domain.gatherings.hosting import NINE_HOURS, asked, evening, refusal, say, states

__all__ = ["evening"]


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
