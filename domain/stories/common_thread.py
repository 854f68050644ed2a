"""The common thread of the stories of a school year, from what was published and released: nothing here is exact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from domain.stories import chosen, themes
from domain.stories.chosen import Part
from domain.stories.themes import Theme
from store.queries.stories import published_stories
from store.queries.stories.published_stories import TOGETHER, StoryNumber, ToldQuote
from trends.disclosure import Sum
from trends.periods import months_of_school_year, school_year_of

MOST_QUOTES = 3


@dataclass(frozen=True)
class ThemeTold:
    """A theme with what may be known of it. `words`, `quotes`, `together` and `chosen` are empty where it is too small.

    `chosen` is what its tellers surely chose more often than others: the question, and the choice in words.
    """

    key: str
    name: str
    help: str
    topics: tuple[str, ...]
    now: Sum
    before: Sum | None
    words: tuple[str, ...]
    quotes: tuple[ToldQuote, ...]
    together: tuple[str, ...]
    chosen: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Thread:
    """`by_year` has for each theme and school year, the first year first, what is published of it."""

    year: int
    everything: Sum
    themes: tuple[ThemeTold, ...]
    ties: tuple[tuple[str, str], ...]
    parts: Mapping[str, tuple[Part, ...]]
    by_year: Mapping[str, tuple[tuple[int, Sum], ...]]

    @property
    def large(self) -> tuple[ThemeTold, ...]:
        """The themes with a number to show."""
        return tuple(one for one in self.themes if one.now.shown)


def years(session: Session) -> tuple[int, ...]:
    """The school years of which something is published, the last one first."""
    return tuple(school_year_of(period) for period in published_stories.periods(session))


def of_year(session: Session, year: int) -> Thread | None:
    """None while nothing is published of it. The largest theme comes first, hidden ones last in their own order."""
    every = {school_year_of(period): found for period, found in published_stories.numbers(session).items()}
    if year not in every:
        return None
    numbers, named, by_year = every[year], chosen.names(session), _by_year(every)
    known = themes.themes(session, all_of_them=True)
    told = _Told(
        words=published_stories.words(session, months_of_school_year(year).start),
        quotes=quotes_by_theme(session, public=False),
        ties=tuple((one.theme, one.value) for one in numbers if one.dimension == TOGETHER),
        names={one.key: one.name for one in known},
        chosen={one.key: chosen.typical(one.key, named, numbers) for one in known},
    )
    shown = [found for one in known if (found := _theme(one, year, by_year, told))]
    return Thread(
        year=year,
        everything=next(chosen.shown(one) for one in numbers if not (one.theme or one.dimension)),
        themes=tuple(sorted(shown, key=lambda one: -one.now.shown)),
        ties=told.ties,
        parts=chosen.parts(named, numbers),
        by_year=by_year,
    )


def quotes_by_theme(session: Session, *, public: bool) -> dict[str, tuple[ToldQuote, ...]]:
    """A few quotes of each theme that had a number to show in some year: of a smaller one they would tell how small."""
    large, quotes = published_stories.large(session), published_stories.quotes(session, public=public)
    return {theme: found for theme in sorted(large) if (found := _of(theme, quotes))}


def _of(theme: str, quotes: Sequence[ToldQuote]) -> tuple[ToldQuote, ...]:
    """The same words twice are shown once."""
    found = {one.words: one for one in quotes if theme in one.themes}
    return tuple(found.values())[:MOST_QUOTES]


def _by_year(every: Mapping[int, Sequence[StoryNumber]]) -> dict[str, tuple[tuple[int, Sum], ...]]:
    found: dict[str, list[tuple[int, Sum]]] = {}
    for year in sorted(every):
        for one in every[year]:
            if not one.dimension:
                found.setdefault(one.theme, []).append((year, chosen.shown(one)))
    return {theme: tuple(some) for theme, some in found.items()}


@dataclass(frozen=True)
class _Told:
    """What may be told of themes in one year, by theme."""

    words: Mapping[str, tuple[str, ...]]
    quotes: Mapping[str, tuple[ToldQuote, ...]]
    ties: tuple[tuple[str, str], ...]
    names: Mapping[str, str]
    chosen: Mapping[str, tuple[tuple[str, str], ...]]


def _theme(one: Theme, year: int, by_year: Mapping[str, tuple[tuple[int, Sum], ...]], told: _Told) -> ThemeTold | None:
    numbers = dict(by_year.get(one.key, ()))
    if year not in numbers:
        return None
    together = tuple(told.names.get(b if a == one.key else a, "") for a, b in told.ties if one.key in (a, b))
    return ThemeTold(
        key=one.key,
        name=one.name,
        help=one.help,
        topics=one.topics,
        now=numbers[year],
        before=numbers.get(year - 1),
        words=told.words.get(one.key, ()),
        quotes=told.quotes.get(one.key, ()),
        together=together,
        chosen=told.chosen[one.key],
    )
