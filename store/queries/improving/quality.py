"""Signals and improvements, as policy staff and coordinators see them, and what parents may read of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models import (
    Account,
    Improvement,
    ImprovementSignal,
    ImprovementTopic,
    PublishedCell,
    Signal,
    Topic,
)
from store.queries.choices import topic_names
from store.states import ImprovementState, SignalSource, SignalState

ACCOUNT = "account:"


@dataclass(frozen=True)
class SignalFacts:
    """`evidence` is plain data for `domain.improving.findings`; `made_by` is a name, empty for the test itself."""

    id: int
    topic_code: str
    topic: str
    source: SignalSource
    direction: str
    first_month: int
    last_month: int
    words: str
    evidence: tuple[Mapping[str, Any], ...]
    state: SignalState
    said: str
    made_by: str
    made_at: datetime
    changed_at: datetime
    improvements: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class ImprovementFacts:
    """`topics` are (code, name), `signals` (number, name of its topic)."""

    id: int
    title: str
    what: str
    who: str
    starts_on: date
    ends_on: date | None
    state: ImprovementState
    came_of_it: str
    told_title: str
    told: str
    told_title_en: str
    told_en: str
    told_at: datetime | None
    made_by: str
    changed_at: datetime
    topics: tuple[tuple[str, str], ...]
    signals: tuple[tuple[int, str], ...]


def released_at(session: Session, level: str, period: int) -> datetime | None:
    """When what is published now of a period came out; None when nothing is."""
    query = select(func.max(PublishedCell.published_at)).where(
        PublishedCell.level == level, PublishedCell.period == period
    )
    return session.scalar(query)


def signals(
    session: Session, states: Collection[SignalState] | None = None, *, number: int | None = None
) -> tuple[SignalFacts, ...]:
    """Those in one of these states, or all; what was seen last comes first."""
    query = select(Signal).order_by(Signal.last_month.desc(), Signal.id.desc())
    if states is not None:
        query = query.where(Signal.state.in_(states))
    if number is not None:
        query = query.where(Signal.id == number)
    rows = session.scalars(query).all()
    names, people, tied = topic_names(session), _people(session), _improvements_of(session)
    return tuple(_signal(row, names, people, tuple(tied.get(row.id, ()))) for row in rows)


def signal(session: Session, number: int) -> SignalFacts | None:
    return next(iter(signals(session, number=number)), None)


def count_of(session: Session, state: SignalState) -> int:
    return session.scalar(select(func.count()).select_from(Signal).where(Signal.state == state)) or 0


def improvements(
    session: Session, states: Collection[ImprovementState] | None = None, topic: str = "", *, number: int | None = None
) -> tuple[ImprovementFacts, ...]:
    """Those in one of these states, about this topic or any topic of this group; the latest beginning first."""
    query = select(Improvement).order_by(Improvement.starts_on.desc(), Improvement.id.desc())
    if states is not None:
        query = query.where(Improvement.state.in_(states))
    if number is not None:
        query = query.where(Improvement.id == number)
    if topic:
        about = select(ImprovementTopic.improvement_id).join(Topic, Topic.code == ImprovementTopic.topic_code)
        query = query.where(Improvement.id.in_(about.where((Topic.code == topic) | (Topic.parent_code == topic))))
    rows = session.scalars(query).all()
    people, topics, tied = _people(session), _topics_of(session), _signals_of(session)
    return tuple(_improvement(row, people, topics.get(row.id, ()), tied.get(row.id, ())) for row in rows)


def titles_by_topic(session: Session) -> dict[str, tuple[tuple[int, str], ...]]:
    """By topic and by group, the number and title of each improvement about it; the latest beginning first."""
    query = select(Topic.code, Topic.parent_code, Improvement.id, Improvement.title).select_from(Improvement)
    query = query.join(ImprovementTopic, ImprovementTopic.improvement_id == Improvement.id)
    query = query.join(Topic, Topic.code == ImprovementTopic.topic_code)
    found: dict[str, dict[int, str]] = {}
    for code, group, number, title in session.execute(
        query.order_by(Improvement.starts_on.desc(), Improvement.id.desc())
    ):
        for one in (code, group) if group else (code,):
            found.setdefault(one, {})[number] = title
    return {code: tuple(titles.items()) for code, titles in found.items()}


def improvement(session: Session, number: int) -> ImprovementFacts | None:
    return next(iter(improvements(session, number=number)), None)


def _signal(
    row: Signal, names: Mapping[str, str], people: Mapping[str, str], tied: tuple[tuple[int, str], ...]
) -> SignalFacts:
    return SignalFacts(
        row.id, row.topic_code, names.get(row.topic_code, row.topic_code), row.source, row.direction, row.first_month,
        row.last_month, row.words, tuple(row.evidence), row.state, row.said, people.get(row.made_by, ""), row.made_at,
        row.changed_at, tied,
    )  # fmt: skip


def _improvement(
    row: Improvement,
    people: Mapping[str, str],
    topics: Collection[tuple[str, str]],
    tied: Collection[tuple[int, str]],
) -> ImprovementFacts:
    return ImprovementFacts(
        row.id, row.title, row.what, row.who, row.starts_on, row.ends_on, row.state, row.came_of_it, row.told_title,
        row.told, row.told_title_en, row.told_en, row.told_at, people.get(row.made_by, ""), row.changed_at,
        tuple(topics), tuple(tied),
    )  # fmt: skip


def _people(session: Session) -> Mapping[str, str]:
    return {f"{ACCOUNT}{number}": name for number, name in session.execute(select(Account.id, Account.name))}


def _improvements_of(session: Session) -> Mapping[int, list[tuple[int, str]]]:
    query = select(ImprovementSignal.signal_id, Improvement.id, Improvement.title)
    found: dict[int, list[tuple[int, str]]] = {}
    for number, improvement_id, title in session.execute(query.join(Improvement).order_by(Improvement.id)):
        found.setdefault(number, []).append((improvement_id, title))
    return found


def _topics_of(session: Session) -> Mapping[int, list[tuple[str, str]]]:
    names, found = topic_names(session), dict[int, list[tuple[str, str]]]()
    query = select(ImprovementTopic.improvement_id, Topic.code).join(Topic, Topic.code == ImprovementTopic.topic_code)
    for number, code in session.execute(query.order_by(Topic.position)):
        found.setdefault(number, []).append((code, names[code]))
    return found


def _signals_of(session: Session) -> Mapping[int, list[tuple[int, str]]]:
    names, found = topic_names(session), dict[int, list[tuple[int, str]]]()
    query = select(ImprovementSignal.improvement_id, Signal.id, Signal.topic_code).join(Signal)
    for number, signal_id, code in session.execute(query.order_by(Signal.id)):
        found.setdefault(number, []).append((signal_id, names.get(code, code)))
    return found
