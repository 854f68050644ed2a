"""What staff see of jobs and may do with them."""

from datetime import datetime

import pytest

from domain.actors import Actor, Role
from domain.clockwork import jobs
from domain.refused import Refused
from store.database import Database
from store.models import JobRun
from store.queries import jobs as facts
from store.states import RunState
from tests.domain.clockwork.doing import do_all, kinds
from tests.make import COORDINATOR, buddy_actor


def ask(database: Database, job: str, now: datetime, by: Actor = COORDINATOR) -> None:
    with database.writing() as session:
        jobs.run_now(session, job, by=by, now=now)


def test_run_now_is_one_run_for_whichever_clock_leads(database: Database, now: datetime) -> None:
    ask(database, "tidy", now)

    with database.reading() as session:
        run = facts.runs(session, "tidy")[0]
    assert (run.by_hand, run.state, run.due_at, kinds(database)) == (True, RunState.QUEUED, now, ["job.asked"])


def test_asking_twice_while_it_waits_runs_once(database: Database, now: datetime) -> None:
    ask(database, "tidy", now)
    ask(database, "tidy", now)

    with database.reading() as session:
        assert len(facts.runs(session, "tidy")) == 1


def test_a_run_by_hand_does_not_take_the_place_of_a_period(database: Database, now: datetime) -> None:
    ask(database, "publish", now)

    do_all(database, now)

    with database.reading() as session:
        assert [run.by_hand for run in facts.runs(session, "publish")] == [False, True]


@pytest.mark.parametrize(("job", "key"), [("letters", "job.never_rests"), ("nonsense", "catalogue.unknown")])
def test_what_cannot_be_started_is_refused(sqlite: Database, now: datetime, job: str, key: str) -> None:
    with pytest.raises(Refused) as refused:
        ask(sqlite, job, now)

    assert refused.value.key == key


def test_a_paused_job_says_so_when_it_is_started(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        jobs.pause(session, "tidy", by=COORDINATOR, now=now)
        jobs.pause(session, "tidy", by=COORDINATOR, now=now)

    with pytest.raises(Refused) as refused:
        ask(sqlite, "tidy", now)

    assert (refused.value.key, kinds(sqlite)) == ("job.paused", ["job.paused"])


def test_resuming_twice_is_harmless(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        jobs.pause(session, "tidy", by=COORDINATOR, now=now)
        jobs.resume(session, "tidy", by=COORDINATOR, now=now)
        jobs.resume(session, "tidy", by=COORDINATOR, now=now)

    assert kinds(sqlite) == ["job.paused", "job.resumed"]


@pytest.mark.parametrize("by", [buddy_actor(1), Actor("policy", frozenset({Role.POLICY}), account_id=3)])
def test_only_staff_and_the_administrator_may(sqlite: Database, now: datetime, by: Actor) -> None:
    with sqlite.writing() as session:
        for verb in (jobs.run_now, jobs.pause, jobs.resume):
            with pytest.raises(Refused, match="not_allowed"):
                verb(session, "tidy", by=by, now=now)


def test_the_board_tells_what_when_and_how_it_went(database: Database, now: datetime) -> None:
    do_all(database, now)

    with database.reading() as session:
        board = jobs.board(session, now)
    line = next(one for one in board.jobs if one.job.key == "publish")
    assert line.last
    assert (board.clock_runs, str(line.job.rhythm), line.last.rows, line.late, line.next_at) == (
        True,
        "Elke dag om 06:30",
        3,
        False,
        datetime(2026, 11, 25, 5, 30, tzinfo=now.tzinfo),
    )


def test_without_a_clock_the_board_says_so(sqlite: Database, now: datetime) -> None:
    with sqlite.reading() as session:
        assert jobs.board(session, now).clock_runs is False


def test_the_last_twenty_runs_come_newest_first(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for n in range(30):
            session.add(JobRun(job="tidy", period=f"p{n}", due_at=now, not_before=now))

    with sqlite.reading() as session:
        assert [run.period for run in facts.runs(session, "tidy")] == [f"p{n}" for n in range(29, 9, -1)]
