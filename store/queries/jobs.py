"""Jobs as the screen and the clock see them: runs, pulses, and whether a clock leads."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models import JobPulse, JobRun, Lease
from store.states import RunState

OPEN = (RunState.QUEUED, RunState.RUNNING)
BY_HAND = "manual:"


@dataclass(frozen=True)
class Run:
    """One period of one job. `by_hand` was asked for by staff; `rows` is how much it did."""

    id: int
    job: str
    period: str
    by_hand: bool
    state: RunState
    due_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    attempt: int
    rows: int | None
    error: str | None

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def milliseconds(self) -> int | None:
        if self.started_at is None or self.finished_at is None:
            return None
        return round((self.finished_at - self.started_at).total_seconds() * 1000)


@dataclass(frozen=True)
class Pulse:
    """How it goes with a job: paused or not, and for one that never rests when it ran and last did something."""

    paused_at: datetime | None = None
    ran_at: datetime | None = None
    worked_at: datetime | None = None
    milliseconds: int | None = None
    rows: int | None = None
    error: str | None = None


def runs(session: Session, job: str, *, most: int = 20) -> tuple[Run, ...]:
    """The runs of a job, newest first."""
    query = select(JobRun).where(JobRun.job == job).order_by(JobRun.id.desc()).limit(most)
    return tuple(_run(row) for row in session.scalars(query))


def last_runs(session: Session) -> Mapping[str, Run]:
    """The newest run of each job."""
    newest = select(func.max(JobRun.id)).group_by(JobRun.job)
    return {row.job: _run(row) for row in session.scalars(select(JobRun).where(JobRun.id.in_(newest)))}


def last_due(session: Session) -> Mapping[str, datetime]:
    """The newest due moment of each job that was written down; what was asked by hand does not count."""
    query = select(JobRun.job, func.max(JobRun.due_at)).where(JobRun.period.not_like(f"{BY_HAND}%"))
    return dict(session.execute(query.group_by(JobRun.job)).all())


def open_runs(session: Session) -> tuple[Run, ...]:
    """What is queued or running, oldest first."""
    query = select(JobRun).where(JobRun.state.in_(OPEN)).order_by(JobRun.due_at, JobRun.id)
    return tuple(_run(row) for row in session.scalars(query))


def pulses(session: Session) -> Mapping[str, Pulse]:
    return {
        row.job: Pulse(row.paused_at, row.ran_at, row.worked_at, row.milliseconds, row.rows, row.error)
        for row in session.scalars(select(JobPulse))
    }


def clock_runs(session: Session, now: datetime) -> bool:
    """Whether some clock leads at this moment."""
    held_until = session.scalar(select(func.max(Lease.held_until)))
    return held_until is not None and held_until > now


def _run(row: JobRun) -> Run:
    return Run(
        id=row.id,
        job=row.job,
        period=row.period,
        by_hand=row.period.startswith(BY_HAND),
        state=row.state,
        due_at=row.due_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
        attempt=row.attempt,
        rows=row.rows,
        error=row.error,
    )
