"""The benchmark of the counts invents a register that the product counts rightly."""

from sqlalchemy import text

from benchmarks.trends_data import fill, settle_country
from domain.register import counts
from store.database import Database
from tests.conftest import NOW
from tests.domain.register.counted import counted_in_python, stored


def test_an_invented_register_is_counted_as_by_hand(database: Database) -> None:
    settle_country(database)
    fill(database, 300)

    with database.writing() as session:
        counts.rebuild(session, now=NOW)

    with database.reading() as session:
        topics = session.scalar(text("SELECT count(*) FROM question_topic")) or 0
        assert stored(session) == counted_in_python(session)
        assert 1.4 < topics / 300 < 1.7
