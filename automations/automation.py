"""One automation: when, if, then, as staff set it up in the catalogue `automation`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from automations.conditions import Condition, condition
from domain import catalogue
from store.sessions import Session

CATALOGUE = "automation"
UNITS = {"minute": "minutes", "hour": "hours", "day": "days", "week": "weeks"}


@dataclass(frozen=True)
class Automation:
    """When a line of this kind is written, and if all conditions hold, then do this, with these, so long after."""

    key: str
    when: str
    conditions: tuple[Condition, ...]
    then: str
    parameters: Mapping[str, Any]
    after: timedelta


def active(session: Session) -> tuple[Automation, ...]:
    """The automations that are switched on, in their order."""
    return tuple(automation(one.key, one.data) for one in catalogue.entries(session, CATALOGUE))


def automation(key: str, data: Mapping[str, Any]) -> Automation:
    """Read an automation from its data; raises KeyError or ValueError for data that makes no sense."""
    return Automation(
        key=key,
        when=data["when"],
        conditions=tuple(condition(one) for one in data.get("if", ())),
        then=data["then"],
        parameters=data.get("with", {}),
        after=_after(data.get("after", "0 minutes")),
    )


def _after(text: str) -> timedelta:
    """`2 hours`, `1 day`, `0 minutes`."""
    amount, unit = text.split()
    return timedelta(**{UNITS[unit.removesuffix("s")]: int(amount)})
