"""What everybody may know of stories: published numbers, released quotes, and stories made public by their tellers."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.door_states import Audience, Consent, StoryState
from store.models import PublishedStories, PublishedWord, Story, StoryQuote, StoryTheme

MONTHS = 12
TOGETHER = "with"
"""The dimension of themes that surely come together."""


@dataclass(frozen=True)
class StoryNumber:
    """One published number; `stories` is None when it is under `threshold`."""

    theme: str
    dimension: str
    value: str
    stories: int | None
    threshold: int


@dataclass(frozen=True)
class ToldQuote:
    """A quote with the themes of its story; it never says which story that was, or when it was told."""

    words: str
    themes: tuple[str, ...]
    spoken: str


@dataclass(frozen=True)
class PublicStory:
    """A story as its teller lets everybody read it; `spoken` is the language that it is in."""

    title: str
    text: str
    audience: Audience
    spoken: str


def periods(session: Session) -> tuple[int, ...]:
    """The first month of each school year that is published, the last year first."""
    query = select(PublishedStories.period).where(PublishedStories.months == MONTHS).distinct()
    return tuple(session.scalars(query.order_by(PublishedStories.period.desc())))


def numbers(session: Session) -> dict[int, tuple[StoryNumber, ...]]:
    """By the first month of each school year that is published."""
    table = PublishedStories
    columns = (table.theme, table.dimension, table.value, table.stories, table.threshold)
    found: dict[int, list[StoryNumber]] = {}
    for row in session.execute(select(table.period, *columns).where(table.months == MONTHS)):
        one = StoryNumber(row.theme, row.dimension, row.value, row.stories, row.threshold)
        found.setdefault(row.period, []).append(one)
    return {period: tuple(some) for period, some in found.items()}


def large(session: Session) -> frozenset[str]:
    """The themes that had a number to show in some year."""
    table = PublishedStories
    query = select(table.theme).where(table.theme != "", table.dimension == "", table.stories.is_not(None))
    return frozenset(session.scalars(query.where(table.months == MONTHS)))


def words(session: Session, period: int) -> dict[str, tuple[str, ...]]:
    """By theme its typical words, the most typical first."""
    query = select(PublishedWord.theme, PublishedWord.word)
    query = query.where(PublishedWord.period == period, PublishedWord.months == MONTHS)
    found: dict[str, list[str]] = {}
    for theme, word in session.execute(query.order_by(PublishedWord.theme, PublishedWord.place)):
        found.setdefault(theme, []).append(word)
    return {theme: tuple(some) for theme, some in found.items()}


def quotes(session: Session, *, public: bool) -> tuple[ToldQuote, ...]:
    """Every released quote, or only those that everybody may read; the newest first, by the day."""
    query = select(StoryQuote.story_id, StoryQuote.words, Story.language).join(Story, Story.id == StoryQuote.story_id)
    query = query.where(Story.state == StoryState.RELEASED, Story.consent != Consent.COUNT)
    if public:
        query = query.where(StoryQuote.is_public.is_(True), Story.consent == Consent.PUBLISH)
    rows = session.execute(query.order_by(StoryQuote.released_on.desc(), StoryQuote.story_id, StoryQuote.id)).all()
    themes: dict[int, list[str]] = {}
    of_these = StoryTheme.story_id.in_({row.story_id for row in rows})
    for number, theme in session.execute(select(StoryTheme.story_id, StoryTheme.theme).where(of_these)):
        themes.setdefault(number, []).append(theme)
    return tuple(ToldQuote(row.words, tuple(sorted(themes.get(row.story_id, ()))), row.language) for row in rows)


def public_stories(
    session: Session, agreed: Collection[str], first: int, most: int
) -> tuple[tuple[PublicStory, ...], int]:
    """(some stories that everybody may read, how many there are); the last one released first, by the day.

    `agreed` are the texts of consent that spoke of a whole story: under another one its teller agreed to less.
    """
    may = (Story.state == StoryState.RELEASED) & (Story.consent == Consent.PUBLISH) & Story.released.is_not(None)
    may &= Story.consent_text.in_(agreed)
    total = session.scalar(select(func.count()).select_from(Story).where(may)) or 0
    query = select(Story).where(may).order_by(Story.moderated_on.desc(), Story.id).offset(first).limit(most)
    found = [
        PublicStory(row.title or "", row.released or "", row.audience, row.language) for row in session.scalars(query)
    ]
    return tuple(found), total
