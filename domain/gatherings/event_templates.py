"""Templates of gatherings: what a new one may begin with, kept under a name of one's own."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import catalogue, journal
from domain.actors import Actor
from domain.allowed import staff_only
from domain.refused import Refused
from store.models import CatalogueEntry
from store.turns import take_turn

CATALOGUE = "event_template"
LONGEST_NAME = 80
# Every gathering has a day of its own; a template has none.
NOT_KEPT = "date"


@dataclass(frozen=True)
class Template:
    """`values` are those of the form of a gathering by the keys of its fields, without a date."""

    key: str
    name: str
    values: Mapping[str, Any]


def templates(session: Session) -> tuple[Template, ...]:
    """Every template by name."""
    found = catalogue.entries(session, CATALOGUE)
    return tuple(sorted((Template(one.key, one.label, one.data) for one in found), key=lambda one: one.name.casefold()))


def values(session: Session, key: str) -> dict[str, Any]:
    """What a new gathering begins with; nothing when there is no such template (any more)."""
    row = session.get(CatalogueEntry, (CATALOGUE, key)) if key else None
    return {**row.data, NOT_KEPT: None} if row else {}


def keep(session: Session, name: str, values: Mapping[str, object], *, by: Actor, now: datetime) -> str:
    """Keep the values of the form of a gathering under a name. Returns the template's key.

    Raises `Refused` without a name, or when another template has it, also one that is being kept at this moment.
    """
    staff_only(by)
    take_turn(session, CATALOGUE)
    said, key = _name(session, name, ""), uuid.uuid4().hex
    kept = {one: value for one, value in values.items() if one != NOT_KEPT}
    row = CatalogueEntry(
        catalogue=CATALOGUE, key=key, label_nl=said, label_en=said, data=kept, standard=kept, changed_at=now
    )
    session.add(row)
    session.flush()
    _note(session, key, by, now)
    return key


def rename(session: Session, key: str, name: str, *, by: Actor, now: datetime) -> None:
    """Give a template another name; the same name again is harmless."""
    staff_only(by)
    take_turn(session, CATALOGUE)
    row = session.get(CatalogueEntry, (CATALOGUE, key))
    if row is None:
        raise Refused("catalogue.unknown")
    said = _name(session, name, key)
    if said == row.label_nl:
        return
    row.label_nl = row.label_en = said
    row.changed_at = now
    _note(session, key, by, now)


def remove(session: Session, key: str, *, by: Actor, now: datetime) -> None:
    """Throw a template away; gatherings that began with it stay as they are. Twice is harmless."""
    staff_only(by)
    take_turn(session, CATALOGUE)
    row = session.get(CatalogueEntry, (CATALOGUE, key))
    if row is None:
        return
    session.delete(row)
    session.flush()
    _note(session, key, by, now)


def _name(session: Session, name: str, own_key: str) -> str:
    said = " ".join(name.split())[:LONGEST_NAME]
    if not said:
        raise Refused("template.name_needed", field="name")
    same = (CatalogueEntry.catalogue == CATALOGUE, func.lower(CatalogueEntry.label_nl) == said.lower())
    if session.scalar(select(CatalogueEntry.key).where(*same, CatalogueEntry.key != own_key).limit(1)):
        raise Refused("template.name_taken", field="name")
    return said


def _note(session: Session, key: str, by: Actor, now: datetime) -> None:
    journal.record(session, "catalogue.changed", ("catalogue", 0), by=by, now=now, catalogue=CATALOGUE, key=key)
