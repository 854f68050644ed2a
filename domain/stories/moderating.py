"""Moderating: one person reads what came in, takes out who is recognised, and lets it go as far as the teller said."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from domain import catalogue, journal
from domain.actors import Actor
from domain.allowed import moderator_only
from domain.local_time import wall
from domain.refused import Refused
from domain.stories import themes
from store.door_states import Consent, StoryState
from store.models import Story, StoryTheme

KEPT_BACK = "story_kept_back"
LONGEST_TITLE = 80


@dataclass(frozen=True)
class Decision:
    """What a moderator lets through: `words` is all that others may read, `nobody_known` their own tick.

    Of a story that is counted only, words and title are left out whatever is given.
    """

    words: str = ""
    title: str = ""
    nobody_known: bool = False
    themes: tuple[str, ...] = ()


def release(session: Session, number: int, decision: Decision, *, seen: int, by: Actor, now: datetime) -> None:
    """Let a story out. Raises `Refused`, also when a colleague changed it after revision `seen`.

    When its text was erased before anybody decided, it can only be counted: nobody writes a story for its teller.
    """
    row = _waiting(session, number, seen, by)
    if decision.words and not _has_text(row):
        raise Refused("story.text_erased")
    readable = row.consent is not Consent.COUNT and _has_text(row)
    row.released, row.title = _readable(decision, row.consent) if readable else (None, None)
    known = themes.names(session)
    row.themes = [StoryTheme(theme=one, confirmed_by=by.label) for one in known if one in decision.themes]
    _decided(row, StoryState.RELEASED, by, now)
    journal.record(session, "story.released", ("story", 0), by=by, now=now)


def keep_back(session: Session, number: int, reason: str, *, seen: int, by: Actor, now: datetime) -> None:
    """Let nobody read it, for a reason of the catalogue; it counts for nothing."""
    row = _waiting(session, number, seen, by)
    if reason not in {one.key for one in catalogue.entries(session, KEPT_BACK)}:
        raise Refused("story.reason_needed", field="reason")
    row.kept_back_for, row.released, row.title = reason, None, None
    _decided(row, StoryState.KEPT_BACK, by, now)
    journal.record(session, "story.kept_back", ("story", 0), by=by, now=now)


def take_back(session: Session, number: int, *, by: Actor, now: datetime) -> None:
    """Undo a decision: from now on nobody reads it and its quotes are gone. Twice is harmless.

    Its text, title and themes stay in the queue as they were, to go on from. When its text was erased there is nothing
    to decide on again: it stays what it was, without its quotes.
    """
    row = found(session, number, by)
    again = _has_text(row)
    if row.state is StoryState.WAITING or not (again or row.quotes):
        return
    row.quotes = []
    if again:
        row.state, row.kept_back_for = StoryState.WAITING, None
        row.moderated_on = row.moderated_by = None
    row.revision += 1
    journal.record(session, "story.taken_back", ("story", 0), by=by, now=now)


def found(session: Session, number: int, by: Actor) -> Story:
    """The story, locked until the end of the act. Raises `Refused` for who may not, and for one that is gone."""
    moderator_only(by)
    row = session.get(Story, number, with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("story.gone")
    return row


def _waiting(session: Session, number: int, seen: int, by: Actor) -> Story:
    row = found(session, number, by)
    if row.revision != seen:
        raise Refused("story.changed_meanwhile")
    if row.state is not StoryState.WAITING:
        raise Refused("story.not_waiting")
    return row


def _has_text(row: Story) -> bool:
    return bool(row.told or row.released)


def _readable(decision: Decision, consent: Consent) -> tuple[str, str | None]:
    words, title = decision.words.strip(), " ".join(decision.title.split())[:LONGEST_TITLE]
    if not words:
        raise Refused("story.text_needed", field="words")
    if not title and consent is Consent.PUBLISH:
        raise Refused("story.title_needed", field="title")
    if not decision.nobody_known:
        raise Refused("story.tick_needed", field="nobody_known")
    return words, title or None


def _decided(row: Story, state: StoryState, by: Actor, now: datetime) -> None:
    row.state, row.moderated_on, row.moderated_by = state, wall(now)[0], by.label
    row.revision += 1
