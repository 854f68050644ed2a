"""Jobs that are done, and whether one is late."""

from datetime import datetime

from sqlalchemy import select

from domain.clockwork import lease, runs
from store.database import Database
from store.models import JournalLine

KNOWN = {"counts", "publish", "tidy"}


def kinds(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(JournalLine.kind).order_by(JournalLine.id)))


def do_all(database: Database, now: datetime, known: set[str] = KNOWN) -> None:
    with database.writing() as session:
        fence = lease.take(session, "one", now) or 0
        runs.queue_due(session, now, known=known)
        while run := runs.claim(session, fence, now, known=known):
            runs.finish(session, run, 3, now)
