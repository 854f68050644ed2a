"""A gathering leaves the calendar of who hosts it no more."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from automations.run import run
from domain.buddying import buddies
from domain.gatherings import events, hosts, left_out, series
from domain.gatherings.recurrence import Rule
from store.database import Database
from tests import make
from tests.domain.gatherings.host_received import HERE, answer, asked, change, evening, posted, received, said
from tests.make import COORDINATOR

__all__ = ["asked", "evening"]


@pytest.mark.parametrize("ends", ["taken back", "withdrawn", "stopped"])
def test_who_hosts_no_more_has_it_taken_out(
    database: Database, asked: tuple[int, int], now: datetime, ends: str
) -> None:
    answer(database, asked, True, now)
    received(database, now)
    with database.writing() as session:
        if ends == "taken back":
            hosts.take_back(session, *asked, by=COORDINATOR, now=now)
        elif ends == "withdrawn":
            hosts.answer(session, *asked, yes=False, by=make.buddy_actor(asked[1]), now=now)
        else:
            buddies.stop(session, asked[1], by=COORDINATOR, now=now)

    first, last = received(database, now)
    assert said([first, last]) == [("REQUEST", "CONFIRMED"), ("CANCEL", "CANCELLED")]
    assert first.vevent.uid.value == last.vevent.uid.value
    assert int(first.vevent.sequence.value) < int(last.vevent.sequence.value)


@pytest.mark.parametrize("yes", [None, False])
def test_who_never_said_yes_gets_nothing_in_or_out_of_the_calendar(
    database: Database, asked: tuple[int, int], now: datetime, evening: datetime, yes: bool | None
) -> None:
    posted(database, now)
    if yes is not None:
        answer(database, asked, yes, now)
    change(database, asked[0], evening + timedelta(days=7), HERE, now)
    posted(database, now)
    with database.writing() as session:
        events.cancel(session, asked[0], by=COORDINATOR, now=now)

    assert received(database, now) == []


def test_a_yes_that_was_taken_back_before_any_letter_left_takes_nothing_out(
    database: Database, asked: tuple[int, int], now: datetime
) -> None:
    answer(database, asked, True, now)
    run(database, now, make.LETTERHEAD)
    answer(database, asked, False, now)

    assert [(kind, bool(file)) for kind, file in posted(database, now)] == [("host_withdrawn", False)]


def test_a_date_that_is_left_out_leaves_the_calendar_and_comes_back_with_the_next_yes(
    sqlite: Database, now: datetime, evening: datetime
) -> None:
    with sqlite.writing() as session:
        plan, rule = make.event_plan(now=now, starts_at=evening), Rule(evening.date(), count=2)
        first, _other = series.add(session, plan, rule, skips_closed=False, by=COORDINATOR, now=now)
        asked = first, make.buddy(session, now=now)
        hosts.ask(session, *asked, by=COORDINATOR, now=now)
    answer(sqlite, asked, True, now)
    received(sqlite, now)
    with sqlite.writing() as session:
        left_out.skip(session, first, "Sinterklaas", by=COORDINATOR, now=now)
    received(sqlite, now)
    with sqlite.writing() as session:
        left_out.bring_back(session, first, by=COORDINATOR, now=now + timedelta(minutes=5))
    received(sqlite, now + timedelta(minutes=5))
    answer(sqlite, asked, True, now + timedelta(minutes=6))

    files = received(sqlite, now + timedelta(minutes=6))
    numbers = [int(one.vevent.sequence.value) for one in files]
    assert [method for method, _status in said(files)] == ["REQUEST", "CANCEL", "REQUEST"]
    assert all(before < after for before, after in pairwise(numbers))
