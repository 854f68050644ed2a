"""Telling parents what was done with their questions: published by hand, and taken back by hand."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import quality_only
from domain.improving.improvements import LONGEST_LINE, LONGEST_TEXT
from domain.refused import Refused
from store.models import Improvement


@dataclass(frozen=True)
class Words:
    """What parents read; without both English texts the English page shows the Dutch."""

    title: str
    text: str
    title_en: str = ""
    text_en: str = ""


def tell(session: Session, improvement_id: int, words: Words, *, by: Actor, now: datetime) -> None:
    """Put it on the page for parents, or put other words there; the day since when stays the first one.

    Raises `Refused` about the field that is missing.
    """
    row = _found(session, improvement_id, by)
    said = complete(words)
    row.told_title, row.told, row.told_title_en, row.told_en = said.title, said.text, said.title_en, said.text_en
    row.told_at = row.told_at or now
    row.changed_at = now
    journal.record(session, "improvement.told", ("improvement", row.id), by=by, now=now)


def complete(words: Words) -> Words:
    """The words as they will stand there. Raises `Refused` about the field that is missing."""
    title, title_en = (" ".join(text.split())[:LONGEST_LINE] for text in (words.title, words.title_en))
    text, text_en = (one.strip()[:LONGEST_TEXT] for one in (words.text, words.text_en))
    if not title:
        raise Refused("improvement.title_needed", field="title")
    if not text:
        raise Refused("told.text_needed", field="text")
    if bool(title_en) != bool(text_en):
        raise Refused("told.half_english", field="text_en" if title_en else "title_en")
    return Words(title, text, title_en, text_en)


def take_back(session: Session, improvement_id: int, *, by: Actor, now: datetime) -> None:
    """Parents no longer read it; the words stay, to be told again. Twice is harmless."""
    row = _found(session, improvement_id, by)
    if row.told_at is None:
        return
    row.told_at, row.changed_at = None, now
    journal.record(session, "improvement.taken_back", ("improvement", row.id), by=by, now=now)


def _found(session: Session, improvement_id: int, by: Actor) -> Improvement:
    quality_only(by)
    row = session.get(Improvement, improvement_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("not_found")
    return row
