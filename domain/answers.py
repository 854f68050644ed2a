"""The answers to fields that have no column of their own: those that a support point added to a form."""

from collections.abc import Mapping
from datetime import date, time

from domain.checking import Checked

Stored = str | int | bool | list[str]


def besides(checked: Checked, columns: frozenset[str]) -> Mapping[str, Stored]:
    """What was answered besides the fields in `columns`, as it is stored; what was left open is not kept."""
    return {key: _stored(value) for key, value in checked.values.items() if key not in columns and value}


def _stored(value: str | int | bool | date | time | tuple[str, ...]) -> Stored:
    if isinstance(value, (date, time)):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
