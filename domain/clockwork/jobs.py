"""Jobs: what staff see of them and may do with them: start one now, pause one, let it go on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor, Role
from domain.clockwork import lateness, pulses, timetable
from domain.clockwork.timetable import Job
from domain.refused import Refused
from store.models import JobRun
from store.queries import jobs as facts
from store.queries.jobs import BY_HAND, OPEN, Pulse, Run

NO_PULSE = Pulse()


@dataclass(frozen=True)
class JobLine:
    """One job on the page of jobs: what it is, how it went last, when it comes again."""

    job: Job
    last: Run | None
    pulse: Pulse
    late: bool
    next_at: datetime | None

    @property
    def is_paused(self) -> bool:
        return self.pulse.paused_at is not None


@dataclass(frozen=True)
class Board:
    """All jobs, and whether there is a clock that does them."""

    clock_runs: bool
    jobs: tuple[JobLine, ...]


def board(session: Session, now: datetime) -> Board:
    last, heard, late = facts.last_runs(session), facts.pulses(session), lateness.late_periods(session, now)
    lines = tuple(_line(job, last, heard, job.key in late, now) for job in timetable.load(session))
    return Board(facts.clock_runs(session, now), lines)


def run_now(session: Session, job: str, *, by: Actor, now: datetime) -> None:
    """Have a job done at once by whichever clock leads. While it waits already, asking again is harmless.

    Raises `Refused("job.paused")`, and `Refused("job.never_rests")` for a job that works without a rhythm.
    """
    _staff_only(by)
    if timetable.job(session, job).is_continuous:
        raise Refused("job.never_rests")
    if pulses.of(session, job).paused_at:
        raise Refused("job.paused")
    waiting = select(JobRun.id).where(JobRun.job == job, JobRun.state.in_(OPEN), JobRun.period.like(f"{BY_HAND}%"))
    if session.scalar(waiting.limit(1)) is not None:
        return
    session.add(JobRun(job=job, period=f"{BY_HAND}{uuid4()}", due_at=now, not_before=now))
    journal.record(session, "job.asked", ("job", 0), by=by, now=now, job=job)


def pause(session: Session, job: str, *, by: Actor, now: datetime) -> None:
    """Have a job rest: nothing is queued and what is queued waits. What is being done now is finished."""
    _staff_only(by)
    timetable.job(session, job)
    pulse = pulses.of(session, job)
    if pulse.paused_at is None:
        pulse.paused_at = now
        journal.record(session, "job.paused", ("job", 0), by=by, now=now, job=job)


def resume(session: Session, job: str, *, by: Actor, now: datetime) -> None:
    """Let a job go on: with its last period when that is still useful."""
    _staff_only(by)
    timetable.job(session, job)
    pulse = pulses.of(session, job)
    if pulse.paused_at is not None:
        pulse.paused_at = None
        journal.record(session, "job.resumed", ("job", 0), by=by, now=now, job=job)


def _staff_only(by: Actor) -> None:
    if not by.has(Role.COORDINATOR, Role.ADMINISTRATOR):
        raise Refused("not_allowed")


def _line(job: Job, last: Mapping[str, Run], heard: Mapping[str, Pulse], late: bool, now: datetime) -> JobLine:
    pulse = heard.get(job.key, NO_PULSE)
    next_at = None if pulse.paused_at else job.rhythm.next(now)
    return JobLine(job, last.get(job.key), pulse, late, next_at)
