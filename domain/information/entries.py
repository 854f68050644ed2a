"""Words, addresses and standard answers that staff add, change, switch off, and put back as they came with us."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import catalogue, content, journal
from domain.actors import Actor
from domain.allowed import staff_only
from domain.refused import Refused
from store.models import CatalogueEntry

LONGEST_NAME, LONGEST_HELP = 200, 500
OWN = "own_"
TEXT = "nl"  # where an entry is a text of its own, and needs no explanation


@dataclass(frozen=True)
class EntryPlan:
    """What it is called and what it means, in Dutch and in English; `data` is what differs per catalogue."""

    label_nl: str
    help_nl: str
    label_en: str = ""
    help_en: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class EntryRow:
    """`is_standard` says that it is as it came with us; `has_standard` that it came with us at all."""

    key: str
    plan: EntryPlan
    active: bool
    is_standard: bool
    has_standard: bool


def listed(session: Session, name: str) -> tuple[EntryRow, ...]:
    """Every entry of a catalogue, those switched off too, by its Dutch name."""
    standards = content.standard_entries(name)
    rows = session.scalars(select(CatalogueEntry).where(CatalogueEntry.catalogue == name))
    found = [_row(row, standards.get(row.key)) for row in rows]
    return tuple(sorted(found, key=lambda one: one.plan.label_nl.casefold()))


def add(session: Session, name: str, plan: EntryPlan, *, by: Actor, now: datetime) -> str:
    """A new entry; gives its key. Raises `Refused` about the field that is missing or taken."""
    staff_only(by)
    rows = session.scalars(select(CatalogueEntry).where(CatalogueEntry.catalogue == name)).all()
    known = {row.key for row in rows}
    key = next(made for number in range(1, len(rows) + 2) if (made := f"{OWN}{number}") not in known)
    row = CatalogueEntry(catalogue=name, key=key, active=True, standard={})
    row.position = max((one.position for one in rows), default=0) + 1
    _write(session, row, plan)
    session.add(row)
    row.changed_at = now
    _record(session, name, key, by=by, now=now)
    return key


def change(session: Session, name: str, key: str, plan: EntryPlan, *, by: Actor, now: datetime) -> None:
    row = _found(session, name, key, by)
    _write(session, row, plan)
    row.changed_at = now
    _record(session, name, key, by=by, now=now)


def switch(session: Session, name: str, key: str, *, active: bool, by: Actor, now: datetime) -> None:
    """Show it to people, or don't."""
    _found(session, name, key, by)
    catalogue.switch(session, name, key, active=active, by=by, now=now)


def put_back(session: Session, name: str, key: str, *, by: Actor, now: datetime) -> None:
    """As it came with the product. Raises `Refused` for what staff added themselves."""
    row, standard = _found(session, name, key, by), content.standard_entries(name).get(key)
    if standard is None:
        raise Refused("entry.no_standard")
    _write(session, row, _plan(standard))
    row.changed_at = now
    _record(session, name, key, by=by, now=now)


def _found(session: Session, name: str, key: str, by: Actor) -> CatalogueEntry:
    staff_only(by)
    row = session.get(CatalogueEntry, (name, key), with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("catalogue.unknown")
    return row


def _write(session: Session, row: CatalogueEntry, plan: EntryPlan) -> None:
    label, said = _spaced(plan.label_nl, LONGEST_NAME), _spaced(plan.help_nl, LONGEST_HELP)
    if not label:
        raise Refused("entry.name_needed", field="label_nl")
    if not said and TEXT not in plan.data:
        raise Refused("entry.help_needed", field="help_nl")
    if not plan.data.get(TEXT, TEXT):
        raise Refused("entry.text_needed", field=TEXT)
    with session.no_autoflush:
        same = select(CatalogueEntry.label_nl).where(
            CatalogueEntry.catalogue == row.catalogue, CatalogueEntry.key != row.key
        )
        if label.casefold() in {one.casefold() for one in session.scalars(same)}:
            raise Refused("entry.name_taken", field="label_nl")
    site = str(plan.data.get("site") or "")
    if site and not site.startswith("https://"):
        raise Refused("entry.site_not_safe", field="site")
    row.label_nl, row.help_nl = label, said
    row.label_en, row.help_en = _spaced(plan.label_en, LONGEST_NAME), _spaced(plan.help_en, LONGEST_HELP)
    row.data = dict(plan.data)


def _spaced(text: str, most: int) -> str:
    return " ".join(text.split())[:most]


def _plan(row: Mapping[str, Any]) -> EntryPlan:
    texts = {key: row.get(key, "") for key in ("label_nl", "help_nl", "label_en", "help_en")}
    return EntryPlan(**texts, data=row["data"])


def _row(row: CatalogueEntry, standard: Mapping[str, Any] | None) -> EntryRow:
    plan = EntryPlan(row.label_nl, row.help_nl, row.label_en, row.help_en, row.data)
    return EntryRow(row.key, plan, row.active, standard is not None and _plan(standard) == plan, standard is not None)


def _record(session: Session, name: str, key: str, *, by: Actor, now: datetime) -> None:
    journal.record(session, "catalogue.changed", ("catalogue", 0), by=by, now=now, catalogue=name, key=key)
