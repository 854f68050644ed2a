"""A buddy who is away on the day of a gathering is not asked to host it; who has extra hours then is."""

from datetime import date, datetime, timedelta

import pytest

from domain.availability import days_off
from domain.availability.days_off import Days
from domain.buddying import buddies
from domain.gatherings import host_choice, hosts
from domain.gatherings.host_hours import hours_on
from domain.refused import Refused
from store.database import Database
from store.queries.buddying.free_time import OtherDays
from store.queries.buddying.weeks import Block
from store.sessions import Session
from tests import make

TUESDAY = date(2026, 12, 1)
EVENING = timedelta(days=7, hours=9)  # from now on: that Tuesday at 20:00
WEEK = (Block(1, 1140, 1320),)


def other(start: int | None, end: int | None, *, extra: bool, first: date = TUESDAY, last: date = TUESDAY) -> OtherDays:
    return OtherDays(1, first, last, start, end, extra)


@pytest.mark.parametrize(
    ("differ", "expected"),
    [
        ((), ((1, 1140, 1320),)),
        ((other(None, None, extra=False),), ()),
        ((other(1140, 1200, extra=False),), ((1, 1200, 1320),)),
        ((other(540, 600, extra=True),), ((1, 540, 600), (1, 1140, 1320))),
        ((other(1080, 1140, extra=True),), ((1, 1080, 1320),)),
        ((other(None, None, extra=True), other(600, 660, extra=False)), ((1, 0, 600), (1, 660, 1440))),
        ((other(None, None, extra=False, first=date(2026, 12, 2), last=date(2026, 12, 9)),), ((1, 1140, 1320),)),
    ],
)
def test_the_hours_of_one_day(differ: tuple[OtherDays, ...], expected: tuple[tuple[int, int, int], ...]) -> None:
    assert hours_on(WEEK, differ, TUESDAY, TUESDAY) == expected


def test_a_night_has_the_hours_of_both_days() -> None:
    week = (*WEEK, Block(2, 0, 120))
    away = other(None, None, extra=False, first=date(2026, 12, 2), last=date(2026, 12, 2))

    assert hours_on(week, (), TUESDAY, date(2026, 12, 2)) == ((1, 1140, 1320), (2, 0, 120))
    assert hours_on(week, (away,), TUESDAY, date(2026, 12, 2)) == ((1, 1140, 1320),)


def asked(session: Session, event_id: int, buddy_id: int, now: datetime) -> str:
    try:
        hosts.ask(session, event_id, buddy_id, by=make.COORDINATOR, now=now)
    except Refused as refused:
        return refused.key
    return "yes"


def obstacles(session: Session, event_id: int, buddy_id: int) -> tuple[str, ...]:
    (found,) = [one for one in host_choice.choices(session, event_id) if one.buddy_id == buddy_id]
    return found.obstacles


def test_who_is_away_is_not_asked_and_the_list_says_so(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now, starts_at=now + EVENING)
        buddy_id = make.buddy(session, now=now)
        days_off.add(session, buddy_id, Days(TUESDAY, TUESDAY), by=make.COORDINATOR, now=now)

        assert (asked(session, event_id, buddy_id, now), obstacles(session, event_id, buddy_id)) == (
            "host.not_free", ("not_free",),
        )  # fmt: skip


def test_who_has_extra_hours_then_is_asked(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now, starts_at=now + timedelta(days=7))
        buddy_id = make.buddy(session, now=now)
        before = asked(session, event_id, buddy_id, now)
        days_off.add(session, buddy_id, Days(TUESDAY, TUESDAY, (600, 900), True), by=make.COORDINATOR, now=now)

        assert (before, obstacles(session, event_id, buddy_id)) == ("host.not_free", ())
        assert asked(session, event_id, buddy_id, now) == "yes"


@pytest.mark.parametrize(
    ("until", "said", "why"),
    [
        (TUESDAY, "yes", ()),
        (TUESDAY + timedelta(days=1), "host.paused", ("paused",)),
        (None, "host.paused", ("paused",)),
    ],
)
def test_a_pause_counts_until_its_day(
    sqlite: Database, now: datetime, until: date | None, said: str, why: tuple[str, ...]
) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now, starts_at=now + EVENING)
        buddy_id = make.buddy(session, now=now)
        buddies.pause(session, buddy_id, until=until, by=make.COORDINATOR, now=now)

        assert obstacles(session, event_id, buddy_id) == why
        assert asked(session, event_id, buddy_id, now) == said
