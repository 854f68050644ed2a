"""A run that fails, stops its clock or was paused: tried again, given up, taken up again."""

from datetime import datetime, timedelta

from domain.clockwork import jobs, runs
from store.database import Database
from store.models import JobRun
from store.queries import jobs as facts
from store.states import RunState
from tests.domain.clockwork.running import KNOWN, SECOND, claim, claimed, do_carefully, effects, lead, queue, states
from tests.make import COORDINATOR


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
