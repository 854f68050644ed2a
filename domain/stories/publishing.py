"""Publishing what may be known of the stories of a school year: once, after it has ended, and never changed again."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import combinations

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import forms, journal
from domain.actors import CLOCK
from domain.local_time import wall
from domain.stories import themes
from store.door_states import Audience
from store.models import PublishedStories, PublishedWord
from store.queries.stories import story_counts
from store.queries.stories.published_stories import MONTHS, TOGETHER
from store.queries.stories.story_counts import CountedStory
from trends.disclosure import Protected
from trends.periods import last_closed_school_year, month_of, months_of_school_year, school_year_of
from trends.story_numbers import Choice, Counts, Published
from trends.story_numbers import publish as protected
from trends.typical_words import typical, words

WAIT_MONTHS = 3
"""So long after the end of a school year we wait for stories that nobody has decided on."""
NOTHING = 0
LITTLE, SOME, MUCH = "little", "some", "much"
SPREAD = "spread"
CORNERS = ("school", "home", "help")
LISTS = ("listened", "helped", "missing")


def publish(session: Session, *, now: datetime) -> int:
    """Publish each school year that has ended and was not published; gives how many. Twice is harmless.

    A story that comes or goes later changes nothing: who lays two releases beside each other would see it.
    """
    first = story_counts.first_month(session)
    if first is None:
        return 0
    today, done = wall(now)[0], set(session.scalars(select(PublishedStories.period)))
    years = range(school_year_of(first), last_closed_school_year(today) + 1)
    due = [year for year in years if months_of_school_year(year).start not in done and _is_ready(session, year, today)]
    for year in due:
        _publish(session, year, now)
    return len(due)


def _is_ready(session: Session, year: int, today: date) -> bool:
    months = months_of_school_year(year)
    return month_of(today) >= months.stop + WAIT_MONTHS or not story_counts.waiting(session, months)


def _publish(session: Session, year: int, now: datetime) -> None:
    months = months_of_school_year(year)
    found = story_counts.stories(session, months)
    shown = protected(_counts(session, found), themes.sensitive(session))
    session.add_all(PublishedStories(period=months.start, months=MONTHS, **row) for row in _rows(shown))
    enough = [theme for theme, one in shown.themes.items() if one.value is not None]
    for theme, typical_words in _words(found, enough).items():
        session.add_all(
            PublishedWord(period=months.start, months=MONTHS, theme=theme, place=place, word=word[:40])
            for place, word in enumerate(typical_words)
        )
    journal.record(session, "story.numbers", ("story", 0), by=CLOCK, now=now, year=year)


def _counts(session: Session, found: Sequence[CountedStory]) -> Counts:
    """Zeros included: a theme or choice that is left out would tell that it is empty."""
    named = themes.names(session)
    pairs = Counter(pair for one in found for pair in combinations(sorted(set(one.themes) & named.keys()), 2))
    lists = {name: [value for one in found for value in getattr(one, name)] for name in LISTS}
    return Counts(
        everything=len(found),
        themes=_tally(named, (theme for one in found for theme in one.themes)),
        splits={
            "audience": _tally(Audience, (one.audience for one in found)),
            "feeling": _tally((*_terms(session, "story_feeling"), ""), (one.feeling for one in found)),
            "say": _tally((LITTLE, SOME, MUCH, ""), (how_much(one.say) for one in found)),
            "triangle": _tally((*CORNERS, SPREAD, ""), (where(one.triangle) for one in found)),
            "sector": _tally((*_terms(session, "sector"), ""), (one.sector for one in found)),
            "role": _tally((*_roles(session), ""), (one.role for one in found)),
        },
        lists={name: _tally(_terms(session, f"story_{name}"), chosen) for name, chosen in lists.items()},
        pairs={pair: pairs[pair] for pair in combinations(sorted(named), 2)},
        chosen=Counter((theme, choice) for one in found for theme in one.themes for choice in _choices(one)),
    )


def how_much(say: int | None) -> str:
    """A third of the line each."""
    return "" if say is None else LITTLE if say <= 33 else SOME if say <= 66 else MUCH


def where(triangle: tuple[int, int, int] | None) -> str:
    """The corner that has more than half of it, or that none has."""
    if triangle is None:
        return ""
    return next((name for name, part in zip(CORNERS, triangle, strict=True) if part > 50), SPREAD)


def _choices(one: CountedStory) -> Iterator[Choice]:
    """What the teller made of it, each question with what was chosen."""
    yield from (("feeling", one.feeling), ("say", how_much(one.say)), ("triangle", where(one.triangle)))
    yield from ((name, value) for name in LISTS for value in getattr(one, name))


def _roles(session: Session) -> tuple[str, ...]:
    """Those of parents and of young people, each once."""
    return tuple(dict.fromkeys(key for one in Audience for key in _terms(session, f"story_role_{one}")))


def _terms(session: Session, name: str) -> tuple[str, ...]:
    return tuple(forms.labels(forms.terms(session, name)))


def _tally(values: Iterable[str], found: Iterable[str]) -> Mapping[str, int]:
    """What is not among the values any more counts as not said where that is one, and not at all where it isn't."""
    known, counted = [str(value) for value in values], Counter(str(one) for one in found)
    rest = sum(n for value, n in counted.items() if value not in known)
    return {value: counted[value] + (rest if value == "" else NOTHING) for value in known}


def _rows(shown: Published) -> Iterable[dict[str, str | int | None]]:
    yield _row("", "", "", shown.everything)
    for theme, one in shown.themes.items():
        yield _row(theme, "", "", one)
    for dimension, values in (*shown.splits.items(), *shown.lists.items()):
        for value, one in values.items():
            yield _row("", dimension, value, one)
    for theme, other in shown.ties:
        yield _row(theme, TOGETHER, other, Protected(None))
    for theme, (question, choice) in shown.typical:
        yield _row(theme, question, choice, Protected(None))


def _row(theme: str, dimension: str, value: str, one: Protected) -> dict[str, str | int | None]:
    address = {"theme": theme, "dimension": dimension, "value": value}
    return {**address, "stories": one.value, "threshold": one.threshold}


def _words(found: Sequence[CountedStory], enough: Collection[str]) -> dict[str, list[str]]:
    """Of each theme with a number to show, beside all other stories that may be read."""
    texts = [(set(one.themes), words(one.words)) for one in found if one.words]
    return {
        theme: [one.word for one in typical(
            [text for of, text in texts if theme in of], [text for of, text in texts if theme not in of]
        )]
        for theme in enough
    }  # fmt: skip
