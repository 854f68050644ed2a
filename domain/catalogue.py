"""Catalogues: what differs per support point and is changed on screen; each entry keeps its standard too."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.refused import Refused
from i18n import in_words
from store.models import CatalogueEntry


@dataclass(frozen=True)
class Entry:
    """One entry as the reader sees it; `data` is what differs, `standard` is what it was when it came with us."""

    key: str
    label: str
    help: str
    active: bool
    data: Mapping[str, Any]
    standard: Mapping[str, Any]


def entries(session: Session, catalogue: str, *, under: str = "", all_of_them: bool = False) -> tuple[Entry, ...]:
    """The entries of a catalogue in their order; those switched off only with `all_of_them`.

    `under` keeps those whose key begins with it and a dot: the fields of one form, the terms of one list.
    """
    query = select(CatalogueEntry).where(CatalogueEntry.catalogue == catalogue)
    if under:
        query = query.where(CatalogueEntry.key.startswith(f"{under}.", autoescape=True))
    rows = session.scalars(query.order_by(CatalogueEntry.position, CatalogueEntry.key))
    return tuple(_entry(row) for row in rows if row.active or all_of_them)


def entry(session: Session, catalogue: str, key: str) -> Entry:
    """One entry; raises `Refused("catalogue.unknown")`."""
    return _entry(_row(session, catalogue, key))


def held(session: Session, catalogue: str, key: str) -> Entry:
    """The same, and nobody else changes it until this transaction ends."""
    row = session.get(CatalogueEntry, (catalogue, key), with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("catalogue.unknown")
    return _entry(row)


def change(session: Session, catalogue: str, key: str, data: Mapping[str, Any], *, by: Actor, now: datetime) -> None:
    """Give an entry another value. The caller has checked that the value makes sense for its catalogue."""
    row = _row(session, catalogue, key)
    row.data = dict(data)
    row.changed_at = now
    journal.record(session, "catalogue.changed", ("catalogue", 0), by=by, now=now, catalogue=catalogue, key=key)


def reset(session: Session, catalogue: str, key: str, *, by: Actor, now: datetime) -> None:
    """Put the standard value back."""
    change(session, catalogue, key, _row(session, catalogue, key).standard, by=by, now=now)


def switch(session: Session, catalogue: str, key: str, *, active: bool, by: Actor, now: datetime) -> None:
    """Switch an entry on or off."""
    row = _row(session, catalogue, key)
    row.active = active
    row.changed_at = now
    facts = {"catalogue": catalogue, "key": key, "active": active}
    journal.record(session, "catalogue.changed", ("catalogue", 0), by=by, now=now, **facts)


def _row(session: Session, catalogue: str, key: str) -> CatalogueEntry:
    row = session.get(CatalogueEntry, (catalogue, key))
    if row is None:
        raise Refused("catalogue.unknown")
    return row


def _entry(row: CatalogueEntry) -> Entry:
    return Entry(
        key=row.key,
        label=in_words(row.label_nl, row.label_en),
        help=in_words(row.help_nl, row.help_en),
        active=row.active,
        data=row.data,
        standard=row.standard,
    )
