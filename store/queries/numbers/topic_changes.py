"""How topics changed over time: where a line in a chart begins to count something else, and what came before it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Topic
from store.queries.choices import topic_name


@dataclass(frozen=True)
class TopicChange:
    """From `on` a topic counts what it did not count before: it began, it ended, or others came into it.

    `other` is the topic that it goes on in, or that came into it; empty where there is none.
    """

    on: date
    code: str
    name: str
    kind: str
    other: str = ""
    other_name: str = ""


def topic_changes(session: Session, codes: tuple[str, ...] = ()) -> tuple[TopicChange, ...]:
    """Every moment at which the meaning of a topic changed, by day; only of `codes` where they are given.

    A merge is told twice: `ended` for the topic that went, `joined` for the topic that took it in. `began` is told of a
    topic that was added later.
    """
    rows = {row.code: row for row in session.scalars(select(Topic).where(Topic.parent_code.is_not(None)))}
    found = [change for row in rows.values() for change in _changes(row, rows)]
    wanted = [one for one in found if not codes or one.code in codes]
    return tuple(sorted(wanted, key=lambda one: (one.on, one.code, one.kind)))


def _changes(row: Topic, rows: dict[str, Topic]) -> list[TopicChange]:
    name, found = topic_name(row), []
    if row.valid_from is not None:
        found.append(TopicChange(row.valid_from, row.code, name, "began"))
    if row.valid_to is None:
        return found
    after = date.fromordinal(row.valid_to.toordinal() + 1)
    if row.successor_code is None:
        return [*found, TopicChange(after, row.code, name, "ended")]
    into = topic_name(rows[row.successor_code])
    found.append(TopicChange(after, row.code, name, "ended", row.successor_code, into))
    found.append(TopicChange(after, row.successor_code, into, "joined", row.code, name))
    return found


def successors(session: Session) -> dict[str, str]:
    """The topic in which each ended topic goes on now, also by way of another."""
    merged = select(Topic.code, Topic.successor_code).where(Topic.successor_code.is_not(None))
    into = {old: str(new) for old, new in session.execute(merged)}
    return {code: _last(code, into) for code in into}


def _last(code: str, into: dict[str, str]) -> str:
    seen = {code}
    while (after := into.get(code)) and after not in seen:
        seen.add(after)
        code = after
    return code
