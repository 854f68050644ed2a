"""Topics through time as one line each: those that ended are still told, what went on in another is in that one.

Exact, for the coordinators of the support point only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from i18n import _
from store.queries import choices, exact_joined, topic_changes
from store.queries import exact_trends as numbers
from store.queries.choices import TopicChoice

Counts = Mapping[str, Mapping[int, int]]


@dataclass(frozen=True)
class TopicSeries:
    """`counts` by topic, group and `*`, by month; `topics` have a line; `joined` says what is in what."""

    counts: Counts
    topics: tuple[TopicChoice, ...]
    joined: tuple[str, ...]


def topic_series(session: Session, months: range) -> TopicSeries:
    """A topic that ended has a line when it was counted in these months and does not go on in another."""
    alone, into = numbers.exact(session, months), topic_changes.successors(session)
    counts = {**alone, **exact_joined.joined(session, months, into)}
    every = choices.topics(session, ended=True)
    lines = tuple(one for one in every if one.code not in into and (one.until is None or one.code in alone))
    return TopicSeries(counts, lines, tuple(said(session, {old: new for old, new in into.items() if old in alone})))


def said(session: Session, into: Mapping[str, str]) -> Iterable[str]:
    """`Bij Vervoer telt ook mee wat eerder bij Taxi stond.`, for each that went on in another."""
    names = choices.topic_names(session) if into else {}
    for new in dict.fromkeys(into.values()):
        earlier = [names[old] for old, other in into.items() if other == new and names[old] != names[new]]
        if earlier:
            yield _(
                "Bij {topic} telt ook mee wat eerder bij {earlier} stond.", topic=names[new], earlier=", ".join(earlier)
            )
