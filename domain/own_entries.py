"""Entries of a catalogue that staff write themselves: added and changed, also by two people at once."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.edits import mark
from domain.refused import Refused
from store.models import CatalogueEntry


@dataclass(frozen=True)
class EntryPlan:
    """What it is called and what it means, in Dutch and in English; `data` is what differs per catalogue."""

    label_nl: str
    help_nl: str
    label_en: str = ""
    help_en: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        return mark(self.label_nl, self.help_nl, self.label_en, self.help_en, dict(self.data))


def plan_of(row: CatalogueEntry) -> EntryPlan:
    return EntryPlan(row.label_nl, row.help_nl, row.label_en, row.help_en, row.data)


def plan(session: Session, catalogue: str, key: str) -> EntryPlan:
    """An entry as it can be changed; raises `Refused` when there is none."""
    row = session.get(CatalogueEntry, (catalogue, key))
    if row is None:
        raise Refused("catalogue.unknown")
    return plan_of(row)


def held(session: Session, catalogue: str, key: str, *, seen: str | None = None) -> CatalogueEntry:
    """The row, which nobody else changes until this transaction ends.

    `seen` is the mark of what the writer began with: when somebody wrote something else meanwhile this raises
    `Refused("catalogue.changed_meanwhile")`. Whether it is in use is not part of that.
    """
    row = session.get(CatalogueEntry, (catalogue, key), with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("catalogue.unknown")
    if seen is not None and seen != plan_of(row).mark:
        raise Refused("catalogue.changed_meanwhile")
    return row


def add(session: Session, catalogue: str, plan: EntryPlan, *, by: Actor, now: datetime) -> str:
    """A new entry at the end; gives its key, drawn at random so that two who add at once don't meet."""
    last = session.scalar(select(func.max(CatalogueEntry.position)).where(CatalogueEntry.catalogue == catalogue))
    row = CatalogueEntry(catalogue=catalogue, key=f"own_{secrets.token_hex(4)}", position=(last or 0) + 1)
    row.active, row.standard = True, {}
    write(session, row, plan, by=by, now=now)
    session.add(row)
    return row.key


def write(session: Session, row: CatalogueEntry, plan: EntryPlan, *, by: Actor, now: datetime) -> None:
    """The caller has checked that the plan makes sense for its catalogue."""
    row.label_nl, row.help_nl, row.label_en, row.help_en = plan.label_nl, plan.help_nl, plan.label_en, plan.help_en
    row.data, row.changed_at = dict(plan.data), now
    facts = {"catalogue": row.catalogue, "key": row.key}
    journal.record(session, "catalogue.changed", ("catalogue", 0), by=by, now=now, **facts)
