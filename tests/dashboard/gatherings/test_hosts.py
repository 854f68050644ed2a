"""Hosts on the page of a gathering and on the buddy's own page, over HTTP."""

from datetime import datetime, timedelta

import pytest

from dashboard.parts.buddying.my_proposals import DO as MINE
from dashboard.parts.buddying.my_proposals import WHY
from domain.actors import Actor, Role
from domain.availability import availability
from domain.buddying import buddies
from domain.gatherings import hosts
from domain.gatherings.host_choice import choices
from store.database import Database
from store.models import EventHost
from store.states import HostState
from tests import make
from tests.counting import counted
from tests.dashboard.gatherings.event_page import act, confirm, page
from tests.doors import Doors, Visitor, many, prop_id

NOT_STAFF = [make.buddy_actor(3), Actor("Bo", frozenset({Role.POLICY}), 9)]


@pytest.fixture
def evening(now: datetime) -> datetime:
    """Tuesday 1 December 2026, 20:00 in Amsterdam, when a buddy has time."""
    return now + timedelta(days=7, hours=9)


def tap(visitor: Visitor, what: str, number: int) -> str:
    name = {"type": MINE, "what": what, "number": number}
    answer = visitor.call(
        visitor.doors.output_of("mine-changed.data"),
        [(..., "", many((name, "n_clicks", 1)))],
        [(..., "", many(({"type": WHY, "what": "no", "number": number}, "value", None)))],
        [prop_id(name, "n_clicks")],
    )
    return answer.get_data(as_text=True)


def mine(visitor: Visitor) -> str:
    return visitor.call("mine.children", [("mine-changed", "data", None)]).get_data(as_text=True)


def states(database: Database) -> dict[int, HostState]:
    with database.reading() as session:
        return {row.buddy_id: row.state for row in session.query(EventHost)}


def test_the_page_says_that_a_host_is_missing_once_the_only_one_stops(
    sqlite: Database, now: datetime, evening: datetime
) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now, starts_at=evening)
        buddy_id = make.buddy(session, now=now)
        hosts.ask(session, number, buddy_id, by=make.COORDINATOR, now=now)
    visitor = Doors(sqlite, now).visitor(make.COORDINATOR)
    before = page(visitor, number)
    with sqlite.writing() as session:
        buddies.stop(session, buddy_id, by=make.COORDINATOR, now=now)

    missing = "Er is nu geen gastheer of gastvrouw"
    assert (missing in before, missing in page(visitor, number)) == (False, True)


def test_who_can_stands_first_with_why_and_who_can_not_with_why_not(
    sqlite: Database, now: datetime, evening: datetime
) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now, starts_at=evening, topics=("F1",))
        make.buddy(
            session,
            now=now,
            name="Ver Weg",
            municipality_code="GM0450",
            travel_km=5,
            topics=("A1",),
            email="v@example.nl",
        )
        make.buddy(session, now=now, name="Past Goed")
        rests = make.buddy(session, now=now, name="Even Rust", email="r@example.nl")
        buddies.pause(session, rests, by=make.COORDINATOR, now=now)
        other = make.buddy(session, now=now, name="Geen Tijd", email="g@example.nl")
        availability.set_week(session, other, [], by=make.COORDINATOR, now=now)

    found = page(Doors(sqlite, now).visitor(make.COORDINATOR), number)
    names = sorted(("Past Goed", "Ver Weg", "Even Rust", "Geen Tijd"), key=found.index)

    assert names[:2] == ["Past Goed", "Ver Weg"]
    assert "Heeft dan tijd; kent Hoogbegaafdheid / ontwikkelingsvoorsprong; woont in deze gemeente" in found
    assert "dat is verder dan deze buddy meestal reist" in found
    assert all(why in found for why in ("Is even met pauze", "Heeft dan geen tijd"))


def test_asking_and_taking_back_are_one_click_each(database: Database, now: datetime, evening: datetime) -> None:
    with database.writing() as session:
        number = make.cafe(session, now=now, starts_at=evening)
        buddy_id = make.buddy(session, now=now)
    visitor = Doors(database, now).visitor(make.COORDINATOR)

    act(visitor, f"host-ask-{buddy_id}", number)
    asked = states(database)
    shown = page(visitor, number)
    confirm(visitor, f"host-back-{buddy_id}", number)

    assert (asked, states(database)) == ({buddy_id: HostState.ASKED}, {})
    assert "De vraag aan Anna de Vries intrekken?" in shown


def test_a_forged_click_asks_nobody_who_can_not(sqlite: Database, now: datetime, evening: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now, starts_at=evening - timedelta(hours=6))
        buddy_id = make.buddy(session, now=now)
    visitor = Doors(sqlite, now).visitor(make.COORDINATOR)

    said = [act(visitor, f"host-{what}", number) for what in (f"ask-{buddy_id}", "ask-999", "ask-x", "back-999", "")]

    assert ["Deze buddy heeft dan geen tijd." in one for one in said] == [True, False, False, False, False]
    assert states(sqlite) == {}


@pytest.mark.parametrize("actor", NOT_STAFF)
def test_only_coordinators_ask(sqlite: Database, now: datetime, evening: datetime, actor: Actor) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now, starts_at=evening)
        buddy_id = make.buddy(session, now=now)

    act(Doors(sqlite, now).visitor(actor), f"host-ask-{buddy_id}", number)

    assert states(sqlite) == {}


def asked(database: Database, now: datetime, evening: datetime) -> tuple[Doors, int, int]:
    with database.writing() as session:
        number = make.cafe(session, now=now, starts_at=evening)
        buddy_id = make.buddy(session, now=now)
        hosts.ask(session, number, buddy_id, by=make.COORDINATOR, now=now)
    return Doors(database, now), number, buddy_id


def test_a_buddy_says_yes_in_one_tap_and_sees_the_date(database: Database, now: datetime, evening: datetime) -> None:
    doors, number, buddy_id = asked(database, now, evening)
    visitor = doors.visitor(make.buddy_actor(buddy_id))
    question = mine(visitor)

    tap(visitor, "host-yes", number)

    assert "Wilt u gastheer of gastvrouw zijn?" in question
    assert states(database) == {buddy_id: HostState.ACCEPTED}
    answered = mine(visitor)
    assert ("U bent gastheer of gastvrouw" in answered, "dinsdag 1 december, 20:00" in answered) == (True, True)


def test_a_no_stays_in_sight_and_becomes_a_yes(sqlite: Database, now: datetime, evening: datetime) -> None:
    doors, number, buddy_id = asked(sqlite, now, evening)
    visitor = doors.visitor(make.buddy_actor(buddy_id))

    tap(visitor, "host-no", number)
    shown = mine(visitor)
    tap(visitor, "host-yes", number)

    assert ("U zei nee. Kunt u toch?" in shown, states(sqlite)) == (True, {buddy_id: HostState.ACCEPTED})


def test_another_buddy_sees_and_answers_nothing(sqlite: Database, now: datetime, evening: datetime) -> None:
    doors, number, buddy_id = asked(sqlite, now, evening)
    with sqlite.writing() as session:
        other = make.buddy(session, now=now, email="b@example.nl")
    visitor = doors.visitor(make.buddy_actor(other))

    said = [tap(visitor, what, number) for what in ("host-yes", "host-no")]

    assert "gastvrouw" not in mine(visitor)
    assert all("Deze vraag is niet meer nodig." in one for one in said)
    assert states(sqlite) == {buddy_id: HostState.ASKED}


def test_somebody_who_is_no_buddy_answers_for_nobody(sqlite: Database, now: datetime, evening: datetime) -> None:
    doors, number, buddy_id = asked(sqlite, now, evening)
    strange = Actor("Bo", frozenset({Role.BUDDY}), 9)

    tap(doors.visitor(strange), "host-yes", number)

    assert states(sqlite) == {buddy_id: HostState.ASKED}


def test_thirty_buddies_ask_no_more_of_the_database_than_one(
    sqlite: Database, now: datetime, evening: datetime
) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now, starts_at=evening, topics=("F1",))
        make.buddy(session, now=now)
    one = counted(sqlite, lambda session: choices(session, number))
    with sqlite.writing() as session:
        for each in range(29):
            make.buddy(session, now=now, email=f"b{each}@example.nl")

    assert counted(sqlite, lambda session: choices(session, number)) == one
