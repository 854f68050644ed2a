"""Gatherings that are over are rounded off by themselves."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from domain.clockwork.tidying import tidy
from domain.gatherings import events
from domain.gatherings.rounding_off import round_off
from domain.refused import Refused
from store.database import Database
from store.models import Event, JournalLine
from store.states import EventState
from tests import make

DAY = timedelta(days=1)
ENDS = timedelta(days=7, hours=2)


def rounded_off(database: Database, at: datetime) -> list[int]:
    """How many each part took."""
    parts: list[int] = []
    while True:
        with database.writing() as session:
            rows = round_off(session, at)
        if not rows:
            return parts
        parts.append(rows)


def states(database: Database) -> list[EventState]:
    with database.reading() as session:
        return list(session.scalars(select(Event.state).order_by(Event.id)))


def tidied(database: Database, at: datetime) -> None:
    with database.writing() as session:
        while tidy(session, at):
            pass


def test_what_parents_could_come_to_was_held_and_the_rest_stays(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.cafe(session, now=now)
        events.close(session, make.cafe(session, now=now), by=make.COORDINATOR, now=now)
        events.cancel(session, make.cafe(session, now=now), by=make.COORDINATOR, now=now)
        events.add(session, make.event_plan(now=now), by=make.COORDINATOR, now=now)
        make.cafe(session, now=now, starts_at=now + 8 * DAY)

    rounded_off(database, now + ENDS)

    assert states(database) == [
        EventState.HELD,
        EventState.HELD,
        EventState.CANCELLED,
        EventState.DRAFT,
        EventState.OPEN,
    ]


def test_it_goes_on_until_its_last_minute(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.cafe(session, now=now)

    assert rounded_off(sqlite, now + ENDS - timedelta(seconds=1)) == []


def test_twice_is_harmless_and_calendars_see_no_change(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now)
        revision = session.get_one(Event, event_id).revision

    parts = (rounded_off(database, now + ENDS), rounded_off(database, now + ENDS))

    with database.reading() as session:
        lines = session.scalars(select(JournalLine.actor).where(JournalLine.kind == "event.held"))
        assert (parts, list(lines), session.get_one(Event, event_id).revision) == (([1], []), ["clock"], revision)


@pytest.mark.parametrize(
    ("tidy_first", "state"), [(True, EventState.ARCHIVED), (False, EventState.HELD)], ids=["wiped", "with names"]
)
def test_the_archive_takes_what_has_no_names_any_more(
    database: Database, now: datetime, tidy_first: bool, state: EventState
) -> None:
    with database.writing() as session:
        make.signed_up(session, make.cafe(session, now=now), now=now)
    later = now + ENDS + 28 * DAY + timedelta(minutes=1)

    if tidy_first:
        tidied(database, later)
    rounded_off(database, later)

    assert states(database) == [state]


def test_much_goes_in_parts(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for _ in range(101):
            make.cafe(session, now=now)

    assert rounded_off(sqlite, now + ENDS) == [100, 1]


def test_what_is_over_cannot_be_changed_or_called_off(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)
    rounded_off(sqlite, now + ENDS)

    with pytest.raises(Refused, match=r"event\.is_over"), sqlite.writing() as session:
        events.cancel(session, event_id, by=make.COORDINATOR, now=now + ENDS)
