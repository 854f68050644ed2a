"""Parents and buddies as plain JSON values and back: what went into a plan is kept with it."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from matching.people import Contact, Daypart, Need, Offer, Place


def as_json(one: Need | Offer) -> dict[str, Any]:
    """Plain JSON values, sets in a fixed order; read back by `need` or `offer`."""
    return {field.name: _plain(getattr(one, field.name)) for field in fields(one)}


def need(stored: Mapping[str, Any]) -> Need:
    """The Need that `as_json` wrote, also after a trip through text."""
    return Need(**{name: _read(name, value) for name, value in stored.items()})


def offer(stored: Mapping[str, Any]) -> Offer:
    """The Offer that `as_json` wrote, also after a trip through text."""
    return Offer(**{name: _read(name, value) for name, value in stored.items()})


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a field
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Place):
        return [value.municipality, value.latitude, value.longitude]
    return value


def _read(name: str, value: Any) -> Any:  # noqa: ANN401 - any value of a field
    if name == "place":
        return Place(*value) if value else None
    if name == "contact_modes":
        return frozenset(Contact(mode) for mode in value)
    if name == "moments":
        return frozenset((weekday, Daypart(part)) for weekday, part in value)
    return frozenset(value) if isinstance(value, list) else value
