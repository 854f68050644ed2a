"""Pulses: how it goes with the jobs that never rest."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from store.models import JobPulse

# A job that finds nothing to do is written down no more often than this.
QUIET = timedelta(seconds=30)


def is_paused(session: Session, job: str) -> bool:
    pulse = session.get(JobPulse, job)
    return pulse is not None and pulse.paused_at is not None


def is_quiet(session: Session, job: str, now: datetime) -> bool:
    """Whether it is soon enough to write later that the job ran and found nothing."""
    pulse = session.get(JobPulse, job)
    return pulse is not None and not pulse.error and pulse.ran_at is not None and now - pulse.ran_at < QUIET


def beat(session: Session, job: str, *, rows: int, milliseconds: int, now: datetime) -> None:
    """Write down that a job ran; the rows and the duration are those of the last time that it did something."""
    pulse = of(session, job)
    pulse.ran_at, pulse.error = now, None
    if rows or pulse.milliseconds is None:
        pulse.rows, pulse.milliseconds = rows, milliseconds
    if rows:
        pulse.worked_at = now


def stumble(session: Session, job: str, error: str, *, now: datetime) -> None:
    """Write down that a job went wrong; the journal says so the first time of a row of failures."""
    pulse = of(session, job)
    if not pulse.error:
        journal.record(session, "job.failed", ("job", 0), by=CLOCK, now=now, job=job)
    pulse.ran_at, pulse.error = now, error[:500]


def of(session: Session, job: str) -> JobPulse:
    """The pulse of a job, locked; made when it has none yet."""
    pulse = session.get(JobPulse, job, with_for_update=True, populate_existing=True)
    if pulse is None:
        pulse = JobPulse(job=job)
        session.add(pulse)
        session.flush()
    return pulse
