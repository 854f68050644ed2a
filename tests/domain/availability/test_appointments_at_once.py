"""Appointments made, moved and ended at the same moment never overlap."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise
from threading import Barrier

from domain.care import matches
from store.database import Database
from store.models import Appointment
from store.states import AppointmentState
from tests import make
from tests.appointed import planned as plan
from tests.domain.availability.appointing import HOUR, another_match, match, move, outcome, taken

__all__ = ["match"]


ALL_AT_ONCE = 12


def at_once(acts: list[Callable[[], object]]) -> list[str]:
    """What came of each when they all start at the same moment."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        start.wait()
        return outcome(act)

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def test_of_many_at_once_one_gets_the_moment(database: Database, now: datetime, match: int) -> None:
    second = another_match(database, match, now)
    # Each a quarter later than the one before: all of them overlap, no two are the same.
    wishes = [(match, second)[n % 2] for n in range(ALL_AT_ONCE)]

    later = [now + HOUR + timedelta(minutes=15 * n) for n in range(ALL_AT_ONCE)]

    said = at_once(
        [partial(plan, database, one, moment, 240, now=now) for one, moment in zip(wishes, later, strict=True)]
    )

    assert said.count("yes") == 1
    assert taken(database) == 32


def test_without_the_key_of_the_table_two_would_pass(database: Database, now: datetime, match: int) -> None:
    second = another_match(database, match, now)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE taken_quarter")
        connection.exec_driver_sql(
            "CREATE TABLE taken_quarter (who VARCHAR(24), quarter INTEGER, appointment_id INTEGER)"
        )

    said = at_once([partial(plan, database, one, now + HOUR, now=now) for one in (match, second)])

    assert said == ["yes", "yes"]


def test_moves_and_plans_at_once_never_overlap(database: Database, now: datetime, match: int) -> None:
    second = another_match(database, match, now)
    mine = [plan(database, match, now + n * 2 * HOUR, now=now) for n in (2, 3, 4)]

    def wished(n: int) -> Callable[[], object]:
        if n % 2:
            return lambda: move(database, mine[n % 3], now + 24 * HOUR + timedelta(minutes=15 * n), now=now)
        return lambda: plan(database, second, now + 24 * HOUR + timedelta(minutes=15 * n), now=now)

    at_once([wished(n) for n in range(ALL_AT_ONCE)])

    with database.reading() as session:
        planned = session.query(Appointment).filter_by(state=AppointmentState.PLANNED).order_by(Appointment.starts_at)
        rows = planned.all()
    assert all(one.ends_at <= later.starts_at for one, later in pairwise(rows))
    assert taken(database) == 8 * len(rows)


def test_planning_while_a_match_ends_leaves_nothing_behind(database: Database, now: datetime, match: int) -> None:
    def end() -> None:
        with database.writing() as session:
            matches.end(session, match, "agreed", by=make.COORDINATOR, now=now)

    at_once([end, *(partial(plan, database, match, now + n * 2 * HOUR, now=now) for n in range(1, 6))])

    with database.reading() as session:
        assert {row.state for row in session.query(Appointment)} <= {AppointmentState.CANCELLED}
    assert taken(database) == 0
