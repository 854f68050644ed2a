"""A process of its own that registers or counts, for tests that kill it: `... URL register|count|naive SEED ACTS`."""

import sys
from datetime import UTC, datetime, timedelta
from random import Random

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from domain.actors import DEMO
from domain.refused import Refused
from domain.register import breakdowns, counts, questions
from store.database import Busy, Database
from store.keys import Keyring
from store.models import DirtyCell, Question, QuestionTopic
from store.rollup import recount
from tests import make

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
KEYS = Keyring(encryption=(b"1" * 32,), index=b"i" * 32)
PLACES = [None, "GM0361", "GM0373", "GM1980"]
TOPICS = ["A1", "A5", "B2", "B3", "D1", "D2", "F6"]


def values(random: Random) -> dict[str, object]:
    return {
        "topics": tuple(random.sample(TOPICS, random.randint(1, 3))),
        "municipality": random.choice(PLACES),
        "asked_on": NOW.date() - timedelta(days=random.randrange(100)),
        "sector": random.choice([None, "po", "vo"]),
        "done": random.choice([(), ("advice",), ("advice", "listening")]),
    }


def act(session: Session, random: Random) -> None:
    """Register, put right, take back, or merge a topic into another one for some days."""
    known = session.scalars(select(Question.id)).all()
    kind = random.random()
    if kind < 0.55 or not known:
        make.question(session, now=NOW, **values(random))  # type: ignore[arg-type]
    elif kind < 0.75:
        changed = {"channel": "mail", **values(random)}
        questions.change(session, random.choice(known), changed, by=DEMO, now=NOW)  # type: ignore[arg-type]
    elif kind < 0.9:
        questions.undo(session, random.choice(known), by=make.COORDINATOR, now=NOW)
    else:
        merge(session, *random.sample(TOPICS, 2))


def merge(session: Session, old: str, new: str) -> None:
    """All questions about one topic are about another one from now on."""
    has_new = select(QuestionTopic.question_id).where(QuestionTopic.topic_code == new)
    about_old = QuestionTopic.topic_code == old
    of_both = QuestionTopic.question_id.in_(has_new)
    session.execute(delete(QuestionTopic).where(about_old, of_both), execution_options={"synchronize_session": False})
    moved = update(QuestionTopic).where(about_old).values(topic_code=new)
    session.execute(moved, execution_options={"synchronize_session": False})


def register(database: Database, seed: int, acts: int) -> None:
    random = Random(seed)
    done = 0
    while done < acts:
        try:
            with database.writing() as session:
                act(session, random)
        except (Refused, Busy, IntegrityError, StaleDataError):  # two that change the same question: one of them loses
            continue
        done += 1


def count(database: Database, acts: int) -> None:
    """Count without end, until killed; or so many times."""
    while acts:
        acts -= 1
        try:
            with database.writing() as session:
                counts.refresh_a_part(session, now=NOW)
            with database.writing() as session:
                breakdowns.refresh_a_month(session, now=NOW)
        except Busy:
            continue


def naively(session: Session) -> None:
    """The control: the marks go after the count instead of before it."""
    cells = {(month, place) for month, place in session.execute(select(DirtyCell.month, DirtyCell.municipality))}
    recount(session, cells)
    session.execute(delete(DirtyCell))


if __name__ == "__main__":
    opened = Database(sys.argv[1], KEYS)
    if sys.argv[2] == "register":
        register(opened, int(sys.argv[3]), int(sys.argv[4]))
    else:
        count(opened, -1)
