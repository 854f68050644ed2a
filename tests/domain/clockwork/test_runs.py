"""Each due period is one row, done exactly once."""

from datetime import datetime, timedelta

import pytest

from domain.clockwork import runs
from domain.clockwork.lease import LostLease
from domain.clockwork.runs import Claimed
from store.database import Database
from store.states import RunState
from tests.domain.clockwork.running import SECOND, claim, claimed, do_carefully, effect, effects, lead, queue, states


def do_naively(database: Database, run: Claimed, now: datetime, *, crash: bool = False) -> None:
    """Effect and status in two transactions: what the product must not do."""
    with database.writing() as session:
        effect(session, now)
    if crash:
        raise KeyboardInterrupt
    with database.writing() as session:
        runs.finish(session, run, 1, now)


def test_a_due_period_is_written_down_once_however_often_a_clock_looks(database: Database, now: datetime) -> None:
    queued = [queue(database, now + n * SECOND) for n in range(3)]

    assert (queued, states(database)) == ([1, 0, 0], [("2026-11-24", RunState.QUEUED)])


def test_after_a_long_stop_what_is_no_longer_useful_is_skipped_visibly(database: Database, now: datetime) -> None:
    queue(database, now)

    queue(database, now + timedelta(days=3))

    assert states(database)[1:] == [
        ("2026-11-25", RunState.SKIPPED),
        ("2026-11-26", RunState.SKIPPED),
        ("2026-11-27", RunState.QUEUED),
    ]


def test_a_clock_leaves_alone_what_its_program_does_not_know(database: Database, now: datetime) -> None:
    queue(database, now, {"publish", "tidy"})
    fence = lead(database, now)
    run = claimed(database, fence, now)
    do_carefully(database, run, now)

    assert (run.job, claim(database, fence, now)) == ("publish", None)


@pytest.mark.parametrize(("do", "times"), [(do_carefully, 1), (do_naively, 2)])
def test_a_crash_in_mid_work_doubles_only_when_effect_and_status_are_apart(
    database: Database, now: datetime, do: type, times: int
) -> None:
    queue(database, now)
    run = claimed(database, lead(database, now), now)
    with pytest.raises(KeyboardInterrupt):
        do(database, run, now, crash=True)

    later = now + 11 * SECOND
    again = claimed(database, lead(database, later, "two"), later)
    do(database, again, later)

    assert (again.period, again.attempt, effects(database)) == (run.period, 2, times)


def test_a_leader_that_was_overtaken_undoes_its_work(database: Database, now: datetime) -> None:
    queue(database, now)
    run = claimed(database, lead(database, now), now)
    later = now + 11 * SECOND
    do_carefully(database, claimed(database, lead(database, later, "two"), later), later)

    with pytest.raises(LostLease):
        do_carefully(database, run, later)

    assert (effects(database), states(database)) == (1, [("2026-11-24", RunState.DONE)])


def test_even_before_the_run_was_taken_back_an_overtaken_leader_undoes_its_work(
    database: Database, now: datetime
) -> None:
    queue(database, now)
    run = claimed(database, lead(database, now), now)
    lead(database, now + 11 * SECOND, "two")

    with pytest.raises(LostLease):
        do_carefully(database, run, now + 11 * SECOND)

    assert effects(database) == 0
