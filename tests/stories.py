"""Stories for tests: as they lie in the database after somebody told one, and after somebody let one out."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from domain import codes
from domain.actors import Actor, Role
from domain.stories import consent_texts, moderating
from domain.stories.moderating import Decision
from store.door_states import Audience, Consent
from store.models import Story
from tests.conftest import NOW
from trends.periods import month_of

MODERATOR = Actor(name="Mo", roles=frozenset({Role.MODERATOR}), account_id=9)
POLICY = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)
WORDS = "Wij stonden op de wachtlijst. Niemand luisterde. Toen belde de juf."


def told(session: Session, words: str = WORDS, *, consent: Consent = Consent.PUBLISH, **facts: Any) -> int:
    """A story that waits, told yesterday; gives its number."""
    day: date = facts.pop("told_on", NOW.date() - timedelta(days=1))
    code = codes.make()
    row = Story(id=codes.number(), told=words, consent=consent, told_on=day, month=month_of(day))
    row.consent_text = consent_texts.version(Audience.PARENTS)
    row.code_index, row.told_until = codes.index(session, facts.pop("code", code)), day + timedelta(days=180)
    row.listened, row.helped, row.missing = [], [], []
    for name, value in facts.items():
        setattr(row, name, value)
    session.add(row)
    session.flush()
    return row.id


def erased(session: Session, number: int) -> int:
    """The story without its text and title, as the term of keeping leaves it."""
    row = session.get_one(Story, number)
    row.told = row.told_until = row.released = row.title = None
    session.flush()
    return number


def decision(**facts: Any) -> Decision:
    """A text in which nobody is known, about waiting."""
    usual: dict[str, Any] = {"words": WORDS, "title": "De wachtlijst", "nobody_known": True, "themes": ("waiting",)}
    return Decision(**{**usual, **facts})


def released(session: Session, words: str = WORDS, *, themes: tuple[str, ...] = ("waiting",), **facts: Any) -> int:
    """A story that was let out as it was told."""
    number = told(session, words, **facts)
    wanted = decision(words=words, themes=themes)
    moderating.release(session, number, wanted, seen=1, by=MODERATOR, now=NOW)
    return number
