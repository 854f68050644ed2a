"""What the register can be broken down by, and which value of it a question has."""

from collections.abc import Callable, Mapping
from typing import Any

from store.models import Question

DONE, TOGETHER = "done", "topic"
"""What was done, of which a question can have several; and the other topics that a question is about."""
NOT_SAID = ""
"""The value of what was not filled in, of a question with which nothing was done, of a topic that came alone."""
BANDS = {"0-14": 15, "15-29": 30, "30-59": 60, "60+": None}
"""Bands of minutes, each with the first minute of the next."""


def _as_it_is(value: str | None) -> str:
    return value or NOT_SAID


def _closed(value: bool) -> str:
    return "yes" if value else "no"


def _band(minutes: int | None) -> str:
    if minutes is None:
        return NOT_SAID
    return next(band for band, end in BANDS.items() if end is None or minutes < end)


READ: Mapping[str, Callable[[Any], str]] = {
    "channel": _as_it_is,
    "asker": _as_it_is,
    "sector": _as_it_is,
    "age_band": _as_it_is,
    "phase": _as_it_is,
    "how_found": _as_it_is,
    "referred_to": _as_it_is,
    "language": _as_it_is,
    "minutes": _band,
    "closed": _closed,
}
"""The fields of a question with one value each, and how that value is called in the counts."""
COLUMNS = tuple(getattr(Question, name) for name in READ)
DIMENSIONS = (*READ, DONE, TOGETHER)
