"""Every name that the database knows, to be looked for in stories; it never leaves the server."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.door_states import KnownNameKind
from store.models import Account, Buddy, KnownName, Municipality, PlaceName, Venue


@dataclass(frozen=True)
class NamedThing:
    name: str
    kind: KnownNameKind


def names(session: Session) -> tuple[NamedThing, ...]:
    """Places, staff and buddies, venues, and what staff wrote down themselves, which comes first."""
    return tuple(_names(session))


def schools(session: Session) -> tuple[str, ...]:
    """The schools that staff wrote down, by name."""
    query = select(KnownName.name).where(KnownName.kind == KnownNameKind.SCHOOL).order_by(KnownName.name)
    return tuple(session.scalars(query))


def _names(session: Session) -> Iterator[NamedThing]:
    for row in session.scalars(select(KnownName).order_by(KnownName.id)):
        yield NamedThing(row.name, row.kind)
    for query, kind in (
        (select(Municipality.name), KnownNameKind.PLACE),
        (select(PlaceName.place), KnownNameKind.PLACE),
        (select(Account.name), KnownNameKind.PERSON),
        (select(Buddy.name), KnownNameKind.PERSON),
        (select(Venue.name), KnownNameKind.ORGANISATION),
    ):
        for name in session.scalars(query):
            if name:
                yield NamedThing(name, kind)


def counts(session: Session) -> dict[KnownNameKind, int]:
    """How many different names are looked for of each kind."""
    found = {(one.kind, one.name.casefold()) for one in _names(session)}
    return {kind: sum(of is kind for of, _name in found) for kind in KnownNameKind}
