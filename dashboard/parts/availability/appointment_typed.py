"""What was filled in on the form of an appointment, as the verbs want it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from domain.local_time import instant
from domain.refused import Refused

MOST = 2**31


def typed(fields: Sequence[Mapping[str, Any]]) -> tuple[datetime, int, str]:
    """When, how many minutes and in which way; raises `Refused("appointment.when")` without a moment."""
    found = {one["id"]["key"]: one.get("value") for one in fields}
    return _moment(found), minutes(found.get("minutes")), str(found.get("way") or "")


def minutes(value: object) -> int:
    """0, which is refused, for what is no length."""
    return int(value) if isinstance(value, str) and value.isdecimal() and len(value) < 4 else 0


def number_of(about: object, key: str) -> int:
    """A number that the page kept; 0 for anything else that a browser may send."""
    found = about.get(key) if isinstance(about, Mapping) else None
    return found if isinstance(found, int) and 0 < found < MOST else 0


def _moment(found: Mapping[str, Any]) -> datetime:
    """An own day and time go before the moment that was tapped."""
    try:
        if found.get("day") and found.get("time"):
            return instant(date.fromisoformat(str(found["day"])), time.fromisoformat(str(found["time"])))
        chosen = datetime.fromisoformat(str(found.get("moment") or ""))
    except ValueError:
        raise Refused("appointment.when") from None
    if chosen.tzinfo is None:
        raise Refused("appointment.when")
    return chosen
