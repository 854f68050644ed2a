"""A buddy's week: taps and exact hours, merged, and only one's own."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.actors import PARENT, Actor, Role
from domain.availability import availability
from domain.availability.availability import covers, merged, moments, without
from domain.refused import Refused
from matching.people import Daypart
from store.database import Database
from store.models import JournalLine
from store.queries.buddying.weeks import Block, week
from tests import make

blocks = st.lists(
    st.builds(
        lambda weekday, start, length: Block(weekday, start, min(1440, start + length)),
        st.integers(0, 6),
        st.integers(0, 1430),
        st.integers(10, 600),
    ),
    max_size=12,
)


def minutes(some: list[Block]) -> set[tuple[int, int]]:
    return {(one.weekday, minute) for one in some for minute in range(one.start, one.end)}


@given(blocks)
def test_merging_keeps_every_minute_once_and_leaves_a_gap_between_blocks(some: list[Block]) -> None:
    result = list(merged(some))

    assert minutes(result) == minutes(some)
    assert sum(one.end - one.start for one in result) == len(minutes(some))
    assert merged(reversed(result)) == tuple(result)


@given(blocks, blocks.filter(bool))
def test_cutting_hours_out_takes_exactly_those_minutes(some: list[Block], gone: list[Block]) -> None:
    result = list(without(some, gone[0]))

    assert minutes(result) == minutes(some) - minutes([gone[0]])


@pytest.mark.parametrize(
    ("block", "key"),
    [
        (Block(7, 540, 720), "availability.outside_day"),
        (Block(-1, 540, 720), "availability.outside_day"),
        (Block(0, 540, 1441), "availability.outside_day"),
        (Block(0, -5, 60), "availability.outside_day"),
        (Block(0, 720, 720), "availability.backwards"),
        (Block(0, 720, 540), "availability.backwards"),
    ],
)
def test_impossible_hours_are_refused_with_the_reason(block: Block, key: str) -> None:
    with pytest.raises(Refused) as refusal:
        merged([block])

    assert (refusal.value.key, refusal.value.field) == (key, "hours")


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Block(1, 1140, 1320), {(1, Daypart.EVENING)}),
        (Block(1, 540, 720), {(1, Daypart.MORNING)}),
        (Block(1, 690, 1080), {(1, Daypart.AFTERNOON)}),
        (Block(1, 660, 1140), {(1, Daypart.MORNING), (1, Daypart.AFTERNOON), (1, Daypart.EVENING)}),
        (Block(1, 1150, 1200), set()),
    ],
)
def test_an_hour_within_a_part_of_the_day_is_a_moment(block: Block, expected: set[object]) -> None:
    assert moments([block]) == expected


def test_a_tap_switches_one_part_and_leaves_exact_hours_alone(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        by = make.buddy_actor(buddy_id)
        availability.set_week(session, buddy_id, [Block(2, 480, 560)], by=by, now=now)

        on = availability.tap(session, buddy_id, 2, Daypart.MORNING, on=True, by=by, now=now)
        off = availability.tap(session, buddy_id, 2, Daypart.MORNING, on=False, by=by, now=now)

        assert (on, off) == ((Block(2, 480, 720),), (Block(2, 480, 540),))
        assert week(session, buddy_id) == (Block(2, 480, 540),)


def test_the_grid_shows_a_part_as_ticked_when_all_its_hours_are_there() -> None:
    some = [Block(0, 530, 730), Block(1, 545, 720)]

    assert (covers(some, 0, Daypart.MORNING), covers(some, 1, Daypart.MORNING)) == (True, False)


def test_exact_hours_are_added_and_a_day_is_cleared(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        by = make.buddy_actor(buddy_id)

        added = availability.add_hours(session, buddy_id, Block(1, 600, 630), by=by, now=now)
        cleared = availability.clear_day(session, buddy_id, 1, by=by, now=now)

        assert (added, cleared) == ((Block(1, 600, 630), make.TUESDAY_EVENING), ())


def test_the_same_week_again_writes_no_line(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        availability.set_week(session, buddy_id, [make.TUESDAY_EVENING], by=make.COORDINATOR, now=now)

        assert session.query(JournalLine).filter_by(kind="availability.changed").count() == 1


@pytest.mark.parametrize("by", [PARENT, make.buddy_actor(99), Actor(roles=frozenset({Role.POLICY}), buddy_id=1)])
def test_nobody_touches_the_week_of_another_buddy(sqlite: Database, now: datetime, by: Actor) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)

        with pytest.raises(Refused, match=r"^not_allowed$"):
            availability.set_week(session, buddy_id, [], by=by, now=now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            availability.tap(session, buddy_id, 0, Daypart.MORNING, on=True, by=by, now=now)
