"""Periods queued, claimed and done, with an effect that can be counted."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from domain.clockwork import lease, runs
from domain.clockwork.runs import Claimed
from store.database import Database
from store.models import JobRun, JournalLine
from store.states import RunState

SECOND = timedelta(seconds=1)
KNOWN = {"publish"}


def lead(database: Database, now: datetime, holder: str = "one") -> int:
    with database.writing() as session:
        fence = lease.take(session, holder, now)
        assert fence is not None
        return fence


def queue(database: Database, now: datetime, known: set[str] = KNOWN) -> int:
    with database.writing() as session:
        return runs.queue_due(session, now, known=known)


def claim(database: Database, fence: int, now: datetime) -> Claimed | None:
    with database.writing() as session:
        return runs.claim(session, fence, now, known=KNOWN)


def claimed(database: Database, fence: int, now: datetime) -> Claimed:
    run = claim(database, fence, now)
    assert run is not None
    return run


def do_carefully(database: Database, run: Claimed, now: datetime, *, crash: bool = False) -> None:
    """Effect and status in one transaction."""
    with database.writing() as session:
        effect(session, now)
        if crash:
            raise KeyboardInterrupt
        runs.finish(session, run, 1, now)


def effect(session: Session, now: datetime) -> None:
    journal.record(session, "counts.published", ("month", 1), by=CLOCK, now=now)


def effects(database: Database, kind: str = "counts.published") -> int | None:
    with database.reading() as session:
        return session.scalar(select(func.count()).where(JournalLine.kind == kind))


def states(database: Database) -> list[tuple[str, RunState]]:
    with database.reading() as session:
        rows = session.execute(select(JobRun.period, JobRun.state).order_by(JobRun.id))
        return [(period, state) for period, state in rows]
