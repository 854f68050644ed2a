"""Lateness: which jobs should have been done by now, said in the journal once per period."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from domain.clockwork import pulses, timetable
from domain.clockwork.timetable import LOOK_BACK, Job
from store.queries import jobs as facts
from store.queries.jobs import Pulse, Run


def late_periods(session: Session, now: datetime) -> Mapping[str, str]:
    """The period for which each late job is late; a job that never rests is late since the time it last ran."""
    heard, last, waiting = facts.pulses(session), facts.last_due(session), facts.open_runs(session)
    found = {}
    for job in timetable.load(session):
        pulse = heard.get(job.key, Pulse())
        if job.is_continuous:
            found[job.key] = _silent_since(job, pulse, now)
        elif not pulse.paused_at:
            overdue = (run.period for run in waiting if run.job == job.key and not run.by_hand and _past(job, run, now))
            found[job.key] = next(overdue, None) or _never_queued(job, last.get(job.key), now)
    return {key: period for key, period in found.items() if period}


def raise_alarms(session: Session, now: datetime) -> int:
    """Write a journal line for each job that became late; gives how many. Twice is harmless."""
    alarms = 0
    for job, period in late_periods(session, now).items():
        pulse = pulses.of(session, job)
        if pulse.late_alarm_for != period:
            pulse.late_alarm_for = period
            journal.record(session, "job.late", ("job", 0), by=CLOCK, now=now, job=job, period=period)
            alarms += 1
    return alarms


def _past(job: Job, run: Run, now: datetime) -> bool:
    return now - run.due_at > job.grace


def _never_queued(job: Job, last: datetime | None, now: datetime) -> str | None:
    """The last period that should have been done by now and was not even written down: no clock ran meanwhile."""
    if last is None:
        return None
    due = list(job.rhythm.between(max(last, now - LOOK_BACK), now - job.grace))
    return due[-1].period if due else None


def _silent_since(job: Job, pulse: Pulse, now: datetime) -> str | None:
    if pulse.paused_at or pulse.ran_at is None or now - pulse.ran_at <= job.grace:
        return None
    return f"{pulse.ran_at:%Y-%m-%dT%H:%M}"
