"""Themes of stories: what this support point listens for, changed on screen by whoever moderates or coordinates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import catalogue, own_entries
from domain.actors import Actor, Role
from domain.allowed import staff_only
from domain.own_entries import EntryPlan
from domain.refused import Refused
from store.models import CatalogueEntry, Topic
from store.turns import take_turn
from trends.themes import Dictionary, Suggestion, suggestions

CATALOGUE = "theme"
LONGEST_NAME, LONGEST_HELP, LONGEST_WORD, MOST_WORDS = 60, 200, 60, 80


@dataclass(frozen=True)
class Theme:
    """One theme in the reader's language; `topics` are codes of the register that go with it."""

    key: str
    name: str
    help: str
    words: tuple[str, ...]
    topics: tuple[str, ...]
    active: bool


@dataclass(frozen=True)
class ThemePlan:
    """What somebody typed about a theme; `words` is one word or phrase a line."""

    name: str
    name_en: str = ""
    help: str = ""
    help_en: str = ""
    words: str = ""
    topics: tuple[str, ...] = ()


def themes(session: Session, *, all_of_them: bool = False) -> tuple[Theme, ...]:
    """In their order; those that were switched off only with `all_of_them`."""
    return tuple(
        Theme(one.key, one.label, one.help, tuple(one.data["words"]), tuple(one.data["topics"]), one.active)
        for one in catalogue.entries(session, CATALOGUE, all_of_them=all_of_them)
    )


def names(session: Session) -> dict[str, str]:
    """What every theme is called, by key, also those that are no longer used."""
    return {one.key: one.name for one in themes(session, all_of_them=True)}


def sensitive(session: Session) -> frozenset[str]:
    """The themes to which the higher threshold holds: those with a topic that is sensitive."""
    delicate = set(session.scalars(select(Topic.code).where(Topic.sensitive.is_(True))))
    return frozenset(one.key for one in themes(session, all_of_them=True) if delicate & set(one.topics))


def suggest(session: Session, text: str) -> tuple[Suggestion, ...]:
    """What the story may be about, by the words of the themes in use."""
    return suggestions(text, [Dictionary(one.key, one.words) for one in themes(session)])


def plan(session: Session, key: str) -> ThemePlan:
    """A theme as it can be changed; raises `Refused` when there is none."""
    one = own_entries.plan(session, CATALOGUE, key)
    words, topics = "\n".join(one.data["words"]), tuple(one.data["topics"])
    return ThemePlan(one.label_nl, one.label_en, one.help_nl, one.help_en, words, topics)


def mark(session: Session, key: str) -> str:
    """What `save` wants to have seen."""
    return own_entries.plan(session, CATALOGUE, key).mark


def save(
    session: Session, key: str | None, planned: ThemePlan, *, by: Actor, now: datetime, seen: str | None = None
) -> str:
    """Change a theme, or add one without a key; gives its key.

    Raises `Refused` about the field that is wrong, or when it is no longer what `seen` is the mark of.
    """
    _allowed(by)
    take_turn(session, CATALOGUE)
    row = own_entries.held(session, CATALOGUE, key, seen=seen) if key else None
    checked = _checked(session, key, planned)
    if row is None:
        return own_entries.add(session, CATALOGUE, checked, by=by, now=now)
    own_entries.write(session, row, checked, by=by, now=now)
    return row.key


def switch(session: Session, key: str, *, active: bool, by: Actor, now: datetime) -> None:
    """Use a theme or stop using it; what was counted of it stays."""
    _allowed(by)
    catalogue.switch(session, CATALOGUE, key, active=active, by=by, now=now)


def _allowed(by: Actor) -> None:
    if not by.has(Role.MODERATOR):
        staff_only(by)


def _checked(session: Session, key: str | None, planned: ThemePlan) -> EntryPlan:
    """As it is kept: without needless spaces, with the topics that exist, in their order."""
    name, words = " ".join(planned.name.split())[:LONGEST_NAME], _lines(planned.words)
    if not name:
        raise Refused("theme.name_needed", field="name")
    same = select(CatalogueEntry.label_nl).where(
        CatalogueEntry.catalogue == CATALOGUE, CatalogueEntry.key != (key or "")
    )
    if name.casefold() in {one.casefold() for one in session.scalars(same)}:
        raise Refused("theme.name_taken", field="name")
    known = session.scalars(select(Topic.code).where(Topic.code.in_(planned.topics)).order_by(Topic.position))
    english = " ".join(planned.name_en.split())[:LONGEST_NAME], planned.help_en.strip()[:LONGEST_HELP]
    data = {"words": words, "topics": list(known)}
    return EntryPlan(name, planned.help.strip()[:LONGEST_HELP], *english, data=data)


def _lines(typed: str) -> list[str]:
    words: Iterable[str] = (" ".join(line.split()) for line in typed.splitlines())
    kept = list(dict.fromkeys(one for one in words if one))
    if len(kept) > MOST_WORDS or any(len(one) > LONGEST_WORD for one in kept):
        raise Refused("theme.too_many_words", field="words", most=MOST_WORDS, longest=LONGEST_WORD)
    return kept
