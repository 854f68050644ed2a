"""What staff see of jobs and may do with them."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from domain.actors import Actor, Role
from domain.clockwork import jobs, lateness, lease, pulses, runs
from domain.refused import Refused
from store.database import Database
from store.models import JobRun, JournalLine
from store.queries import jobs as facts
from store.states import RunState
from tests.make import COORDINATOR, buddy_actor

MINUTE = timedelta(minutes=1)
KNOWN = {"counts", "publish", "tidy"}


def ask(database: Database, job: str, now: datetime, by: Actor = COORDINATOR) -> None:
    with database.writing() as session:
        jobs.run_now(session, job, by=by, now=now)


def kinds(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(JournalLine.kind).order_by(JournalLine.id)))


def alarms(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return lateness.raise_alarms(session, now)


def late(database: Database, now: datetime) -> dict[str, str]:
    with database.reading() as session:
        found = lateness.late_periods(session, now)
        return {key: period for key, period in found.items() if key in KNOWN | {"letters"}}


def do_all(database: Database, now: datetime, known: set[str] = KNOWN) -> None:
    with database.writing() as session:
        fence = lease.take(session, "one", now) or 0
        runs.queue_due(session, now, known=known)
        while run := runs.claim(session, fence, now, known=known):
            runs.finish(session, run, 3, now)


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


def test_a_paused_job_has_no_next_run_and_is_never_late(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        jobs.pause(session, "publish", by=COORDINATOR, now=now)

    with sqlite.reading() as session:
        line = next(one for one in jobs.board(session, now + timedelta(days=9)).jobs if one.job.key == "publish")
    assert (line.is_paused, line.next_at, line.late) == (True, None, False)


def test_a_job_that_is_done_in_time_is_not_late(database: Database, now: datetime) -> None:
    do_all(database, now)

    assert late(database, now + 14 * MINUTE) == {}


def test_a_job_that_is_not_done_in_time_is_late(database: Database, now: datetime) -> None:
    do_all(database, now)
    with database.writing() as session:
        runs.queue_due(session, now + 5 * MINUTE, known=KNOWN)

    assert late(database, now + 21 * MINUTE) == {"counts": "2026-11-24T10:05Z"}


def test_a_job_is_late_when_no_clock_even_wrote_it_down(database: Database, now: datetime) -> None:
    do_all(database, now)

    assert late(database, now + timedelta(days=1)) == {
        "counts": "2026-11-25T09:45Z",
        "publish": "2026-11-25",
        "tidy": "2026-11-25",
    }


def test_a_job_that_never_rests_is_late_when_it_fell_silent(database: Database, now: datetime) -> None:
    with database.writing() as session:
        pulses.beat(session, "letters", rows=0, milliseconds=1, now=now)
    do_all(database, now)

    assert late(database, now + 6 * MINUTE) == {"letters": "2026-11-24T10:00"}


def test_the_alarm_is_raised_once_for_each_period(database: Database, now: datetime) -> None:
    everything = KNOWN | {"proposals", "late"}
    do_all(database, now, everything)
    with database.writing() as session:
        runs.queue_due(session, now + 5 * MINUTE, known={"counts"})

    raised = [alarms(database, now + minutes * MINUTE) for minutes in (4, 21)]
    again = alarms(database, now + 21 * MINUTE)

    with database.reading() as session:
        told = list(session.scalars(select(JournalLine).where(JournalLine.kind == "job.late")))
    facts_told = [line.facts for line in told if line.facts["job"] == "counts"]
    assert (raised[0], again, facts_told) == (0, 0, [{"job": "counts", "period": "2026-11-24T10:05Z"}])


def test_the_journal_hears_once_of_a_row_of_failures(database: Database, now: datetime) -> None:
    with database.writing() as session:
        pulses.stumble(session, "letters", "ConnectionError", now=now)
        pulses.stumble(session, "letters", "ConnectionError", now=now + MINUTE)
        pulses.beat(session, "letters", rows=2, milliseconds=40, now=now + 2 * MINUTE)
        pulses.beat(session, "letters", rows=0, milliseconds=1, now=now + 3 * MINUTE)

    with database.reading() as session:
        pulse = facts.pulses(session)["letters"]
    assert (kinds(database), pulse.error, pulse.rows, pulse.milliseconds, pulse.worked_at) == (
        ["job.failed"],
        None,
        2,
        40,
        now + 2 * MINUTE,
    )


def test_the_last_twenty_runs_come_newest_first(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for n in range(30):
            session.add(JobRun(job="tidy", period=f"p{n}", due_at=now, not_before=now))

    with sqlite.reading() as session:
        assert [run.period for run in facts.runs(session, "tidy")] == [f"p{n}" for n in range(29, 9, -1)]
