"""A proposal that was sent, and one to which the buddy said yes."""

from datetime import datetime, timedelta

from domain.actors import Actor
from domain.matchmaking import agreement
from store.database import Database
from store.models import JournalLine
from tests import make

DAY = timedelta(days=1)


def sent(database: Database, now: datetime) -> tuple[int, Actor]:
    """A proposal that waits for its buddy, and that buddy."""
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        return make.proposal(session, make.request(session, now=now), buddy_id, now=now), make.buddy_actor(buddy_id)


def agreed(database: Database, now: datetime) -> tuple[int, Actor]:
    """A proposal to which the buddy said yes, and that buddy."""
    proposal_id, by = sent(database, now)
    with database.writing() as session:
        agreement.accept_for_buddy(session, proposal_id, by=by, now=now)
    return proposal_id, by


def kinds(database: Database) -> list[str]:
    with database.reading() as session:
        lines = session.query(JournalLine).order_by(JournalLine.id)
        return [line.kind for line in lines if line.kind.startswith(("proposal", "match"))]
