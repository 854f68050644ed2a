"""A small file with people, and what a file may name in these tests."""

import json
from datetime import date, timedelta
from typing import Any

from matching.people_file.named import Known
from tests.matching.people import ALKMAAR, GROUPS, HEILOO

TODAY = date(2026, 11, 24)
KNOWN = Known(
    GROUPS,
    [("F1", "F2"), ("F2", "F6")],
    {"GM0361": ALKMAAR, "GM0399": HEILOO},
    {"sector": ("po", "vo"), "age_band": ("7-9",), "language": ("nl", "ar"), "style": ("listening",)},
    lambda seen_on, today: today - seen_on < timedelta(days=3 * 365),
    TODAY,
)
GOOD: dict[str, Any] = {
    "format": "rodedraad-people/1",
    "parents": [
        {"id": "p1", "topics": ["F1"], "municipality": "GM0361", "waiting_days": 40, "moments": ["tue evening"]},
        {"id": "p2", "topics": ["F1"], "waiting_since": "2026-11-20"},
        {"id": "p3", "topics": ["E1"], "languages": ["ar"], "not_with": ["b1"]},
    ],
    "buddies": [
        {"id": "b1", "topics": ["F1"], "municipality": "GM0399", "moments": ["tue evening"], "max_load": 1},
        {"id": "b2", "topics": ["E1"], "certificate_seen_on": "2026-01-05"},
    ],
}


def with_(path: str, value: object) -> dict[str, Any]:
    """The good file with another value at this place; "-" takes the field away."""
    changed: dict[str, Any] = json.loads(json.dumps(GOOD))
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    at: Any = changed
    for part in way:
        at = at[part]
    if value == "-":
        del at[last]
    else:
        at[last] = value
    return changed
