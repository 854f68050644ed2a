"""Moving a gathering: nothing happens before the yes, and the yes does exactly what was said."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy.orm import Session

from domain.actors import Actor, Role
from domain.gatherings import closed_days, events, hosts, moving
from domain.gatherings.event_plans import VenuePlan
from domain.gatherings.who_hears import Group, Told
from domain.local_time import instant
from domain.post import correspondence
from domain.post.correspondence import Cause
from domain.refused import Refused
from domain.taking_part import sign_ups
from store.database import Database
from store.models import Event, JournalLine
from store.queries.gatherings import events as shown
from store.queries.gatherings import hosts as listed
from store.states import HostState, SignUpMode
from tests import make

BOSS = Actor("Bo", frozenset({Role.ADMINISTRATOR}), 1)
DAY, EVENING = date(2026, 12, 8), time(19, 30)  # a Tuesday, on which the buddies of the builders have time
OTHER = date(2026, 12, 15)


def cafe(session: Session, now: datetime, **facts: object) -> int:
    start = instant(DAY, EVENING)
    return make.cafe(session, now=now, **{"starts_at": start, "ends_at": start + timedelta(minutes=150), **facts})


def lines(session: Session, kind: str) -> int:
    return session.query(JournalLine).filter_by(kind=kind).count()


def test_a_preview_names_who_is_told_and_changes_nothing(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = cafe(session, now, seats=4)
        make.signed_up(session, number, "Farida", now=now, people=2)
        make.signed_up(session, number, "Joris", now=now)
        make.signed_up(session, number, "Wendy", now=now, email="", phone="06 12345678")
        make.signed_up(session, number, "Samira", now=now)

    with database.reading() as session:
        found = moving.preview(session, number, OTHER, EVENING, now=now)
        event = session.get_one(Event, number)

        assert found.told == Told(coming=Group(2, 3), waiting=Group(1, 1), to_call=("Wendy",))
        assert found.hosts == ()
        assert found.new == (instant(OTHER, EVENING), instant(OTHER, time(22)))
        assert (found.seen, event.starts_at) == (event.changed_at, instant(DAY, EVENING))


def test_whoever_a_preview_counts_gets_the_letter_or_the_call(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = cafe(session, now, mode=SignUpMode.APPROVAL)
        by_phone = make.party("Wendy", email="", phone="06 12345678")
        sign_ups.sign_up(session, number, by_phone, by=make.COORDINATOR, now=now)
        sign_ups.sign_up(session, number, make.party("Farida", 2), by=make.COORDINATOR, now=now)
        make.signed_up(session, number, "Joris", now=now)
        told = moving.preview(session, number, OTHER, EVENING, now=now).told

        cause = Cause("change/1", now, ("event", number))
        written = correspondence.write(session, "event_changed", "everybody", cause, make.LETTERHEAD, now=now)

    assert told == Told(coming=Group(1, 2), to_call=("Wendy",), unanswered=1)
    assert written == told.coming.sign_ups + len(told.to_call)


def test_the_move_keeps_the_length_and_the_reason_and_asks_the_buddies_again(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = cafe(session, now)
        buddy = make.buddy(session, now=now)
        hosts.ask(session, number, buddy, by=make.COORDINATOR, now=now)
        hosts.answer(session, number, buddy, yes=True, by=make.buddy_actor(buddy), now=now)
        found = moving.preview(session, number, OTHER, EVENING, now=now)

        moving.move(
            session, number, OTHER, EVENING, by=make.COORDINATOR, now=now, seen=found.seen, reason="De zaal  is dicht."
        )

        event = shown.event(session, number)
        assert event
        assert (found.hosts, found.hosts_not_free) == (("Anna de Vries",), ())
        assert (event.starts_at, event.ends_at, event.reason) == (*found.new, "De zaal is dicht.")
        assert [row.state for row in listed.of_event(session, number)] == [HostState.ASKED]
        assert lines(session, "event.changed") == 1


def test_a_preview_warns_of_what_else_is_then(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number, later = cafe(session, now), instant(OTHER, time(20))
        cafe(session, now, title="Pubercafé", starts_at=later, ends_at=later + timedelta(hours=2))
        cafe(session, now, title="Ver", starts_at=later, ends_at=later + timedelta(hours=2),
             venue=VenuePlan("Bron", "GM0373", "Dorp 1"))  # fmt: skip
        buddy = make.buddy(session, now=now)
        hosts.ask(session, number, buddy, by=make.COORDINATOR, now=now)
        closed_days.add(session, "Studiedag", OTHER, OTHER, by=BOSS, now=now)

        evening = moving.preview(session, number, OTHER, EVENING, now=now)
        morning = moving.preview(session, number, date(2026, 12, 16), time(10), now=now)

    assert [(one.title, one.same_venue) for one in evening.clashes] == [("Pubercafé", True)]
    assert (evening.closed, morning.closed) == ("Studiedag", "")
    assert (evening.hosts_not_free, morning.hosts_not_free, morning.clashes) == ((), ("Anna de Vries",), ())


@pytest.mark.parametrize(
    ("day", "at", "key"),
    [
        (date(2027, 3, 28), time(2, 30), "time.skipped"),
        (date(2026, 11, 23), EVENING, "event.starts_in_the_past"),
        (DAY, EVENING, "event.not_moved"),
    ],
)
def test_a_moment_that_cannot_be_is_refused(sqlite: Database, now: datetime, day: date, at: time, key: str) -> None:
    with sqlite.writing() as session:
        number = cafe(session, now)

        with pytest.raises(Refused) as shown_first:
            moving.preview(session, number, day, at, now=now)
        with pytest.raises(Refused) as done:
            moving.move(session, number, day, at, by=make.COORDINATOR, now=now)

        assert (shown_first.value.key, done.value.key) == (key, key)


def test_what_is_over_or_has_begun_stays_where_it_is(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        gone, begun = cafe(session, now), cafe(session, now)
        events.cancel(session, gone, by=make.COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"event\.is_over"):
            moving.preview(session, gone, OTHER, EVENING, now=now)
        with pytest.raises(Refused, match=r"event\.has_begun"):
            moving.move(session, begun, OTHER, EVENING, by=make.COORDINATOR, now=instant(DAY, time(19, 31)))
        with pytest.raises(Refused, match="not_found"):
            moving.preview(session, 999, OTHER, EVENING, now=now)


def test_a_gathering_that_somebody_changed_meanwhile_does_not_move(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = cafe(session, now)
        seen = moving.preview(session, number, OTHER, EVENING, now=now).seen
        moving.move(session, number, OTHER, time(20), by=make.COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"event\.changed_meanwhile"):
            moving.move(session, number, OTHER, EVENING, by=make.COORDINATOR, now=now, seen=seen)


def test_only_staff_move_a_gathering(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = cafe(session, now)

        with pytest.raises(Refused, match="not_allowed"):
            moving.move(session, number, OTHER, EVENING, by=make.buddy_actor(3), now=now)


def test_a_draft_of_long_ago_may_come_to_a_new_day(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = events.add(session, make.event_plan(now=now), by=make.COORDINATOR, now=now)
        later = now + timedelta(days=30)

        moving.move(session, number, date(2027, 1, 12), EVENING, by=make.COORDINATOR, now=later)

        event = shown.event(session, number)
        assert event
        assert event.starts_at == instant(date(2027, 1, 12), EVENING)
