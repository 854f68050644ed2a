"""Gatherings are planned, changed, opened up, closed and called off."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.gatherings import events
from domain.gatherings.event_plans import VenuePlan
from domain.refused import Refused
from domain.taking_part import sign_ups
from store.database import Database
from store.models import JournalLine, Venue
from store.queries.gatherings import events as shown
from store.queries.gatherings.events import EventFacts
from store.states import EventState
from tests import make
from tests.make import COORDINATOR


def facts(session: Session, event_id: int) -> EventFacts:
    session.flush()
    found = shown.event(session, event_id)
    assert found
    return found


def kinds(session: Session) -> list[str]:
    return list(session.scalars(select(JournalLine.kind).order_by(JournalLine.id)))


def test_a_new_gathering_is_a_draft(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = events.add(session, make.event_plan(now=now, topics=("F1",)), by=COORDINATOR, now=now)

    with database.reading() as session:
        found = facts(session, event_id)
    assert (found.state, found.title, found.place, [one.code for one in found.topics]) == (
        EventState.DRAFT,
        "Oudercafé",
        "De Wilg, Kerkstraat 1, Alkmaar",
        ["F1"],
    )


def test_opening_up_shows_it_and_closing_stops_sign_ups(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now)
        opened = facts(session, event_id).state
        events.close(session, event_id, by=COORDINATOR, now=now)
        events.close(session, event_id, by=COORDINATOR, now=now)
        closed = facts(session, event_id).state
        told = kinds(session)

    assert (opened, closed, told) == (
        EventState.OPEN,
        EventState.CLOSED,
        ["event.added", "event.opened", "event.closed"],
    )


def test_a_gathering_in_the_past_does_not_open(sqlite: Database, now: datetime) -> None:
    plan = make.event_plan(now=now, starts_at=now - timedelta(hours=1))

    with sqlite.writing() as session, pytest.raises(Refused, match=r"event.starts_in_the_past"):
        events.open_up(session, events.add(session, plan, by=COORDINATOR, now=now), by=COORDINATOR, now=now)


def test_calling_off_twice_is_harmless(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now)
        sign_ups.sign_up(session, event_id, make.party(), by=COORDINATOR, now=now)
        events.cancel(session, event_id, by=COORDINATOR, now=now)
        events.cancel(session, event_id, by=COORDINATOR, now=now)
        found, told = facts(session, event_id), kinds(session)

    assert (found.state, found.seats_taken, told.count("event.cancelled")) == (EventState.CANCELLED, 1, 1)


def test_what_was_called_off_stays_so(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)
        events.cancel(session, event_id, by=COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"event.is_over"):
            events.open_up(session, event_id, by=COORDINATOR, now=now)
        with pytest.raises(Refused, match=r"event.is_over"):
            events.change(session, event_id, make.event_plan(now=now), by=COORDINATOR, now=now)


@pytest.mark.parametrize(
    ("change", "revisions", "parts"),
    [
        ({"title": "Slaapcafé"}, 0, ["text"]),
        ({"topics": ("F1",)}, 0, ["text"]),
        ({"seats": 20}, 0, ["seats"]),
        ({"ends_at": datetime.fromisoformat("2026-12-01T15:00Z")}, 1, ["time"]),
        ({"venue": VenuePlan("De Bron", "GM0383")}, 1, ["place"]),
    ],
)
def test_time_and_place_make_a_new_revision(
    sqlite: Database, now: datetime, change: dict[str, object], revisions: int, parts: list[str]
) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)
        before = facts(session, event_id)
        events.change(session, event_id, make.event_plan(now=now, **change), by=COORDINATOR, now=now)
        after = facts(session, event_id)
        line = session.scalars(select(JournalLine).order_by(JournalLine.id.desc())).first()

    assert line and line.kind == "event.changed"
    assert (after.revision - before.revision, line.facts) == (revisions, {"changed": parts})
    assert after.changed_at > before.changed_at


def test_saving_without_a_change_writes_nothing(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)
        before, told = facts(session, event_id), kinds(session)
        events.change(session, event_id, make.event_plan(now=now), by=COORDINATOR, now=now + timedelta(hours=1))
        after, told_after = facts(session, event_id), kinds(session)

    assert (after, told_after) == (before, told)


def test_the_second_of_two_editors_is_told(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now)
        seen = facts(session, event_id).changed_at
    with database.writing() as session:
        events.change(session, event_id, make.event_plan(now=now, title="Een"), by=COORDINATOR, now=now, seen=seen)

    with database.writing() as session, pytest.raises(Refused, match=r"event.changed_meanwhile"):
        events.change(session, event_id, make.event_plan(now=now, title="Twee"), by=COORDINATOR, now=now, seen=seen)


def test_fewer_seats_than_are_taken_is_refused(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now, seats=3)
        sign_ups.sign_up(session, event_id, make.party(people=3), by=COORDINATOR, now=now)

        with pytest.raises(Refused) as refused:
            events.change(session, event_id, make.event_plan(now=now, seats=2), by=COORDINATOR, now=now)

    assert (refused.value.key, refused.value.field, refused.value.values) == (
        "event.seats_below_taken",
        "seats",
        {"taken": 3},
    )


def test_a_public_gathering_does_not_move_into_the_past(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)
        plan = make.event_plan(now=now, starts_at=now - timedelta(days=1))

        with pytest.raises(Refused, match=r"event.starts_in_the_past"):
            events.change(session, event_id, plan, by=COORDINATOR, now=now)


def test_the_same_venue_is_not_made_twice(sqlite: Database, now: datetime) -> None:
    spellings = [VenuePlan("De Wilg", "GM0361"), VenuePlan("de  wilg", "GM0361", "Kerkstraat 1", "Een lift.")]
    elsewhere = [VenuePlan("De Wilg", "GM0361", "Dorpsplein 2"), VenuePlan("De Wilg", "GM0383", "Kerkstraat 1")]

    with sqlite.writing() as session:
        for venue in (*spellings, *elsewhere):
            events.add(session, make.event_plan(now=now, venue=venue), by=COORDINATOR, now=now)
        made = session.scalars(select(Venue).order_by(Venue.id)).all()

    assert [(one.name, one.address, one.access) for one in made] == [
        ("De Wilg", "Kerkstraat 1", "Een lift."),
        ("De Wilg", "Dorpsplein 2", ""),
        ("De Wilg", "Kerkstraat 1", ""),
    ]
