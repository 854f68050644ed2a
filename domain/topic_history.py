"""Topics over time: one goes on in another, or in another group; what was registered before keeps its own."""

from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import journal, topics
from domain.actors import Actor
from domain.allowed import setup_only
from domain.refused import Refused
from domain.topics import TopicPlan
from i18n import day
from store.models import Question, QuestionTopic, Topic
from store.queries import choices, setup

A_DAY = timedelta(days=1)


def merge(session: Session, code: str, into: str, *, on: date, by: Actor, now: datetime) -> None:
    """From `on` the questions of a topic go to another; before that day nothing changes. Raises `Refused`."""
    setup_only(by)
    row, successor = _topic(session, code), _topic(session, into)
    if row.successor_code is not None:
        raise Refused("topic.is_merged", field="into")
    if row is successor or successor.successor_code or not choices.valid(successor, on):
        raise Refused("topic.into_itself", field="into")
    row.valid_to, row.successor_code, row.favourite = on - A_DAY, into, False
    journal.record(session, "topic.merged", ("topic", 0), by=by, now=now, code=code, into=into, on=on.isoformat())


def unmerge(session: Session, code: str, *, by: Actor, now: datetime) -> None:
    """Take a merge back, as long as nothing was registered on the successor since. Twice is harmless.

    Raises `Refused("topic.merge_used")` otherwise: nobody could tell any more which of the two was meant.
    """
    setup_only(by)
    row = _topic(session, code)
    if row.successor_code is None or row.valid_to is None:
        return
    since = row.valid_to + A_DAY
    if _registered(session, row.successor_code, since):
        name = choices.topic_name(_topic(session, row.successor_code))
        raise Refused("topic.merge_used", topic=name, day=day(since, year=True))
    row.valid_to = row.successor_code = None
    journal.record(session, "topic.unmerged", ("topic", 0), by=by, now=now, code=code)


def move(session: Session, code: str, group: str, *, on: date, by: Actor, now: datetime) -> str:
    """From `on` a topic is in another group, with a code of its own there; gives it. Raises `Refused`.

    What was counted in the old group stays there, so the topic that was goes on in a new one.
    """
    setup_only(by)
    row = next((one for one in setup.topics(session) if one.code == code and one.group), None)
    if row is None:
        raise Refused("not_found")
    if row.group == group or row.successor:
        raise Refused("topic.into_itself", field="group")
    _topic(session, code).valid_to = on - A_DAY
    session.flush()
    plan = TopicPlan(row.name_nl, row.name_en, row.favourite, row.sensitive, row.neighbours, row.synonyms)
    new = topics.add(session, group, plan, by=by, now=now, on=on)
    merge(session, code, new, on=on, by=by, now=now)
    return new


def _topic(session: Session, code: str) -> Topic:
    row = session.get(Topic, code, with_for_update=True, populate_existing=True)
    if row is None or row.parent_code is None:
        raise Refused("not_found")
    return row


def _registered(session: Session, code: str, since: date) -> int:
    query = select(func.count()).select_from(QuestionTopic).join(Question)
    return session.scalar(query.where(QuestionTopic.topic_code == code, Question.asked_on >= since)) or 0
