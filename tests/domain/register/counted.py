"""The register counted by hand, question by question, and something that happens halfway a count."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import event, select
from sqlalchemy.orm import Session

from store.database import Database
from store.models import (
    Question,
    Rollup,
)
from tests import make

PLACES = [None, "GM0361", "GM0373", "GM1980"]
TOPICS = ["A1", "A5", "B2", "B3", "D1", "D2", "F6", "F8", "G3"]


def stored(session: Session) -> dict[tuple[int, str, str], int]:
    return {(one.month, one.topic, one.municipality): one.questions for one in session.scalars(select(Rollup))}


def counted_in_python(session: Session) -> dict[tuple[int, str, str], int]:
    """The same numbers, question by question."""
    found: Counter[tuple[int, str, str]] = Counter()
    for question in session.scalars(select(Question)):
        codes = {one.code for one in question.topics} | {one.parent_code or "" for one in question.topics} | {"*"}
        for code in codes:
            found[question.month, code, "*"] += 1
            found[question.month, code, question.municipality_code or ""] += 1
    return dict(found)


def register_some(session: Session, now: datetime, random: Random, n: int, days: int = 400) -> list[int]:
    return [
        make.question(
            session,
            now=now,
            topics=tuple(random.sample(TOPICS, random.randint(1, 3))),
            municipality=random.choice(PLACES),
            asked_on=now.date() - timedelta(days=random.randrange(days)),
        )
        for _ in range(n)
    ]


def register(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.question(session, now=now)


def once_when(session: Session, statement: str, act: Callable[[], None]) -> None:
    """Act just before the session executes a statement that begins so."""
    done: list[bool] = []

    def watch(_c: object, _cursor: object, sql: str, *_: object) -> None:
        if sql.startswith(statement) and not done:
            done.append(True)
            act()

    event.listen(session.connection(), "before_cursor_execute", watch)
