"""Danger in what somebody writes: whether there are words of it, and where help is at once. Nothing is ever blocked."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from domain import catalogue
from domain.actors import Actor
from domain.allowed import setup_only
from domain.crisis_words import words
from store.door_states import Audience

CATALOGUE = "crisis"
HELPLINES = "helpline"
MOST_READ = 12_000  # letters: no text that can be sent is longer


@dataclass(frozen=True)
class Helpline:
    """Where one finds help: `chat` is an address, or nothing where one can only phone."""

    name: str
    about: str
    phone: str
    chat: str


def speaks_of_danger(session: Session, *texts: str) -> bool:
    """Whether one of the texts holds words of the catalogue that is switched on; both languages are looked for.

    A text that is too long to be sent is read as far as one that is not.
    """
    found = [one.data for one in catalogue.entries(session, CATALOGUE)]
    unless = [phrase for data in found for phrase in data.get("unless", ())]
    looking = words((phrase for data in found for phrase in data["say"]), unless)
    return any(looking.found_in(text[:MOST_READ]) for text in texts)


def helplines(session: Session, audience: Audience) -> tuple[Helpline, ...]:
    """Where parents or young people find help, what matters first on top."""
    return tuple(
        Helpline(one.label, one.help, one.data["phone"], one.data["chat"])
        for one in catalogue.entries(session, HELPLINES)
        if audience in one.data["audiences"]
    )


def change(
    session: Session, key: str, say: str, unless: str, *, by: Actor, now: datetime, seen: tuple[str, str] | None = None
) -> bool:
    """Give a list other phrases, one a line, and tell whether it is different now.

    `seen` are both texts as the writer found them. When somebody else changed the list since, what that one did stays:
    lines that the writer added are added to it, and lines that the writer took out are taken out.
    """
    setup_only(by)
    data = catalogue.held(session, CATALOGUE, key).data
    there = {"say": list(data["say"]), "unless": list(data.get("unless", ()))}
    found = {"say": seen[0], "unless": seen[1]} if seen else {}
    typed = {"say": _lines(say), "unless": _lines(unless)}
    new = {part: _both(there[part], _lines(found[part]) if found else there[part], typed[part]) for part in typed}
    if new == there:
        return False
    catalogue.change(session, CATALOGUE, key, {**data, **new}, by=by, now=now)
    return True


def _both(there: list[str], seen: list[str], typed: list[str]) -> list[str]:
    """What one changed in the lines that were seen, done to the lines that are there now."""
    if there == seen:
        return typed
    stays = [line for line in there if line in typed or line not in seen]
    return [*stays, *(line for line in typed if line not in seen and line not in there)]


def _lines(typed: str) -> list[str]:
    return [line for one in typed.splitlines() if (line := " ".join(one.split()))]
