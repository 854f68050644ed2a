"""Themes of stories: what this support point listens for, changed on screen by whoever moderates or coordinates."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import catalogue, journal
from domain.actors import Actor, Role
from domain.allowed import staff_only
from domain.refused import Refused
from store.models import CatalogueEntry, Topic
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
    row = _row(session, key)
    words = "\n".join(row.data["words"])
    return ThemePlan(row.label_nl, row.label_en, row.help_nl, row.help_en, words, tuple(row.data["topics"]))


def save(session: Session, key: str | None, planned: ThemePlan, *, by: Actor, now: datetime) -> str:
    """Change a theme, or add one without a key; gives its key. Raises `Refused` about the field that is wrong."""
    _allowed(by)
    name, words = " ".join(planned.name.split())[:LONGEST_NAME], _lines(planned.words)
    if not name:
        raise Refused("theme.name_needed", field="name")
    row = _row(session, key) if key else _added(session)
    row.label_nl, row.label_en = name, " ".join(planned.name_en.split())[:LONGEST_NAME]
    row.help_nl, row.help_en = planned.help.strip()[:LONGEST_HELP], planned.help_en.strip()[:LONGEST_HELP]
    known = session.scalars(select(Topic.code).where(Topic.code.in_(planned.topics)).order_by(Topic.position))
    row.data = {"words": words, "topics": list(known)}
    row.changed_at = now
    journal.record(session, "catalogue.changed", ("catalogue", 0), by=by, now=now, catalogue=CATALOGUE, key=row.key)
    return row.key


def switch(session: Session, key: str, *, active: bool, by: Actor, now: datetime) -> None:
    """Use a theme or stop using it; what was counted of it stays."""
    _allowed(by)
    catalogue.switch(session, CATALOGUE, key, active=active, by=by, now=now)


def _allowed(by: Actor) -> None:
    if not by.has(Role.MODERATOR):
        staff_only(by)


def _lines(typed: str) -> list[str]:
    words: Iterable[str] = (" ".join(line.split()) for line in typed.splitlines())
    kept = list(dict.fromkeys(one for one in words if one))
    if len(kept) > MOST_WORDS or any(len(one) > LONGEST_WORD for one in kept):
        raise Refused("theme.too_many_words", field="words", most=MOST_WORDS, longest=LONGEST_WORD)
    return kept


def _row(session: Session, key: str) -> CatalogueEntry:
    row = session.get(CatalogueEntry, (CATALOGUE, key), with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("catalogue.unknown")
    return row


def _added(session: Session) -> CatalogueEntry:
    last = session.scalar(select(func.max(CatalogueEntry.position)).where(CatalogueEntry.catalogue == CATALOGUE))
    row = CatalogueEntry(catalogue=CATALOGUE, key=f"own_{secrets.token_hex(4)}", position=(last or 0) + 1)
    nothing: dict[str, list[str]] = {"words": [], "topics": []}
    row.active, row.label_nl, row.data, row.standard = True, "", nothing, nothing
    session.add(row)
    return row
