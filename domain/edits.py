"""Two people who changed the same thing: what the other did, what you did, and how the two go together."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """A field that somebody else changed while you were typing; `yours` is None where you left it alone."""

    key: str
    theirs: object
    yours: object | None

    @property
    def clashes(self) -> bool:
        return self.yours is not None


def meanwhile(
    keys: Iterable[str], opened: Mapping[str, object], typed: Mapping[str, object], stored: Mapping[str, object]
) -> tuple[Edit, ...]:
    """What is stored now and was not when the form was `opened`, in the order of `keys`.

    A field that you changed to the very same value is no difference.
    """
    return tuple(
        Edit(key, stored.get(key), typed.get(key) if not same(typed.get(key), opened.get(key)) else None)
        for key in keys
        if not same(stored.get(key), opened.get(key)) and not same(stored.get(key), typed.get(key))
    )


def same(one: object, other: object) -> bool:
    """Whether two values of a field mean the same: nothing is nothing, and choices have no order."""
    return _plain(one) == _plain(other)


def mark(*values: object) -> str:
    """The same for the same values, so that a writer can say what the writing began with."""
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:16]


def _plain(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return tuple(sorted(map(str, value)))
    return () if value in (None, "") else str(value).strip()
