"""Running automations: each line once, whatever fails, dies or works beside it."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import pytest

from automations.actions.action import Occasion
from automations.run import run
from domain.actors import CLOCK
from domain.journal import record
from store.database import Database
from store.models import AutomationRun, JournalLine, Letter
from store.sessions import Session
from tests import make
from tests.automations.taught import Act, add, cafe, sign_up, teach

__all__ = ["cafe", "teach"]


class PowerCut(BaseException):
    """The process dies: nothing after this line happens."""


def _letters(database: Database) -> list[str]:
    with database.reading() as session:
        return [row.dedupe_key.partition("/")[2] for row in session.query(Letter).order_by(Letter.id)]


def test_what_follows_from_a_line_follows_once(database: Database, cafe: int, now: datetime) -> None:
    sign_up(database, cafe, now)

    first, second = run(database, now, make.LETTERHEAD), run(database, now, make.LETTERHEAD)

    assert (first, second, _letters(database)) == (1, 0, ["signup_confirmed/sign_up:1"])


def test_a_failing_action_is_written_down_and_stops_nothing_else(
    database: Database, cafe: int, now: datetime, teach: Callable[[Act], None]
) -> None:
    def fail(session: Session, occasion: Occasion, _with: Mapping[str, Any]) -> int:
        record(session, "event.opened", ("event", cafe), by=CLOCK, now=occasion.now)
        raise LookupError("no such thing\nwith farida@example.nl in it")

    teach(fail)
    add(database, "broken", "signup.confirmed")
    sign_up(database, cafe, now, "Anna", "Bo")

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
    add(database, "dangerous", "signup.confirmed")
    sign_up(database, cafe, now, "Anna", "Bo", "Cor")

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
