"""The common thread of the stories of a school year, from what was published and released: nothing here is exact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from domain import forms
from domain.stories import themes
from domain.stories.themes import Theme
from i18n import _, lazy
from store.queries import published_stories
from store.queries.published_stories import TOGETHER, StoryNumber, ToldQuote
from trends.disclosure import Protected, Sum, total
from trends.periods import school_year_of

MOST_QUOTES = 3
SPLITS: Mapping[str, Mapping[str, lazy]] = {
    "audience": {"parents": lazy("Ouders en verzorgers"), "young": lazy("Jongeren")},
    "say": {"little": lazy("Weinig"), "some": lazy("Een beetje"), "much": lazy("Veel")},
    "triangle": {
        "school": lazy("Vooral op school"),
        "home": lazy("Vooral thuis"),
        "help": lazy("Vooral bij hulp"),
        "spread": lazy("Verdeeld"),
    },
}
TERMS = ("feeling", "listened", "helped", "missing")


@dataclass(frozen=True)
class Part:
    """How many stories chose this; `key` is empty for those in which nothing was chosen."""

    key: str
    name: str
    stories: Sum


@dataclass(frozen=True)
class ThemeTold:
    """A theme with what may be known of it. `words`, `quotes` and `together` are empty where it is too small."""

    key: str
    name: str
    help: str
    topics: tuple[str, ...]
    now: Sum
    before: Sum | None
    words: tuple[str, ...]
    quotes: tuple[ToldQuote, ...]
    together: tuple[str, ...]


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
    every = {school_year_of(period): published_stories.numbers(session, period) for period in _periods(session)}
    if year not in every:
        return None
    period = next(one for one in _periods(session) if school_year_of(one) == year)
    by_year = _by_year(every)
    ties = tuple((one.theme, one.value) for one in every[year] if one.dimension == TOGETHER)
    words, quotes = published_stories.words(session, period), quotes_by_theme(session, public=False)
    known = themes.themes(session, all_of_them=True)
    found = [_theme(one, year, by_year, ties, words, quotes, {t.key: t.name for t in known}) for one in known]
    shown = [one for one in found if one is not None]
    everything = next(_sum(one) for one in every[year] if not (one.theme or one.dimension))
    return Thread(
        year=year,
        everything=everything,
        themes=tuple(sorted(shown, key=lambda one: -one.now.shown)),
        ties=ties,
        parts=_parts(session, every[year]),
        by_year=by_year,
    )


def quotes_by_theme(session: Session, *, public: bool) -> dict[str, tuple[ToldQuote, ...]]:
    """A few quotes of each theme that had a number to show in some year: of a smaller one they would tell how small."""
    large = {
        one.theme
        for period in _periods(session)
        for one in published_stories.numbers(session, period)
        if one.theme and not one.dimension and one.stories is not None
    }
    quotes = published_stories.quotes(session, public=public)
    return {theme: found for theme in sorted(large) if (found := _of(theme, quotes))}


def _of(theme: str, quotes: Sequence[ToldQuote]) -> tuple[ToldQuote, ...]:
    """The same words twice are shown once."""
    found = {one.words: one for one in quotes if theme in one.themes}
    return tuple(found.values())[:MOST_QUOTES]


def _periods(session: Session) -> tuple[int, ...]:
    return published_stories.periods(session)


def _by_year(every: Mapping[int, Sequence[StoryNumber]]) -> dict[str, tuple[tuple[int, Sum], ...]]:
    found: dict[str, list[tuple[int, Sum]]] = {}
    for year in sorted(every):
        for one in every[year]:
            if not one.dimension:
                found.setdefault(one.theme, []).append((year, _sum(one)))
    return {theme: tuple(some) for theme, some in found.items()}


def _theme(
    one: Theme,
    year: int,
    by_year: Mapping[str, tuple[tuple[int, Sum], ...]],
    ties: Sequence[tuple[str, str]],
    words: Mapping[str, tuple[str, ...]],
    quotes: Mapping[str, tuple[ToldQuote, ...]],
    names: Mapping[str, str],
) -> ThemeTold | None:
    numbers = dict(by_year.get(one.key, ()))
    if year not in numbers:
        return None
    together = tuple(names.get(b if a == one.key else a, "") for a, b in ties if one.key in (a, b))
    return ThemeTold(
        key=one.key,
        name=one.name,
        help=one.help,
        topics=one.topics,
        now=numbers[year],
        before=numbers.get(year - 1),
        words=words.get(one.key, ()),
        quotes=quotes.get(one.key, ()),
        together=together,
    )


def _parts(session: Session, numbers: Sequence[StoryNumber]) -> dict[str, tuple[Part, ...]]:
    """By dimension, each choice in the order of its list, nothing chosen last."""
    names: dict[str, dict[str, str]] = {
        dimension: {key: str(label) for key, label in labels.items()} for dimension, labels in SPLITS.items()
    }
    names |= {name: dict(forms.labels(forms.terms(session, f"story_{name}"))) for name in TERMS}
    found: dict[str, tuple[Part, ...]] = {}
    for dimension, labels in names.items():
        values = {one.value: one for one in numbers if one.dimension == dimension and not one.theme}
        ordered = [*(key for key in labels if key in values), *([""] if "" in values else [])]
        parts = tuple(Part(key, labels.get(key) or _("Niets gekozen"), _sum(values[key])) for key in ordered)
        if parts:
            found[dimension] = parts
    return found


def _sum(one: StoryNumber) -> Sum:
    return total([Protected(one.stories, one.threshold)])
