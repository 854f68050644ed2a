"""A job that is late, and the alarm of it: once for each period."""

from datetime import datetime, timedelta

from sqlalchemy import select

from domain.clockwork import jobs, lateness, pulses, runs
from store.database import Database
from store.models import JournalLine
from store.queries import jobs as facts
from tests.domain.clockwork.doing import KNOWN, do_all, kinds
from tests.make import COORDINATOR

MINUTE = timedelta(minutes=1)


def alarms(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return lateness.raise_alarms(session, now)


def late(database: Database, now: datetime) -> dict[str, str]:
    with database.reading() as session:
        found = lateness.late_periods(session, now)
        return {key: period for key, period in found.items() if key in KNOWN | {"letters"}}


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
