"""Counting a whole month again in all places at once, by one statement that writes no more than what differs."""

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import CursorResult, select, text
from sqlalchemy.orm import Session

from store.models import Rollup
from store.pinned import by_index
from store.rollup import EVERYTHING

ENOUGH = 20_000
"""Questions at a time: whoever wants to write on SQLite waits as long as they take, a fraction of a second."""

CODES = """WITH RECURSIVE code(topic) AS (
        SELECT min(topic) FROM rollup
        UNION ALL SELECT (SELECT min(topic) FROM rollup WHERE topic > code.topic)
        FROM code WHERE code.topic IS NOT NULL)"""
"""What has a count somewhere, known or not any more: found by jumping from one to the next in the index."""
COUNT = """{codes},
    one AS MATERIALIZED (
        SELECT id, coalesce(municipality_code, '') AS place FROM question WHERE month = :month),
    named AS MATERIALIZED (
        SELECT one.id, one.place, topic.code AS topic, topic.parent_code AS topics
        FROM one CROSS JOIN question_topic CROSS JOIN topic
        WHERE question_topic.question_id = one.id AND topic.code = question_topic.topic_code),
    placed AS MATERIALIZED (
        SELECT place, '*' AS topic, count(*) AS questions FROM one GROUP BY place
        UNION ALL SELECT place, topic, count(*) FROM named GROUP BY place, topic
        UNION ALL SELECT place, topics, count(DISTINCT id) FROM named WHERE topics IS NOT NULL GROUP BY place, topics),
    found AS (
        SELECT place, topic, questions, 0 AS known FROM placed
        UNION ALL SELECT '*', topic, sum(questions), 0 FROM placed GROUP BY topic
        UNION ALL SELECT rollup.municipality, rollup.topic, 0, rollup.questions
        FROM code CROSS JOIN rollup WHERE rollup.topic = code.topic AND rollup.month = :month)
    INSERT INTO rollup (municipality, month, topic, questions)
    SELECT place, :month, topic, sum(questions) FROM found WHERE true
    GROUP BY place, topic HAVING sum(questions) <> sum(known)
    ON CONFLICT (municipality, month, topic) DO UPDATE SET questions = excluded.questions"""
DROP = """{codes}
    DELETE FROM rollup WHERE topic IN (SELECT topic FROM code) AND month = :month AND questions = 0"""
"""Nothing is left of these: a count of 0 is no row."""


def recount(session: Session, months: Iterable[int]) -> int:
    """Count these months again in all places; gives how many counts differed from those that stood there."""
    return sum(_recount(session, month) for month in months)


def _recount(session: Session, month: int) -> int:
    with by_index(session):
        written = session.execute(text(COUNT.format(codes=CODES)), {"month": month})
        session.execute(text(DROP.format(codes=CODES)), {"month": month})
    assert isinstance(written, CursorResult)
    return written.rowcount


def enough(session: Session, months: Collection[int]) -> Iterator[int]:
    """The first of these months, and those after it up to as many questions as one may count at a time."""
    if not months:
        return
    together = (Rollup.municipality == EVERYTHING, Rollup.topic == EVERYTHING, Rollup.month.in_(months))
    rows = session.execute(select(Rollup.month, Rollup.questions).where(*together))
    known = {row.month: row.questions for row in rows}
    taken = 0
    for month in sorted(months):
        taken += known.get(month, ENOUGH)
        yield month
        if taken >= ENOUGH:
            return
