"""Running automations: each line once, whatever fails, dies or works beside it."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from automations import actions
from automations.actions.action import Action, Occasion
from automations.run import DEEPEST, run
from domain import catalogue
from domain.actors import CLOCK, PARENT
from domain.journal import record
from domain.taking_part import sign_ups
from i18n import lazy
from store.database import Busy, Database
from store.models import AutomationRun, CatalogueEntry, Event, JournalLine, Letter
from store.sessions import Session
from store.states import RunState
from tests import make

Act = Callable[[Session, Occasion, Mapping[str, Any]], int]


class PowerCut(BaseException):
    """The process dies: nothing after this line happens."""


@pytest.fixture
def cafe(database: Database, now: datetime) -> int:
    with database.writing() as session:
        cafe = make.cafe(session, now=now, seats=100)
    run(database, now, make.LETTERHEAD)
    return cafe


@pytest.fixture
def teach(monkeypatch: pytest.MonkeyPatch) -> Callable[[Act], None]:
    """Gives the automations an action called `taught`."""

    def teach(act: Act) -> None:
        action = Action("taught", lazy("Aangeleerd"), lazy("Voor een test"), (), act)
        monkeypatch.setattr("automations.run.ACTIONS", {**actions.ACTIONS, "taught": action})

    return teach


def _add(
    database: Database, key: str, when: str, *, after: str = "0 minutes", only_if: tuple[str, str, str] | None = None
) -> None:
    """Another automation; in the order of keys it comes before those that came with the product."""
    with database.writing() as session:
        conditions = [dict(zip(("field", "test", "value"), only_if, strict=True))] if only_if else []
        facts = {"when": when, "if": conditions, "then": "taught", "after": after}
        session.add(
            CatalogueEntry(catalogue="automation", key=key, label_nl=key, data=facts, standard=facts, position=-1)
        )


def _sign_up(database: Database, cafe: int, now: datetime, *names: str) -> None:
    for name in names or ("Farida",):
        with database.writing() as session:
            make.signed_up(session, cafe, name, now=now)


def _runs(database: Database) -> dict[str, RunState]:
    with database.reading() as session:
        return {row.automation: row.state for row in session.query(AutomationRun)}


def _letters(database: Database) -> list[str]:
    with database.reading() as session:
        return [row.dedupe_key.partition("/")[2] for row in session.query(Letter).order_by(Letter.id)]


def test_what_follows_from_a_line_follows_once(database: Database, cafe: int, now: datetime) -> None:
    _sign_up(database, cafe, now)

    first, second = run(database, now, make.LETTERHEAD), run(database, now, make.LETTERHEAD)

    assert (first, second, _letters(database)) == (1, 0, ["signup_confirmed/sign_up:1"])


def test_a_failing_action_is_written_down_and_stops_nothing_else(
    database: Database, cafe: int, now: datetime, teach: Callable[[Act], None]
) -> None:
    def fail(session: Session, occasion: Occasion, _with: Mapping[str, Any]) -> int:
        record(session, "event.opened", ("event", cafe), by=CLOCK, now=occasion.now)
        raise LookupError("no such thing\nwith farida@example.nl in it")

    teach(fail)
    _add(database, "broken", "signup.confirmed")
    _sign_up(database, cafe, now, "Anna", "Bo")

    run(database, now, make.LETTERHEAD)

    with database.reading() as session:
        errors = [row.error for row in session.query(AutomationRun).filter_by(automation="broken")]
        undone = session.query(JournalLine).filter_by(kind="event.opened", actor="clock").count()
    assert errors == ["LookupError: no such thing"] * 2
    assert (undone, len(_letters(database))) == (0, 2)


def test_a_power_cut_in_the_middle_loses_nothing_and_doubles_nothing(
    database: Database, cafe: int, now: datetime, teach: Callable[[Act], None]
) -> None:
    def die(_session: Session, occasion: Occasion, _with: Mapping[str, Any]) -> int:
        if occasion.line.subject[1] == 2:
            raise PowerCut
        return 1

    teach(die)
    _add(database, "dangerous", "signup.confirmed")
    _sign_up(database, cafe, now, "Anna", "Bo", "Cor")

    with pytest.raises(PowerCut):
        run(database, now, make.LETTERHEAD)
    left_behind = _letters(database)
    teach(lambda *_: 1)
    run(database, now, make.LETTERHEAD)

    assert left_behind == []
    assert _letters(database) == [f"signup_confirmed/sign_up:{number}" for number in (1, 2, 3)]


def test_of_many_clocks_each_line_has_one(database: Database, cafe: int, now: datetime) -> None:
    names = [f"Ouder{number}" for number in range(60)]
    with database.writing() as session:
        for name in names:
            make.signed_up(session, cafe, name, now=now)

    with ThreadPoolExecutor(4) as clocks:
        done = sum(clocks.map(lambda _clock: run(database, now, make.LETTERHEAD), range(4)))

    assert (done, len(_letters(database)), len(set(_letters(database)))) == (60, 60, 60)


def test_a_delay_waits_and_then_reads_the_facts_again(
    database: Database, cafe: int, now: datetime, teach: Callable[[Act], None]
) -> None:
    asked: list[int] = []

    def note(_session: Session, occasion: Occasion, _with: Mapping[str, Any]) -> int:
        asked.append(occasion.line.subject[1])
        return 1

    teach(note)
    _add(database, "later", "signup.confirmed", after="2 hours", only_if=("state", "is", "confirmed"))
    _sign_up(database, cafe, now, "Anna", "Bo")
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
    _add(database, "later", "signup.confirmed", after="1 day")
    _sign_up(database, cafe, now)
    run(database, now, make.LETTERHEAD)
    with database.writing() as session:
        catalogue.switch(session, "automation", "later", active=False, by=make.COORDINATOR, now=now)

    run(database, now + timedelta(days=2), make.LETTERHEAD)

    assert _runs(database)["later"] is RunState.SKIPPED


def test_a_condition_that_does_not_hold_skips(
    database: Database, cafe: int, now: datetime, teach: Callable[[Act], None]
) -> None:
    teach(lambda *_: 1)
    _add(database, "for_staff", "signup.confirmed", only_if=("actor", "is", "account"))
    _sign_up(database, cafe, now)

    run(database, now, make.LETTERHEAD)

    assert _runs(database) == {"for_staff": RunState.SKIPPED, "signup_confirmed": RunState.DONE}


def test_automations_that_keep_following_from_each_other_come_to_a_stop(
    database: Database, cafe: int, now: datetime, teach: Callable[[Act], None]
) -> None:
    def again(session: Session, occasion: Occasion, _with: Mapping[str, Any]) -> int:
        record(session, "event.closed", ("event", cafe), by=occasion.by, now=occasion.now)
        return 1

    teach(again)
    _add(database, "circle", "event.closed")
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
    _add(database, "waits", "signup.confirmed")
    _sign_up(database, cafe, now)

    with database.writing() as session:
        session.get_one(Event, cafe, with_for_update=True)
        with pytest.raises(Busy):
            run(database, now, make.LETTERHEAD)

    assert run(database, now, make.LETTERHEAD) == 2
    assert set(_runs(database).values()) == {RunState.DONE}
