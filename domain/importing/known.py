"""Everything that a cell can name: topics, places and terms, read once for a whole file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import catalogue, forms
from domain.importing.columns import WORDS
from domain.importing.names import Names
from store.models import Municipality, PlaceName, Topic
from store.queries.choices import topic_name

LISTS = ("channel", "asker", "sector", "age_band", "phase", "how_found", "done", "referred_to", "language")
BUDDY_LISTS = ("contact_mode", "style")


@dataclass(frozen=True)
class EventKind:
    label: str
    seats: int
    minutes: int
    start: str


@dataclass(frozen=True)
class Known:
    """Names by list: `topic`, `municipality`, `event_kind` and every list of terms; the standards of event kinds."""

    lists: Mapping[str, Names]
    event_kinds: Mapping[str, EventKind]


def load(session: Session) -> Known:
    """What can be named now. Topics that are no longer in use count: a register looks back."""
    found = {
        "topic": _topics(session),
        "municipality": _places(session),
    }
    for name in (*LISTS, *BUDDY_LISTS):
        found[name] = _names(name, {option.key: option.label for option in forms.terms(session, name)})
    kinds = {one.key: _event_kind(one) for one in catalogue.entries(session, "event_kind", all_of_them=True)}
    found["event_kind"] = _names("event_kind", {key: kind.label for key, kind in kinds.items()})
    return Known(found, kinds)


def _topics(session: Session) -> Names:
    """By name, by the words that staff added, and by ours; of two with one name the one that is still in use."""
    rows = session.scalars(select(Topic).where(Topic.parent_code.is_not(None)).order_by(Topic.valid_to.is_(None)))
    topics = {row.code: row for row in rows}
    ours: Mapping[str, Iterable[str]] = WORDS["words"]["topic"]
    others = {code: [*ours.get(code, ()), *row.synonyms] for code, row in topics.items()}
    return Names({code: topic_name(row) for code, row in topics.items()}, others)


def _names(name: str, labels: Mapping[str, str]) -> Names:
    return Names(labels, WORDS["words"].get(name, {}))


def _places(session: Session) -> Names:
    labels = {row.code: row.name for row in session.scalars(select(Municipality).order_by(Municipality.name))}
    villages: dict[str, Iterable[str]] = dict(WORDS["words"]["municipality"])
    for row in session.scalars(select(PlaceName)):
        villages[row.municipality_code] = [*villages.get(row.municipality_code, ()), row.place]
    return Names(labels, villages)


def _event_kind(entry: catalogue.Entry) -> EventKind:
    data = entry.data
    return EventKind(entry.label, data.get("seats", 12), data.get("minutes", 120), data.get("start", "19:30"))
