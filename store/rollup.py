"""Counting the register again, place by place and month by month, inside the database and alike on both."""

import json
from collections.abc import Collection

from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from store.models import Rollup, Topic
from store.pinned import by_index

EVERYTHING = "*"
ELSEWHERE = ""
"""In the place of a municipality: the questions without one."""
Cell = tuple[int, str]
"""A month and a municipality; with `*` all that stands there for all places together."""
Pair = tuple[int, str]
"""A month and a topic, a group or `*`."""

# One text each, however much is asked, so that it is prepared once; CROSS JOIN keeps SQLite to the order given here.
EACH = {"sqlite": "json_each(:asked)", "postgresql": "json_array_elements(CAST(:asked AS json))"}
ASKED = "SELECT CAST(value ->> 0 AS integer) AS month, value ->> 1 AS name FROM "
STORED = """
    ON CONFLICT (municipality, month, topic) DO UPDATE SET questions = excluded.questions
    WHERE rollup.questions <> excluded.questions
    RETURNING municipality, month, topic, questions"""
PLACES = """WITH cell AS MATERIALIZED ({asked}), one AS MATERIALIZED (
        SELECT question.id, cell.name AS place, cell.month FROM cell CROSS JOIN question
        WHERE question.month = cell.month AND question.municipality_code = cell.name
        UNION ALL SELECT question.id, cell.name, cell.month FROM cell CROSS JOIN question
        WHERE cell.name = '' AND question.month = cell.month AND question.municipality_code IS NULL)
    INSERT INTO rollup (municipality, month, topic, questions)
    SELECT place, month, topic, sum(questions) FROM (
        SELECT place, month, '*' AS topic, count(*) AS questions FROM one GROUP BY place, month
        UNION ALL SELECT place, month, about.topic_code, count(*)
        FROM one CROSS JOIN question_topic AS about WHERE about.question_id = one.id
        GROUP BY place, month, about.topic_code
        UNION ALL SELECT place, month, topic.parent_code, count(DISTINCT one.id)
        FROM one CROSS JOIN question_topic AS about CROSS JOIN topic
        WHERE about.question_id = one.id AND topic.code = about.topic_code AND topic.parent_code IS NOT NULL
        GROUP BY place, month, topic.parent_code
        UNION ALL SELECT known.municipality, known.month, known.topic, 0 FROM cell CROSS JOIN rollup AS known
        WHERE known.municipality = cell.name AND known.month = cell.month
    ) AS found GROUP BY place, month, topic{stored}"""
"""No question of a month in a place is found twice; what stood there and is gone becomes 0."""
TOGETHER = """WITH pair AS MATERIALIZED ({asked})
    INSERT INTO rollup (municipality, month, topic, questions)
    SELECT '*', pair.month, pair.name, sum(CASE WHEN part.municipality = '*' THEN 0 ELSE part.questions END)
    FROM pair CROSS JOIN rollup AS part WHERE part.topic = pair.name AND part.month = pair.month
    GROUP BY pair.month, pair.name{stored}"""
"""A question lies in one municipality at most, so the places can be added up."""


def recount(session: Session, cells: Collection[Cell]) -> int:
    """Count these (month, municipality) again; gives how many counts differed from those that stood there."""
    return len(put_right(session, cells))


def put_right(session: Session, cells: Collection[Cell]) -> list[Cell]:
    """Count these (month, municipality) again, then what changed there for all places together.

    A question counts once for all topics together, once for each of its groups and once for each of its topics. Gives
    the cell of each count that differed from what stood there; no more than that is written.
    """
    if not cells:
        return []
    with by_index(session):
        changed = _counted(session, PLACES, {cell for cell in cells if cell[1] != EVERYTHING})
        pairs = {(month, topic) for _place, month, topic, _questions in changed}
        pairs |= _every_pair(session, {month for month, place in cells if place == EVERYTHING})
        changed += _counted(session, TOGETHER, pairs)
        _drop(session, [(place, month, topic) for place, month, topic, questions in changed if not questions])
    return [(month, place) for place, month, _topic, _questions in changed]


def _counted(session: Session, sql: str, asked: Collection[Cell | Pair]) -> list[tuple[str, int, str, int]]:
    if not asked:
        return []
    each = ASKED + EACH[session.get_bind().dialect.name]
    rows = session.execute(text(sql.format(asked=each, stored=STORED)), {"asked": json.dumps(sorted(asked))})
    return [(place, month, topic, questions) for place, month, topic, questions in rows]


def _every_pair(session: Session, months: Collection[int]) -> set[Pair]:
    """All that can have a number in these months, and all that has one."""
    if not months:
        return set()
    known = select(Rollup.month, Rollup.topic).where(Rollup.municipality == EVERYTHING, Rollup.month.in_(months))
    topics = [EVERYTHING, *session.scalars(select(Topic.code))]
    return {(month, topic) for month in months for topic in topics} | {
        (one, other) for one, other in session.execute(known)
    }


def _drop(session: Session, keys: Collection[tuple[str, int, str]]) -> None:
    """Nothing is left of these: a count of 0 is no row."""
    for place, month, topic in keys:
        here = (Rollup.municipality == place, Rollup.month == month, Rollup.topic == topic)
        session.execute(delete(Rollup).where(*here), execution_options={"synchronize_session": False})
