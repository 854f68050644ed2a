"""Every story that was let out, exactly: for the job that publishes, and for nobody to look at."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from store.door_states import Audience, Consent, StoryState
from store.models import Story


@dataclass(frozen=True)
class CountedStory:
    """What counts of one story; `words` is empty where its teller lets nobody read them. Triangle in percent."""

    audience: Audience
    themes: tuple[str, ...]
    feeling: str
    listened: tuple[str, ...]
    helped: tuple[str, ...]
    missing: tuple[str, ...]
    say: int | None
    triangle: tuple[int, int, int] | None
    sector: str
    role: str
    words: str


def stories(session: Session, months: range) -> tuple[CountedStory, ...]:
    """The released stories that were told in these months."""
    query = select(Story).where(Story.state == StoryState.RELEASED)
    query = query.where(Story.month >= months.start, Story.month < months.stop)
    return tuple(_counted(row) for row in session.scalars(query.options(selectinload(Story.themes))))


def waiting(session: Session, months: range) -> int:
    """How many stories of these months nobody has decided on."""
    query = select(func.count()).where(Story.state == StoryState.WAITING)
    return session.scalar(query.where(Story.month >= months.start, Story.month < months.stop)) or 0


def first_month(session: Session) -> int | None:
    return session.scalar(select(func.min(Story.month)))


def _counted(row: Story) -> CountedStory:
    triangle = None
    if row.at_school is not None and row.at_home is not None and row.by_help is not None:
        triangle = row.at_school, row.at_home, row.by_help
    return CountedStory(
        audience=row.audience,
        themes=tuple(one.theme for one in row.themes),
        feeling=row.feeling or "",
        listened=tuple(row.listened),
        helped=tuple(row.helped),
        missing=tuple(row.missing),
        say=row.say,
        triangle=triangle,
        sector=row.sector or "",
        role=row.role or "",
        words="" if row.consent is Consent.COUNT else row.released or "",
    )
