"""The kinds of gatherings, and what a new one of each kind starts with."""

from dataclasses import dataclass
from datetime import time

from domain import catalogue
from store.sessions import Session

A_DAY = 24 * 60


@dataclass(frozen=True)
class EventKind:
    """`colour` is the place of its colour in the row of seven; one that is not `public` is never on the agenda."""

    key: str
    name: str
    seats: int
    minutes: int
    start: time
    colour: int
    public: bool

    def end(self, start: time) -> time:
        """When one that begins at `start` ends; the last minute of the day when that would be past midnight."""
        minutes = start.hour * 60 + start.minute + self.minutes
        return time(minutes // 60, minutes % 60) if minutes < A_DAY else time(23, 59)


def kinds(session: Session) -> tuple[EventKind, ...]:
    """Every kind in its order, also those no longer chosen for a new gathering."""
    return tuple(_kind(one) for one in catalogue.entries(session, "event_kind", all_of_them=True))


def _kind(entry: catalogue.Entry) -> EventKind:
    data = entry.data
    return EventKind(
        key=entry.key,
        name=entry.label,
        seats=data["seats"],
        minutes=data["minutes"],
        start=time.fromisoformat(data["start"]),
        colour=data["colour"],
        public=data["public"],
    )
