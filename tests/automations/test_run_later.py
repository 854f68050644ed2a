"""Automations that wait, find somebody in the way, or keep following from each other."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from automations.actions.action import Occasion
from automations.run import DEEPEST, run
from domain import catalogue
from domain.actors import PARENT
from domain.journal import record
from domain.taking_part import sign_ups
from store.database import Busy, Database
from store.models import AutomationRun, Event
from store.sessions import Session
from store.states import RunState
from tests import make
from tests.automations.taught import Act, add, cafe, sign_up, teach

__all__ = ["cafe", "teach"]


def _runs(database: Database) -> dict[str, RunState]:
    with database.reading() as session:
        return {row.automation: row.state for row in session.query(AutomationRun)}


def test_a_delay_waits_and_then_reads_the_facts_again(
    database: Database, cafe: int, now: datetime, teach: Callable[[Act], None]
) -> None:
    asked: list[int] = []

    def note(_session: Session, occasion: Occasion, _with: Mapping[str, Any]) -> int:
        asked.append(occasion.line.subject[1])
        return 1

    teach(note)
    add(database, "later", "signup.confirmed", after="2 hours", only_if=("state", "is", "confirmed"))
    sign_up(database, cafe, now, "Anna", "Bo")
    run(database, now + timedelta(minutes=119), make.LETTERHEAD)
    too_early = list(asked)
    with database.writing() as session:
        sign_ups.cancel(session, 1, by=PARENT, now=now)

    run(database, now + timedelta(hours=2), make.LETTERHEAD)

    assert (too_early, asked) == ([], [2])


def test_an_automation_switched_off_while_it_waited_does_nothing(
    database: Database, cafe: int, now: datetime, teach: Callable[[Act], None]
) -> None:
    teach(lambda *_: 1)
    add(database, "later", "signup.confirmed", after="1 day")
    sign_up(database, cafe, now)
    run(database, now, make.LETTERHEAD)
    with database.writing() as session:
        catalogue.switch(session, "automation", "later", active=False, by=make.COORDINATOR, now=now)

    run(database, now + timedelta(days=2), make.LETTERHEAD)

    assert _runs(database)["later"] is RunState.SKIPPED


def test_a_condition_that_does_not_hold_skips(
    database: Database, cafe: int, now: datetime, teach: Callable[[Act], None]
) -> None:
    teach(lambda *_: 1)
    add(database, "for_staff", "signup.confirmed", only_if=("actor", "is", "account"))
    sign_up(database, cafe, now)

    run(database, now, make.LETTERHEAD)

    assert _runs(database) == {"for_staff": RunState.SKIPPED, "signup_confirmed": RunState.DONE}


def test_automations_that_keep_following_from_each_other_come_to_a_stop(
    database: Database, cafe: int, now: datetime, teach: Callable[[Act], None]
) -> None:
    def again(session: Session, occasion: Occasion, _with: Mapping[str, Any]) -> int:
        record(session, "event.closed", ("event", cafe), by=occasion.by, now=occasion.now)
        return 1

    teach(again)
    add(database, "circle", "event.closed")
    with database.writing() as session:
        record(session, "event.closed", ("event", cafe), by=make.COORDINATOR, now=now)

    run(database, now, make.LETTERHEAD)

    with database.reading() as session:
        states = [row.state for row in session.query(AutomationRun).order_by(AutomationRun.id)]
    assert states == [RunState.DONE] * DEEPEST + [RunState.FAILED]


def test_an_action_that_finds_somebody_in_its_way_is_done_the_next_time(
    database: Database, cafe: int, now: datetime, teach: Callable[[Act], None]
) -> None:
    def act(session: Session, _occasion: Occasion, _with: Mapping[str, Any]) -> int:
        session.execute(text("SET LOCAL lock_timeout = '50ms'"))
        session.get_one(Event, cafe, with_for_update=True)
        return 1

    if database.is_sqlite:  # whoever writes there is alone
        return
    teach(act)
    add(database, "waits", "signup.confirmed")
    sign_up(database, cafe, now)

    with database.writing() as session:
        session.get_one(Event, cafe, with_for_update=True)
        with pytest.raises(Busy):
            run(database, now, make.LETTERHEAD)

    assert run(database, now, make.LETTERHEAD) == 2
    assert set(_runs(database).values()) == {RunState.DONE}
