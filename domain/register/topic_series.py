"""Topics through time as one line each: those that ended are still told, what went on in another is in that one.

Exact, for the coordinators of the support point only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from domain.register.narrowed import Narrow, Only
from i18n import _
from store.queries import choices
from store.queries.choices import TopicChoice
from store.queries.numbers import exact_joined, topic_changes
from store.queries.numbers import exact_trends as numbers

Counts = Mapping[str, Mapping[int, int]]
DIMENSIONS = {Narrow.SECTOR: "sector", Narrow.AGE: "age_band"}


@dataclass(frozen=True)
class TopicSeries:
    """`counts` by topic, group and `*`, by month; `topics` have a line; `joined` says what is in what."""

    counts: Counts
    topics: tuple[TopicChoice, ...]
    joined: tuple[str, ...]


def topic_series(session: Session, months: range, only: Only | None = None) -> TopicSeries:
    """A topic that ended has a line when it was counted in these months and does not go on in another.

    Of one place, kind of school or age alone nothing is joined: there an ended topic keeps a line of its own.
    """
    if only:
        alone, into = _only(session, months, only), {}
    else:
        alone, into = numbers.exact(session, months), topic_changes.successors(session)
    counts = {**alone, **exact_joined.joined(session, months, into)}
    every = choices.topics(session, ended=True)
    lines = tuple(one for one in every if one.code not in into and (one.until is None or one.code in alone))
    return TopicSeries(counts, lines, tuple(said(session, {old: new for old, new in into.items() if old in alone})))


def _only(session: Session, months: range, only: Only) -> Counts:
    if only.by is Narrow.PLACE:
        return numbers.of_places(session, [only.code], months)
    found = numbers.exact_by_value(session, DIMENSIONS[only.by], months)
    return {topic: by_month for (topic, value), by_month in found.items() if value == only.code}


def said(session: Session, into: Mapping[str, str]) -> Iterable[str]:
    """`Bij Vervoer telt ook mee wat eerder bij Taxi stond.`, for each that went on in another."""
    names = choices.topic_names(session) if into else {}
    for new in dict.fromkeys(into.values()):
        earlier = [names[old] for old, other in into.items() if other == new and names[old] != names[new]]
        if earlier:
            yield _(
                "Bij {topic} telt ook mee wat eerder bij {earlier} stond.", topic=names[new], earlier=", ".join(earlier)
            )
