"""Each due period is one row, done exactly once."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from domain.clockwork import jobs, lease, runs
from domain.clockwork.lease import LostLease
from domain.clockwork.runs import Claimed
from store.database import Database
from store.models import JobRun, JournalLine
from store.queries import jobs as facts
from store.states import RunState
from tests.make import COORDINATOR

SECOND = timedelta(seconds=1)
KNOWN = {"publish"}


def lead(database: Database, now: datetime, holder: str = "one") -> int:
    with database.writing() as session:
        fence = lease.take(session, holder, now)
        assert fence is not None
        return fence


def queue(database: Database, now: datetime, known: set[str] = KNOWN) -> int:
    with database.writing() as session:
        return runs.queue_due(session, now, known=known)


def claim(database: Database, fence: int, now: datetime) -> Claimed | None:
    with database.writing() as session:
        return runs.claim(session, fence, now, known=KNOWN)


def claimed(database: Database, fence: int, now: datetime) -> Claimed:
    run = claim(database, fence, now)
    assert run is not None
    return run


def do_carefully(database: Database, run: Claimed, now: datetime, *, crash: bool = False) -> None:
    """Effect and status in one transaction."""
    with database.writing() as session:
        effect(session, now)
        if crash:
            raise KeyboardInterrupt
        runs.finish(session, run, 1, now)


def do_naively(database: Database, run: Claimed, now: datetime, *, crash: bool = False) -> None:
    """Effect and status in two transactions: what the product must not do."""
    with database.writing() as session:
        effect(session, now)
    if crash:
        raise KeyboardInterrupt
    with database.writing() as session:
        runs.finish(session, run, 1, now)


def effect(session: Session, now: datetime) -> None:
    journal.record(session, "counts.published", ("month", 1), by=CLOCK, now=now)


def effects(database: Database, kind: str = "counts.published") -> int | None:
    with database.reading() as session:
        return session.scalar(select(func.count()).where(JournalLine.kind == kind))


def states(database: Database) -> list[tuple[str, RunState]]:
    with database.reading() as session:
        rows = session.execute(select(JobRun.period, JobRun.state).order_by(JobRun.id))
        return [(period, state) for period, state in rows]


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


def test_a_failure_is_tried_again_after_growing_pauses_and_then_told(database: Database, now: datetime) -> None:
    queue(database, now)
    moment, pauses = now, []
    for _ in range(runs.MOST_ATTEMPTS):
        fence = lead(database, moment)
        run = claimed(database, fence, moment)
        with database.writing() as session:
            runs.fail(session, run, "ValueError", moment)
        with database.reading() as session:
            again = session.get_one(JobRun, run.id).not_before
        pauses.append((again - moment) // SECOND)
        moment = max(again, moment)

    assert (pauses[:4], states(database), effects(database, "job.failed")) == (
        [5, 10, 20, 40],
        [("2026-11-24", RunState.FAILED)],
        1,
    )


def test_a_job_that_kills_the_clock_each_time_is_given_up(database: Database, now: datetime) -> None:
    queue(database, now)
    fence = lead(database, now)
    for _ in range(runs.MOST_ATTEMPTS):
        claimed(database, fence, now)

    assert (claim(database, fence, now), states(database), effects(database, "job.failed")) == (
        None,
        [("2026-11-24", RunState.FAILED)],
        1,
    )


def test_a_paused_job_queues_nothing_and_what_waits_stays(database: Database, now: datetime) -> None:
    queue(database, now)
    with database.writing() as session:
        jobs.pause(session, "publish", by=COORDINATOR, now=now)

    queued = queue(database, now + timedelta(days=1))

    assert (queued, claim(database, lead(database, now), now)) == (0, None)


def test_a_resumed_job_goes_on_with_its_last_period(database: Database, now: datetime) -> None:
    queue(database, now)
    do_carefully(database, claimed(database, lead(database, now), now), now)
    with database.writing() as session:
        jobs.pause(session, "publish", by=COORDINATOR, now=now)
    queue(database, now + timedelta(days=3))
    with database.writing() as session:
        jobs.resume(session, "publish", by=COORDINATOR, now=now + timedelta(days=3))

    queue(database, now + timedelta(days=3))

    assert states(database)[-1] == ("2026-11-27", RunState.QUEUED)


def test_looking_whether_something_waits_sees_what_was_left_behind(database: Database, now: datetime) -> None:
    queue(database, now)
    claimed(database, lead(database, now), now)

    with database.reading() as session:
        waits = runs.is_waiting(session, now, known=KNOWN)
        last = facts.last_runs(session)["publish"]

    assert (waits, last.state, last.attempt) == (True, RunState.RUNNING, 1)
