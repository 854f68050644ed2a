"""One month of the register, broken down by everything that was filled in."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from store.dimensions import COLUMNS, DIMENSIONS, DONE, NOT_SAID, READ, TOGETHER
from store.models import Breakdown, Question, QuestionDone, QuestionTopic, Topic
from store.pinned import by_index
from store.replacing import replace
from store.rollup import EVERYTHING

Codes = Sequence[str]


@dataclass(frozen=True)
class Month:
    """The questions of a month in one order: the value of each field, and of each its topics, their groups, and what
    was done."""

    fields: Mapping[str, Codes]
    topics: Sequence[Codes]
    groups: Sequence[Codes]
    done: Sequence[Codes]


def recount(session: Session, month: int) -> int:
    """Break a month down again; gives how many counts differed from those that stood there."""
    key = (Breakdown.dimension, Breakdown.month, Breakdown.topic, Breakdown.value)
    of_month = Breakdown.dimension.in_(DIMENSIONS) & (Breakdown.month == month)
    stored = {tuple(row[:-1]): row[-1] for row in session.execute(select(*key, Breakdown.questions).where(of_month))}
    fresh = {
        (dimension, month, *pair): questions
        for dimension, counts in counted(session, month).items()
        for pair, questions in counts.items()
    }
    return len(replace(session, Breakdown, stored, fresh))


def counted(session: Session, month: int) -> Mapping[str, Counter[tuple[str, str]]]:
    """By dimension, how many questions by (topic, group or `*`; value): a question counts once in each of them."""
    found = _read(session, month)
    scopes = [(EVERYTHING, *groups, *topics) for groups, topics in zip(found.groups, found.topics, strict=True)]
    scope = list(chain.from_iterable(scopes))
    which = [number for number, codes in enumerate(scopes) for _code in codes]
    counts = {
        name: Counter(zip(scope, map(values.__getitem__, which), strict=True)) for name, values in found.fields.items()
    }
    done = zip(scopes, found.done, strict=True)
    counts[DONE] = Counter((code, one) for codes, several in done for one in several for code in codes)
    counts[TOGETHER] = Counter(_together([*found.topics, *found.groups]))
    return counts


def _together(sets: Iterable[Codes]) -> Iterable[tuple[str, str]]:
    """Each code with each other one of the same question; who came alone, with nothing."""
    for codes in sets:
        if len(codes) == 1:
            yield codes[0], NOT_SAID
        else:
            yield from ((code, other) for code in codes for other in codes if other != code)


def _read(session: Session, month: int) -> Month:
    with by_index(session):
        rows = session.execute(select(Question.id, *COLUMNS).where(Question.month == month)).all()
        topics = _several(session, QuestionTopic.question_id, QuestionTopic.topic_code, month)
        done = _several(session, QuestionDone.question_id, QuestionDone.done, month)
        group_of = {one.code: one.parent_code for one in session.execute(select(Topic.code, Topic.parent_code))}
    each = [topics.get(row[0], ()) for row in rows]
    return Month(
        fields={
            name: list(map(called, (row[at] for row in rows)))
            for at, (name, called) in enumerate(READ.items(), start=1)
        },
        topics=each,
        groups=[tuple({group for code in codes if (group := group_of[code])}) for codes in each],
        done=[done.get(row[0], (NOT_SAID,)) for row in rows],
    )


def _several(
    session: Session, question: InstrumentedAttribute[int], value: InstrumentedAttribute[str], month: int
) -> Mapping[int, Codes]:
    """What a question has any number of, by the number of the question."""
    found: dict[int, list[str]] = {}
    query = select(question, value).join(Question, Question.id == question).where(Question.month == month)
    for number, one in session.execute(query):
        found.setdefault(number, []).append(one)
    return found
