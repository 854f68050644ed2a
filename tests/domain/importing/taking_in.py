"""A register that comes in, and what is counted then."""

from datetime import datetime

from sqlalchemy import func, select

from domain.actors import Actor
from domain.importing import batches
from domain.importing.batches import Taken
from domain.importing.columns import Kind
from store.database import Database
from store.models import Table
from tests import make
from tests.domain.importing.sample import sample


def take_in(database: Database, kind: Kind, now: datetime, *, by: Actor = make.COORDINATOR) -> Taken:
    with database.writing() as session:
        sheets, plan = sample(kind)
        return batches.take_in(session, sheets, plan, content_hash=b"h", all_or_nothing=False, by=by, now=now)


def count(database: Database, table: type[Table]) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0
