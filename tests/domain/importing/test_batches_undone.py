"""A register that came in and is taken back."""

from datetime import datetime

import pytest
from sqlalchemy import select

from domain.importing import batches
from domain.importing.columns import Kind
from domain.refused import Refused
from store.database import Database
from store.models import Buddy, Event, Question, Table
from tests import make
from tests.domain.importing.taking_in import count, take_in


@pytest.mark.parametrize(("kind", "table"), [(Kind.QUESTION, Question), (Kind.BUDDY, Buddy), (Kind.EVENT, Event)])
def test_a_file_that_is_undone_leaves_nothing_and_may_come_in_again(
    database: Database, now: datetime, kind: Kind, table: type[Table]
) -> None:
    taken = take_in(database, kind, now)
    with database.writing() as session:
        batches.undo(session, taken.batch_id, by=make.COORDINATOR, now=now)
        batches.undo(session, taken.batch_id, by=make.COORDINATOR, now=now)
    left = count(database, table)

    assert (left, take_in(database, kind, now).rows) == (0, taken.rows)


def test_a_buddy_who_was_asked_keeps_the_file_in(database: Database, now: datetime) -> None:
    taken = take_in(database, Kind.BUDDY, now)
    with database.writing() as session:
        buddy_id = session.scalars(select(Buddy.id).order_by(Buddy.id)).first() or 0
        make.proposal(session, make.request(session, now=now), buddy_id, now=now)

    with pytest.raises(Refused) as refused, database.writing() as session:
        batches.undo(session, taken.batch_id, by=make.COORDINATOR, now=now)

    assert (refused.value.key, count(database, Buddy)) == ("import.in_use", 5)
