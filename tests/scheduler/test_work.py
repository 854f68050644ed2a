"""Doing the work: failures, parts, jobs that never rest."""

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from domain.clockwork import jobs, lease, runs, timetable
from domain.clockwork.lease import LostLease
from domain.clockwork.runs import Effect
from scheduler.jobs import dated
from scheduler.work import AnyJob, Continuous, Job, Leader, LongJob, next_run, perform
from store.database import Database
from store.models import JournalLine
from store.queries import jobs as facts
from store.queries.jobs import Pulse, Run
from store.states import RunState
from tests.make import COORDINATOR, LETTERHEAD


@pytest.fixture
def leader(database: Database, now: datetime) -> Leader:
    with database.writing() as session:
        fence = lease.take(session, "one", now)
    return Leader(database, lambda: now, fence or 0)


def write_a_line(session: Session, now: datetime) -> int:
    journal.record(session, "counts.published", ("month", 1), by=CLOCK, now=now)
    return 1


def write_and_fail(session: Session, now: datetime) -> int:
    write_a_line(session, now)
    raise ValueError("Farida de Vries is unknown")


def lines(database: Database, kind: str = "counts.published") -> int | None:
    with database.reading() as session:
        return session.scalar(select(func.count()).where(JournalLine.kind == kind))


def do(leader: Leader, job: AnyJob, *, stopping: Callable[[], bool] = lambda: False) -> Run:
    """Queue the job by hand, do it once, and tell how it went."""
    with leader.database.writing() as session:
        jobs.run_now(session, "tidy", by=COORDINATOR, now=leader.now())
    run = next_run(leader, {"tidy": job})
    assert run is not None
    perform(leader, run, job, stopping=stopping)
    with leader.database.reading() as session:
        return facts.last_runs(session)["tidy"]


def pulse(database: Database) -> Pulse:
    with database.reading() as session:
        return facts.pulses(session).get("letters", Pulse())


def test_work_and_status_are_there_together(leader: Leader) -> None:
    run = do(leader, Job(write_a_line))

    assert (run.state, run.rows, lines(leader.database), next_run(leader, {"tidy": Job(write_a_line)})) == (
        RunState.DONE,
        1,
        1,
        None,
    )


def test_what_goes_wrong_leaves_nothing_and_is_tried_again(leader: Leader) -> None:
    run = do(leader, Job(write_and_fail))

    assert (run.state, run.attempt, lines(leader.database)) == (RunState.QUEUED, 1, 0)


def test_the_error_on_screen_names_the_place_and_nobody(leader: Leader) -> None:
    run = do(leader, Job(write_and_fail))

    assert run.error
    assert (run.error.startswith("ValueError (write_and_fail, test_work.py:"), "Farida" in run.error) == (True, False)


def test_a_job_in_parts_adds_up(leader: Leader) -> None:
    left = [3, 2, 1]

    run = do(leader, Job(lambda _session, _now: left.pop() if left else 0, in_parts=True))

    assert (run.state, run.rows) == (RunState.DONE, 6)


def test_a_job_in_parts_stops_between_two_parts_when_asked(leader: Leader) -> None:
    asked = iter([False, True])

    run = do(leader, Job(write_a_line, in_parts=True), stopping=lambda: next(asked))

    assert (run.state, run.attempt, run.rows, lines(leader.database)) == (RunState.QUEUED, 0, 1, 1)


def test_an_overtaken_leader_keeps_nothing_of_what_it_does(leader: Leader, now: datetime) -> None:
    late = Leader(leader.database, leader.now, leader.fence - 1)

    with pytest.raises(LostLease):
        late.act(write_a_line)

    assert lines(leader.database) == 0


def test_a_job_that_never_rests_tells_when_it_last_did_something(leader: Leader, now: datetime) -> None:
    Continuous("letters", lambda one: one.act(write_a_line)).beat(leader)

    found = pulse(leader.database)
    assert (found.ran_at, found.worked_at, found.rows, found.error) == (now, now, 1, None)


def test_one_that_found_nothing_writes_at_most_every_half_minute(leader: Leader) -> None:
    job = Continuous("letters", lambda _leader: 0)
    job.beat(leader)
    before = pulse(leader.database)
    job.beat(leader)

    assert (pulse(leader.database), before.worked_at) == (before, None)


def test_one_that_is_paused_does_nothing(leader: Leader, now: datetime) -> None:
    with leader.database.writing() as session:
        jobs.pause(session, "letters", by=COORDINATOR, now=now)

    Continuous("letters", lambda one: one.act(write_a_line)).beat(leader)

    assert lines(leader.database) == 0


def test_one_that_fails_rests_a_while_and_is_told_once(leader: Leader) -> None:
    tried = []

    def fail(_leader: Leader) -> int:
        tried.append(1)
        raise ConnectionError

    job = Continuous("letters", fail)
    for _ in range(3):
        job.beat(leader)

    assert (len(tried), lines(leader.database, "job.failed"), pulse(leader.database).error is not None) == (1, 1, True)


def test_each_job_of_the_timetable_has_its_work_and_twice_is_harmless(leader: Leader) -> None:
    work = dated(LETTERHEAD)
    with leader.database.reading() as session:
        in_timetable = {job.key for job in timetable.load(session) if not job.is_continuous}

    for _ in range(2):
        for key in work:
            with leader.database.writing() as session:
                jobs.run_now(session, key, by=COORDINATOR, now=leader.now())
        while run := next_run(leader, work):
            perform(leader, run, work[run.job], stopping=lambda: False)

    with leader.database.reading() as session:
        states = {run.state for key in work for run in facts.runs(session, key)}
    assert (in_timetable, states) == (set(work), {RunState.DONE})


def test_a_run_of_another_program_stays_queued(leader: Leader, now: datetime) -> None:
    with leader.database.writing() as session:
        jobs.run_now(session, "tidy", by=COORDINATOR, now=now)

    with leader.database.writing() as session:
        assert runs.claim(session, leader.fence, now, known={"publish"}) is None


def test_a_long_job_thinks_outside_any_transaction(leader: Leader) -> None:
    left = [2, 1, 0]

    def think(database: Database) -> Effect:
        with database.writing() as session:  # what another one writes meanwhile does not wait for us
            write_a_line(session, leader.now())
        return lambda _session, _now: left.pop(0)

    run = do(leader, LongJob(think))

    assert (run.state, run.rows, lines(leader.database)) == (RunState.DONE, 3, 3)
