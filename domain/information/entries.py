"""Words, addresses and standard answers that staff add, change, switch off, and put back as they came with us."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import catalogue, content, own_entries
from domain.actors import Actor
from domain.allowed import staff_only
from domain.own_entries import EntryPlan
from domain.refused import Refused
from store.models import CatalogueEntry
from store.turns import take_turn

LONGEST_NAME, LONGEST_HELP = 200, 500
TEXT = "nl"  # where an entry is a text of its own, and needs no explanation


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
    take_turn(session, name)
    return own_entries.add(session, name, _checked(session, name, "", plan), by=by, now=now)


def change(
    session: Session, name: str, key: str, plan: EntryPlan, *, by: Actor, now: datetime, seen: str | None = None
) -> None:
    """Raises `Refused` about a field, or when it is no longer what `seen` is the mark of."""
    staff_only(by)
    take_turn(session, name)
    row = own_entries.held(session, name, key, seen=seen)
    own_entries.write(session, row, _checked(session, name, key, plan), by=by, now=now)


def switch(session: Session, name: str, key: str, *, active: bool, by: Actor, now: datetime) -> None:
    """Show it to people, or don't."""
    staff_only(by)
    own_entries.held(session, name, key)
    catalogue.switch(session, name, key, active=active, by=by, now=now)


def put_back(session: Session, name: str, key: str, *, by: Actor, now: datetime, seen: str | None = None) -> None:
    """As it came with the product. Raises `Refused` for what staff added themselves, and as `change` does."""
    staff_only(by)
    take_turn(session, name)
    row, standard = own_entries.held(session, name, key, seen=seen), content.standard_entries(name).get(key)
    if standard is None:
        raise Refused("entry.no_standard")
    own_entries.write(session, row, _checked(session, name, key, _plan(standard)), by=by, now=now)


def _checked(session: Session, name: str, key: str, plan: EntryPlan) -> EntryPlan:
    """As it is kept; raises `Refused` about the field that is missing, taken or not safe."""
    label, said = _spaced(plan.label_nl, LONGEST_NAME), _spaced(plan.help_nl, LONGEST_HELP)
    if not label:
        raise Refused("entry.name_needed", field="label_nl")
    if not said and TEXT not in plan.data:
        raise Refused("entry.help_needed", field="help_nl")
    if not plan.data.get(TEXT, TEXT):
        raise Refused("entry.text_needed", field=TEXT)
    same = select(CatalogueEntry.label_nl).where(CatalogueEntry.catalogue == name, CatalogueEntry.key != key)
    if label.casefold() in {one.casefold() for one in session.scalars(same)}:
        raise Refused("entry.name_taken", field="label_nl")
    site = str(plan.data.get("site") or "")
    if site and not site.startswith("https://"):
        raise Refused("entry.site_not_safe", field="site")
    english = _spaced(plan.label_en, LONGEST_NAME), _spaced(plan.help_en, LONGEST_HELP)
    return EntryPlan(label, said, *english, data=plan.data)


def _spaced(text: str, most: int) -> str:
    return " ".join(text.split())[:most]


def _plan(row: Mapping[str, Any]) -> EntryPlan:
    texts = {key: row.get(key, "") for key in ("label_nl", "help_nl", "label_en", "help_en")}
    return EntryPlan(**texts, data=row["data"])


def _row(row: CatalogueEntry, standard: Mapping[str, Any] | None) -> EntryRow:
    plan = own_entries.plan_of(row)
    return EntryRow(row.key, plan, row.active, standard is not None and _plan(standard) == plan, standard is not None)
