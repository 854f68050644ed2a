"""Stories as the moderator reads them, and nobody else: their words, whatever their state."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.door_states import Audience, Consent, SecondReading, StoryState
from store.models import Story


@dataclass(frozen=True)
class Queued:
    """A story in the queue, without its words; it knows the day only."""

    number: int
    audience: Audience
    consent: Consent
    state: StoryState
    told_on: date
    title: str
    is_urgent: bool
    words: int


@dataclass(frozen=True)
class Stretch:
    """From letter `starts` up to `ends` of what was told."""

    starts: int
    ends: int
    kind: str


@dataclass(frozen=True)
class Quote:
    id: int
    words: str
    is_public: bool


@dataclass(frozen=True)
class StoryText:
    """One story with everything that its moderator needs. Texts are empty when erased; triangle in percent."""

    number: int
    audience: Audience
    consent: Consent
    state: StoryState
    told_on: date
    is_urgent: bool
    told: str
    released: str
    title: str
    second_reading: SecondReading
    feeling: str
    listened: tuple[str, ...]
    helped: tuple[str, ...]
    missing: tuple[str, ...]
    say: int | None
    triangle: tuple[int, int, int] | None
    sector: str
    role: str
    topics: tuple[str, ...]
    themes: tuple[str, ...]
    findings: tuple[Stretch, ...]
    quotes: tuple[Quote, ...]
    kept_back_for: str
    revision: int

    @property
    def has_text(self) -> bool:
        return bool(self.told or self.released)

    @property
    def is_counted_only(self) -> bool:
        """Whether a decision is about its themes alone: its teller wants no more, or there is no text any more."""
        return self.consent is Consent.COUNT or not self.has_text


def queue(session: Session, state: StoryState, *, skip: int = 0, most: int) -> tuple[tuple[Queued, ...], int]:
    """`most` of those in one state after the first `skip`, and how many there are in all.

    Those that wait: danger first, then the oldest. Those that were decided: the last one first. Of each that is shown
    one text is decrypted, to count its words; of the others none.
    """
    count = session.scalar(select(func.count()).where(Story.state == state)) or 0
    waiting = state is StoryState.WAITING
    order = (Story.is_urgent.desc(), Story.told_on, Story.id) if waiting else (Story.moderated_on.desc(), Story.id)
    query = select(*_LISTED).where(Story.state == state).order_by(*order).offset(skip).limit(most)
    return tuple(_queued(*row) for row in session.execute(query)), count


def one(session: Session, number: int) -> StoryText | None:
    row = session.get(Story, number)
    return _story(row) if row else None


_LISTED = (
    *(Story.id, Story.audience, Story.consent, Story.state, Story.told_on, Story.is_urgent, Story.title),
    func.coalesce(Story.released, Story.told),
)


def _queued(
    number: int, audience: Audience, consent: Consent, state: StoryState, told_on: date, is_urgent: bool,
    title: str | None, text: str | None,
) -> Queued:  # fmt: skip
    return Queued(number, audience, consent, state, told_on, title or "", is_urgent, len((text or "").split()))


def _story(row: Story) -> StoryText:
    parts = (row.at_school, row.at_home, row.by_help)
    return StoryText(
        number=row.id,
        audience=row.audience,
        consent=row.consent,
        state=row.state,
        told_on=row.told_on,
        is_urgent=row.is_urgent,
        told=row.told or "",
        released=row.released or "",
        title=row.title or "",
        second_reading=row.second_reading,
        feeling=row.feeling or "",
        listened=tuple(row.listened),
        helped=tuple(row.helped),
        missing=tuple(row.missing),
        say=row.say,
        triangle=parts if None not in parts else None,  # type: ignore[arg-type]
        sector=row.sector or "",
        role=row.role or "",
        topics=tuple(topic.code for topic in row.topics),
        themes=tuple(one.theme for one in row.themes),
        findings=tuple(Stretch(one.starts, one.ends, one.kind) for one in row.findings),
        quotes=tuple(Quote(one.id, one.words, one.is_public) for one in row.quotes),
        kept_back_for=row.kept_back_for or "",
        revision=row.revision,
    )
