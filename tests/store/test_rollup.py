"""Counting and reading the counts go by index, however large the tables are and whatever the statistics say."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest
from sqlalchemy import case, event, insert, literal, select, text, true
from sqlalchemy.orm import Session

from domain.register import breakdowns, counts
from store.database import Database
from store.models import DirtyCell, DirtyMonth, Question
from store.queries.numbers import exact_trends
from store.rollup import EVERYTHING
from tests.conftest import NOW

MONTHS = range(24240, 24360)
MONTH = 24300
FEW = range(MONTH, MONTH + 3)
WHOLE = (
    "SCAN question", "SCAN about", "SCAN rollup", "SCAN known", "SCAN part", "AUTOMATIC",
    "Seq Scan on question", "Seq Scan on question_topic", "Seq Scan on rollup",
)  # fmt: skip


def _fill(database: Database, n: int) -> None:
    """Questions of ten years in seven places, counted, with the statistics of just now."""
    with database.writing() as session:
        places = enumerate(session.scalars(text("SELECT code FROM municipality ORDER BY code LIMIT 6")))
        number = select(literal(0).label("i")).cte("number", recursive=True)
        number = number.union_all(select(number.c.i + 1).where(number.c.i + 1 < n))
        question = Question.metadata.tables["question"]
        values = {
            "asked_on": literal(date(2020, 1, 1)),
            "month": MONTHS[0] + number.c.i % len(MONTHS),
            "channel": literal("phone"),
            "closed": true(),
            "registered_at": literal(datetime(2020, 1, 1, tzinfo=UTC), question.c.registered_at.type),
            "municipality_code": case(dict(places), value=number.c.i % 7),
        }
        session.connection().execute(insert(question).from_select([*values], select(*values.values())))
        session.execute(text("INSERT INTO question_topic (question_id, topic_code) SELECT id, 'D2' FROM question"))
        counts.rebuild(session, now=NOW)
    with database.writing() as session:
        session.execute(text("ANALYZE"))


def _refresh(session: Session) -> None:
    session.add_all(DirtyCell(month=MONTH, municipality=place) for place in ("GM0361", ""))
    counts.refresh_a_part(session, now=NOW)


def _whole_month(session: Session) -> None:
    session.add(DirtyCell(month=MONTH, municipality=EVERYTHING))
    counts.refresh_a_part(session, now=NOW)


def _break_down(session: Session) -> None:
    session.execute(text("DELETE FROM dirty_month"))
    session.add(DirtyMonth(month=MONTH))
    breakdowns.refresh_a_month(session, now=NOW)


ACTS: Mapping[str, Callable[[Session], object]] = MappingProxyType(
    {
        "a refresh, with the sums of all places": _refresh,
        "counting a whole month": _whole_month,
        "breaking a month down": _break_down,
        "all places of some topics": lambda session: exact_trends.exact_by_municipality(session, FEW, ["D", "B"]),
        "the first and the last month": lambda session: exact_trends.exact_months(session),
    }
)


@contextmanager
def planned(session: Session, steps: list[str]) -> Iterator[None]:
    """Notes how the database carries out every statement about the register."""
    connection = session.connection()
    explain = "EXPLAIN QUERY PLAN " if session.get_bind().dialect.name == "sqlite" else "EXPLAIN "
    busy: list[str] = []

    def note(_c: object, cursor: object, sql: str, values: object, _context: object, many: bool) -> None:
        if not busy and not many and ("question" in sql or "rollup" in sql) and not sql.startswith("EXPLAIN"):
            busy.append(sql)
            rows = connection.exec_driver_sql(explain + sql, values)  # type: ignore[arg-type]
            steps.extend(" ".join(map(str, row)) for row in rows)
            busy.clear()

    event.listen(connection, "before_cursor_execute", note)
    yield
    event.remove(connection, "before_cursor_execute", note)


@pytest.mark.parametrize("act", ACTS)
def test_nothing_reads_a_whole_table(database: Database, act: str) -> None:
    _fill(database, 20_000)

    steps: list[str] = []
    with database.writing() as session, planned(session, steps):
        ACTS[act](session)

    assert ([step for step in steps if any(word in step for word in WHOLE)], bool(steps)) == ([], True)
