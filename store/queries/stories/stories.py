"""Stories, for who holds the code of one, and what the second reader has not seen."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.door_states import Consent, SecondReading, StoryState
from store.models import Story, StoryQuote


@dataclass(frozen=True)
class Standing:
    """How a story stands, as its teller may know it: nothing of what it says."""

    told_on: date
    state: StoryState
    consent: Consent
    consent_text: str
    quotes: int
    has_text: bool


def standing(session: Session, code_index: bytes) -> Standing | None:
    quotes = select(func.count()).where(StoryQuote.story_id == Story.id).scalar_subquery()
    has_text = func.coalesce(Story.told, Story.released).is_not(None)
    facts = (Story.told_on, Story.state, Story.consent, Story.consent_text, quotes, has_text)
    query = select(*facts).where(Story.code_index == code_index)
    found = session.execute(query).one_or_none()
    return Standing(*found) if found else None


def unread(session: Session, most: int) -> dict[int, str]:
    """What was told in waiting stories that the second reader has not seen, by number."""
    waiting = (Story.state == StoryState.WAITING) & Story.told.is_not(None)
    unseen = Story.second_reading == SecondReading.WAITING
    rows = session.execute(select(Story.id, Story.told).where(waiting, unseen).order_by(Story.id).limit(most))
    return {number: told for number, told in rows if told}
