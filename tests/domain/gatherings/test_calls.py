"""Who has no mail address is phoned, about everything at once, for as long as there is something to tell."""

from datetime import datetime, timedelta

import pytest

from automations.run import run
from domain.gatherings import calls, events
from domain.refused import Refused
from domain.taking_part import sign_ups
from store.database import Database
from store.models import JournalLine
from tests import make


@pytest.fixture
def cafe(database: Database, now: datetime) -> int:
    """A café with one seat: Wendy and Farida have only a phone, and Farida waits for the seat that Joris has."""
    with database.writing() as session:
        event_id = make.cafe(session, now=now, seats=2, offer_hours=24)
        for name, email, phone in (
            ("Wendy", "", "06 12345678"),
            ("Joris", "joris@example.nl", ""),
            ("Farida", "", "06 87654321"),
        ):
            party = make.party(name, email=email, phone=phone)
            sign_ups.sign_up(session, event_id, party, by=make.COORDINATOR, now=now)
    return event_id


def to_make(database: Database, event_id: int | None, now: datetime) -> list[tuple[str, str, tuple[str, ...]]]:
    run(database, now, make.LETTERHEAD)
    with database.reading() as session:
        return [(one.name, one.phone, one.about) for one in calls.to_make(session, event_id=event_id, now=now)]


def move(database: Database, event_id: int, now: datetime, days: int) -> None:
    with database.writing() as session:
        plan = make.event_plan(now=now, seats=2, offer_hours=24, starts_at=now + timedelta(days=days))
        events.change(session, event_id, plan, by=make.COORDINATOR, now=now)


def test_moved_twice_and_called_off_is_one_call_each(database: Database, cafe: int, now: datetime) -> None:
    move(database, cafe, now, 9)
    moved = to_make(database, cafe, now)
    move(database, cafe, now, 10)
    again = to_make(database, cafe, now)
    with database.writing() as session:
        events.cancel(session, cafe, by=make.COORDINATOR, now=now)

    off = to_make(database, None, now)

    changed = [("Wendy", "06 12345678", ("Bijeenkomst is gewijzigd",)),
               ("Farida", "06 87654321", ("Bijeenkomst is gewijzigd",))]  # fmt: skip
    assert (moved, again) == (changed, changed)
    assert off == [(name, phone, ("Bijeenkomst gaat niet door",)) for name, phone, _ in changed]


def test_an_offered_seat_is_a_call_with_a_deadline_until_it_is_answered(
    database: Database, cafe: int, now: datetime
) -> None:
    with database.writing() as session:
        sign_ups.cancel(session, 2, by=make.COORDINATOR, now=now)
    run(database, now, make.LETTERHEAD)
    with database.reading() as session:
        (offered,) = calls.to_make(session, event_id=cafe, now=now)
    with database.writing() as session:
        sign_ups.cancel(session, 3, by=make.COORDINATOR, now=now)

    assert (offered.name, offered.about, offered.until is not None) == (
        "Farida",
        ("Plaats aangeboden aan wie wacht",),
        True,
    )
    assert to_make(database, cafe, now) == []


def test_who_was_called_is_off_the_list_until_something_else_happens(
    database: Database, cafe: int, now: datetime
) -> None:
    move(database, cafe, now, 9)
    run(database, now, make.LETTERHEAD)
    with database.writing() as session:
        first = calls.to_make(session, event_id=cafe, now=now)[0]
    move(database, cafe, now, 10)
    run(database, now, make.LETTERHEAD)

    for _ in range(2):
        with database.writing() as session:
            calls.called(session, first.sign_up_id, first.last, by=make.COORDINATOR, now=now)

    assert [name for name, *_ in to_make(database, cafe, now)] == ["Farida", "Wendy"]
    with database.reading() as session:
        assert session.query(JournalLine).filter_by(kind="letter.called").count() == 1


def test_after_the_gathering_nobody_is_called_about_it(database: Database, cafe: int, now: datetime) -> None:
    move(database, cafe, now, 9)
    run(database, now, make.LETTERHEAD)

    assert to_make(database, cafe, now + timedelta(days=10)) == []


def test_only_staff_say_that_they_called(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        row = make.signed_up(session, make.cafe(session, now=now), now=now)

    with pytest.raises(Refused, match="not_allowed"), sqlite.writing() as session:
        calls.called(session, row, 99, by=make.buddy_actor(3), now=now)
