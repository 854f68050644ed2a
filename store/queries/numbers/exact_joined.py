"""The exact counts of topics that others went on in, with those others: for the coordinators of the own point only."""

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models import Question, QuestionTopic


def joined(session: Session, months: range, into: Mapping[str, str]) -> Mapping[str, Counter[int]]:
    """The questions of each topic in which others go on, by month, with those of the others.

    `into` says in which topic each of the others goes on. Each question once, also one that was registered on two of
    them. What is published never changes by it.
    """
    return {
        code: _with(session, (code, *(old for old, new in into.items() if new == code)), months)
        for code in dict.fromkeys(into.values())
    }


def _with(session: Session, codes: tuple[str, ...], months: range) -> Counter[int]:
    number = func.count(func.distinct(Question.id))
    query = select(Question.month, number).join(QuestionTopic).where(QuestionTopic.topic_code.in_(codes))
    query = query.where(Question.month >= months.start, Question.month < months.stop)
    return Counter({int(month): int(n) for month, n in session.execute(query.group_by(Question.month))})
