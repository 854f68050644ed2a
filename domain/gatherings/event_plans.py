"""What is to be written down of a gathering: read from the form, its local times turned into instants."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from domain.answers import Stored, besides
from domain.checking import Checked
from domain.local_time import instant
from domain.refused import Refused
from store.states import QueuePolicy, SignUpMode

HAS_A_COLUMN = frozenset(
    {"title", "kind", "topics", "date", "start", "end", "seats"}
    | {"venue", "address", "municipality", "access", "description"}
    | {"mode", "queue", "offer_hours", "last_hours", "online_url", "online_seats"}
)
HTTPS = "https://"
OFFER_HOURS, LAST_HOURS = 24, 12  # what a gathering has when the form doesn't ask


@dataclass(frozen=True)
class VenuePlan:
    name: str
    municipality_code: str
    address: str = ""
    access: str = ""


@dataclass(frozen=True)
class EventPlan:
    """Everything of a gathering that staff decide; `answers` holds the fields that staff added to the form."""

    kind: str
    title: str
    venue: VenuePlan
    starts_at: datetime
    ends_at: datetime
    seats: int
    topics: tuple[str, ...] = ()
    description: str = ""
    answers: Mapping[str, Stored] = field(default_factory=dict)
    mode: SignUpMode = SignUpMode.DIRECT
    queue: QueuePolicy = QueuePolicy.STRICT
    offer_hours: int = OFFER_HOURS
    last_hours: int = LAST_HOURS
    online_url: str = ""
    online_seats: int = 0


def plan(checked: Checked) -> EventPlan:
    """The plan in a checked `event` form; the form must be without errors.

    Raises `Refused` when the night of the clock change has no such time, the end is not after the start, nobody could
    come, or the online link is not a safe one.
    """
    day = checked.values["date"]
    starts_at = _moment(day, checked.values["start"], "start")
    ends_at = _moment(day, checked.values["end"], "end")
    if ends_at <= starts_at:
        raise Refused("event.end_before_start", field="end")
    return EventPlan(
        kind=checked.text("kind"),
        title=checked.text("title"),
        venue=_venue(checked),
        starts_at=starts_at,
        ends_at=ends_at,
        seats=checked.number("seats") or 0,
        topics=checked.chosen("topics"),
        description=checked.text("description"),
        answers=besides(checked, HAS_A_COLUMN),
        **_signing_up(checked),
    )


def still_to_come(planned: EventPlan, *, now: datetime) -> None:
    """Raises `Refused` for a gathering that would begin in the past."""
    if planned.starts_at <= now:
        raise Refused("event.starts_in_the_past", field="date")


def _signing_up(checked: Checked) -> dict[str, Any]:
    """How people sign up and take part online; what the form doesn't ask has its usual value."""
    hours = {"offer_hours": OFFER_HOURS, "last_hours": LAST_HOURS}
    given = {name: checked.number(name) for name in hours}
    url, online_seats = checked.text("online_url"), checked.number("online_seats") or 0
    if url and not url.startswith(HTTPS):
        raise Refused("event.online_not_safe", field="online_url")
    if not online_seats and not checked.number("seats"):
        raise Refused("event.no_seats", field="seats")
    return {
        "mode": SignUpMode(checked.text("mode") or SignUpMode.DIRECT),
        "queue": QueuePolicy(checked.text("queue") or QueuePolicy.STRICT),
        "online_url": url,
        "online_seats": online_seats,
        **{name: usual if given[name] is None else given[name] for name, usual in hours.items()},
    }


def _moment(day: object, at: object, name: str) -> datetime:
    if not isinstance(day, date) or not isinstance(at, time):
        raise Refused("form.incomplete", field=name)
    return instant(day, at, field=name)


def _venue(checked: Checked) -> VenuePlan:
    return VenuePlan(
        name=checked.text("venue"),
        municipality_code=checked.text("municipality"),
        address=checked.text("address"),
        access=checked.text("access"),
    )
