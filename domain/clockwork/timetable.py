"""The timetable: which job is due when, how long it may take, and until when it still makes sense."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from domain import catalogue
from domain.clockwork import rhythms
from domain.clockwork.rhythms import DAY, Always, Due, Rhythm

# Longer than the longest rhythm, so that a monthly job is never forgotten after a long stop.
LOOK_BACK = 62 * DAY


@dataclass(frozen=True)
class Job:
    """One line of the timetable: late `grace` after its moment; past `useful` it is skipped instead of caught up."""

    key: str
    label: str
    help: str
    rhythm: Rhythm
    grace: timedelta
    useful: timedelta

    @property
    def is_continuous(self) -> bool:
        return isinstance(self.rhythm, Always)

    def due(self, last: datetime | None, now: datetime) -> Iterator[tuple[Due, bool]]:
        """The periods since `last`, each with whether it is still useful; without a last one only the latest period."""
        if last is None or last > now:
            found = list(self.rhythm.between(now - LOOK_BACK, now))[-1:]
        else:
            found = list(self.rhythm.between(max(last, now - LOOK_BACK), now))
        return ((due, now - due.at <= self.useful) for due in found)


def load(session: Session) -> tuple[Job, ...]:
    """Every job that is switched on, in the order of the page."""
    return tuple(_job(entry) for entry in catalogue.entries(session, "timetable"))


def job(session: Session, key: str) -> Job:
    """One job; raises `Refused("catalogue.unknown")`."""
    return _job(catalogue.entry(session, "timetable", key))


def _job(entry: catalogue.Entry) -> Job:
    return Job(
        key=entry.key,
        label=entry.label,
        help=entry.help,
        rhythm=rhythms.read(entry.data),
        grace=timedelta(minutes=entry.data["grace"]),
        useful=timedelta(minutes=entry.data.get("useful", 0)),
    )
