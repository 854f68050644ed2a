"""Runs: each due period of a job is one row, which is done exactly once."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import CursorResult, Select, and_, select, update
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from domain.clockwork import lease, timetable
from domain.clockwork.lease import LostLease
from store.models import JobPulse, JobRun
from store.queries import jobs as facts
from store.states import RunState

# What a job does in a transaction: gives how many rows it made, changed or took away.
Effect = Callable[[Session, datetime], int]

MOST_ATTEMPTS = 5
FIRST_PAUSE = timedelta(seconds=5)
STOPPED_MEANWHILE = "The clock stopped while it worked on this."


@dataclass(frozen=True)
class Claimed:
    """A run that belongs to this clock, as long as its fence leads."""

    id: int
    job: str
    period: str
    attempt: int
    fence: int


def queue_due(session: Session, now: datetime, *, known: Collection[str]) -> int:
    """Write a row for each period that came due; gives how many. The caller holds the lease, so twice is harmless."""
    last, paused = facts.last_due(session), set(session.scalars(_paused()))
    rows = [
        row
        for job in timetable.load(session)
        if job.key in known and job.key not in paused
        for row in _new_rows(session, job, last.get(job.key), now)
    ]
    session.add_all(rows)
    session.flush()
    return len(rows)


def is_waiting(session: Session, now: datetime, *, known: Collection[str]) -> bool:
    """Whether `claim` would find something; looks without locking anything."""
    left = select(JobRun.id).where(JobRun.state == RunState.RUNNING, JobRun.job.in_(list(known)))
    return any(session.scalar(query.limit(1)) is not None for query in (left, _waiting(now, known)))


def claim(session: Session, fence: int, now: datetime, *, known: Collection[str]) -> Claimed | None:
    """Take the run that waits longest; jobs that are paused or unknown to this program stay where they are.

    A leader works on one run at a time, so whatever still says `running` was left behind: it goes back first.
    """
    lease.must_hold(session, fence)
    _take_back(session, now)
    run = session.scalar(_waiting(now, known, JobRun).limit(1).with_for_update(skip_locked=True))
    if run is None:
        return None
    run.state, run.fence, run.attempt = RunState.RUNNING, fence, run.attempt + 1
    run.started_at, run.error = now, None
    session.flush()
    return Claimed(run.id, run.job, run.period, run.attempt, fence)


def note(session: Session, run: Claimed, rows: int) -> None:
    """Keep how far a long run came, together with that part of its work; raises `LostLease` like `finish`."""
    _settle(session, run, rows=rows)


def finish(session: Session, run: Claimed, rows: int, now: datetime) -> None:
    """Mark as done, in the transaction of the work itself; raises `LostLease` when the run is no longer ours."""
    _settle(session, run, rows=rows, state=RunState.DONE, finished_at=now)


def put_back(session: Session, run: Claimed, now: datetime) -> None:
    """Leave it to the next leader, or to a later moment; this attempt does not count."""
    _settle(session, run, state=RunState.QUEUED, not_before=now, attempt=run.attempt - 1)


def fail(session: Session, run: Claimed, error: str, now: datetime) -> None:
    """Try again later, each time after a longer pause; after five times it has failed and the journal says so."""
    if run.attempt < MOST_ATTEMPTS:
        again = now + FIRST_PAUSE * 2 ** (run.attempt - 1)
        _settle(session, run, state=RunState.QUEUED, not_before=again, error=error[:500])
    else:
        _settle(session, run, state=RunState.FAILED, finished_at=now, error=error[:500])
        _report(session, run.id, run.job, run.period, now)


def _settle(session: Session, run: Claimed, **values: Any) -> None:  # noqa: ANN401 - columns of the row
    lease.must_hold(session, run.fence)
    ours = (JobRun.id == run.id, JobRun.fence == run.fence, JobRun.state == RunState.RUNNING)
    result = session.execute(update(JobRun).where(*ours).values(**values))
    assert isinstance(result, CursorResult)
    if not result.rowcount:
        raise LostLease


def _take_back(session: Session, now: datetime) -> None:
    for run in session.scalars(select(JobRun).where(JobRun.state == RunState.RUNNING).with_for_update()):
        if run.attempt < MOST_ATTEMPTS:
            run.state, run.not_before = RunState.QUEUED, now
        else:
            run.state, run.finished_at, run.error = RunState.FAILED, now, STOPPED_MEANWHILE
            _report(session, run.id, run.job, run.period, now)
    session.flush()


def _report(session: Session, run_id: int, job: str, period: str, now: datetime) -> None:
    journal.record(session, "job.failed", ("job_run", run_id), by=CLOCK, now=now, job=job, period=period)


def _waiting(now: datetime, known: Collection[str], what: Any = JobRun.id) -> Select[Any]:  # noqa: ANN401
    ready = and_(JobRun.state == RunState.QUEUED, JobRun.not_before <= now)
    ours = and_(JobRun.job.in_(list(known)), JobRun.job.not_in(_paused()))
    return select(what).where(ready, ours).order_by(JobRun.not_before, JobRun.id)


def _paused() -> Select[Any]:
    return select(JobPulse.job).where(JobPulse.paused_at.is_not(None))


def _new_rows(session: Session, job: timetable.Job, last: datetime | None, now: datetime) -> list[JobRun]:
    due = list(job.due(last, now))
    if not due:
        return []
    names = [one.period for one, _ in due]
    known = set(session.scalars(select(JobRun.period).where(JobRun.job == job.key, JobRun.period.in_(names))))
    return [
        JobRun(
            job=job.key,
            period=one.period,
            due_at=one.at,
            not_before=one.at,
            state=RunState.QUEUED if useful else RunState.SKIPPED,
            finished_at=None if useful else now,
        )
        for one, useful in due
        if one.period not in known
    ]
