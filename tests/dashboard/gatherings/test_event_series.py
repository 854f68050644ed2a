"""A date of a series on its own page, over HTTP."""

from datetime import datetime, timedelta

from dashboard.parts.dialog import DIALOG
from dashboard.parts.gatherings.event_facts import CANCEL, DO
from dashboard.parts.gatherings.event_series import BACK, OPEN_ALL, SKIP
from domain.gatherings import events, series
from domain.gatherings.recurrence import Rule
from domain.taking_part import sign_ups
from store.database import Database
from store.queries.gatherings import events as shown
from store.queries.gatherings.events import EventFacts
from store.sessions import Session
from store.states import EventState
from tests import make
from tests.dashboard.gatherings.event_page import page, press
from tests.doors import Doors, Visitor


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def weekly(session: Session, now: datetime) -> tuple[int, ...]:
    """Three weeks of cafés, from 1 December on."""
    plan = make.event_plan(now=now)
    rule = Rule(plan.starts_at.date(), count=3)
    return series.add(session, plan, rule, skips_closed=False, by=make.COORDINATOR, now=now)


def stored(database: Database, number: int) -> EventFacts:
    with database.reading() as session:
        found = shown.event(session, number)
    assert found
    return found


def test_it_says_which_date_it_is_and_leads_to_those_around_it(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now)
        moved = make.event_plan(now=now, starts_at=now + timedelta(days=15))
        series.change(session, made[1], moved, series.Scope.THIS, by=make.COORDINATOR, now=now)
    visitor = staff(database, now)

    first, middle = page(visitor, made[0]), page(visitor, made[1])

    assert all(part in first for part in ("Elke week op dinsdag, 3 keer.", "Datum 1 van 3.", "Volgende: woensdag 9"))
    assert all(part in middle for part in ("Vorige: dinsdag 1", "Volgende: dinsdag 15", "Eerst gepland op dinsdag 8"))
    assert "Vorige:" not in first


def test_a_gathering_that_stands_alone_has_no_series(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now)

    found = page(staff(sqlite, now), number)

    assert ("Reeks" in found, "Sla deze datum over" in found) == (False, False)


def test_a_date_is_left_out_with_a_reason_and_goes_on_after_all(database: Database, now: datetime) -> None:
    with database.writing() as session:
        _first, second, _third = weekly(session, now)
    visitor = staff(database, now)
    yes = {"type": DIALOG, "name": SKIP, "part": "yes"}

    without = press(visitor, yes, second, event_skip=" ")
    press(visitor, yes, second, event_skip="Sinterklaas", event_cancel="Iets anders")
    skipped, seen = stored(database, second), page(visitor, second)
    press(visitor, {"type": DO, "what": BACK}, second)
    back = stored(database, second)

    assert "Vul in waarom." in without
    assert (skipped.state, skipped.reason, back.state) == (EventState.SKIPPED, "Sinterklaas", EventState.DRAFT)
    assert all(part in seen for part in ("Sinterklaas", "Laat toch doorgaan", "1 datum gaat niet door."))


def test_a_date_with_people_on_it_is_called_off_instead(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        first, *_others = weekly(session, now)
        events.open_up(session, first, by=make.COORDINATOR, now=now)
        sign_ups.sign_up(session, first, make.party(), by=make.COORDINATOR, now=now)
    visitor = staff(sqlite, now)

    offered = "Sla deze datum over" in page(visitor, first)
    forced = press(visitor, {"type": DIALOG, "name": SKIP, "part": "yes"}, first, event_skip="Ziek")
    press(visitor, {"type": DIALOG, "name": CANCEL, "part": "yes"}, first, event_cancel="De gastvrouw is ziek.")

    found = stored(sqlite, first)
    assert (offered, "Zeg deze datum af" in forced) == (False, True)
    assert (found.state, found.reason) == (EventState.CANCELLED, "De gastvrouw is ziek.")


def test_all_dates_are_made_public_in_one_go(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now)
        events.open_up(session, made[1], by=make.COORDINATOR, now=now)
    visitor, yes = staff(database, now), {"type": DIALOG, "name": OPEN_ALL, "part": "yes"}

    offered = page(visitor, made[0])
    first, again = press(visitor, yes, made[0]), press(visitor, yes, made[0])

    assert "2 concepten die nog komen, staan dan op de agenda." in offered
    assert ("2 datums zijn nu openbaar." in first, "waren al openbaar" in again) == (True, True)
    assert {stored(database, number).state for number in made} == {EventState.OPEN}
    assert "Maak alle datums openbaar" not in page(visitor, made[0])


def test_only_a_coordinator_makes_a_series_public(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        made = weekly(session, now)
    buddy = Doors(sqlite, now).visitor(make.buddy_actor(3))

    press(buddy, {"type": DIALOG, "name": OPEN_ALL, "part": "yes"}, made[0])

    assert {stored(sqlite, number).state for number in made} == {EventState.DRAFT}


def test_the_rule_in_words_follows_when_all_dates_move(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now)
        moved = make.event_plan(now=now, starts_at=now + timedelta(days=15))
        series.change(session, made[1], moved, series.Scope.LATER, by=make.COORDINATOR, now=now)
    visitor = staff(database, now)

    later = page(visitor, made[0])
    with database.writing() as session:
        first = make.event_plan(now=now, starts_at=now + timedelta(days=8))
        series.change(session, made[0], first, series.Scope.THIS, by=make.COORDINATOR, now=now)
    every = page(visitor, made[0])

    assert all(part in later for part in ("Elke week op woensdag, 3 keer.", "1 datum valt op een andere dag."))
    assert ("Elke week op woensdag, 3 keer." in every, "een andere dag" in every) == (True, False)
