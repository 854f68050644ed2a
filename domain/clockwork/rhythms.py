"""Rhythms: when something is due by the clock on the wall, right through both clock changes. Pure."""

from abc import ABC, abstractmethod
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Protocol

from i18n import _, lazy, n_
from i18n.dates import AMSTERDAM

DAY = timedelta(days=1)
WEEKDAYS = {
    "monday": lazy("maandag"),
    "tuesday": lazy("dinsdag"),
    "wednesday": lazy("woensdag"),
    "thursday": lazy("donderdag"),
    "friday": lazy("vrijdag"),
    "saturday": lazy("zaterdag"),
    "sunday": lazy("zondag"),
}


@dataclass(frozen=True)
class Due:
    """A period with a name that no other one has, and the moment from which its work may start."""

    period: str
    at: datetime


class Rhythm(Protocol):
    def between(self, after: datetime, until: datetime) -> Iterator[Due]:
        """The periods that are due later than `after` and not later than `until`, oldest first."""

    def next(self, after: datetime) -> datetime | None:
        """The first moment later than `after`; None when it never rests."""

    def __str__(self) -> str:
        """When, in words."""


@dataclass(frozen=True)
class Always:
    """Without rest: there are no periods."""

    def between(self, after: datetime, until: datetime) -> Iterator[Due]:
        return iter(())

    def next(self, after: datetime) -> datetime | None:
        return None

    def __str__(self) -> str:
        return _("Doorlopend")


@dataclass(frozen=True)
class Every:
    """Each so many minutes. After a stop only the last period counts: the others would do the same work again."""

    minutes: int

    def between(self, after: datetime, until: datetime) -> Iterator[Due]:
        at = self._latest(until)
        if at > after:
            yield Due(f"{at:%Y-%m-%dT%H:%MZ}", at)

    def next(self, after: datetime) -> datetime:
        return self._latest(after) + timedelta(minutes=self.minutes)

    def _latest(self, moment: datetime) -> datetime:
        seconds = self.minutes * 60
        return datetime.fromtimestamp(moment.timestamp() // seconds * seconds, UTC)

    def __str__(self) -> str:
        return n_("Elke minuut", "Elke {n} minuten", self.minutes)


@dataclass(frozen=True)
class Dated(ABC):
    """On dates, at a time on the wall: each date exactly once.

    A time that the March night skips comes an hour later; one that comes twice in October means the first.
    """

    at: time

    def between(self, after: datetime, until: datetime) -> Iterator[Due]:
        day = after.astimezone(AMSTERDAM).date()
        while day <= until.astimezone(AMSTERDAM).date():
            moment = datetime.combine(day, self.at, tzinfo=AMSTERDAM).astimezone(UTC)
            if self.falls_on(day) and after < moment <= until:
                yield Due(self.name(day), moment)
            day += DAY

    def next(self, after: datetime) -> datetime:
        return next(self.between(after, after + 32 * DAY)).at

    @abstractmethod
    def falls_on(self, day: date) -> bool:
        """Whether this date is one of them."""

    @abstractmethod
    def name(self, day: date) -> str:
        """The name of the period that this date stands for."""


@dataclass(frozen=True)
class Daily(Dated):
    def falls_on(self, day: date) -> bool:
        return True

    def name(self, day: date) -> str:
        return day.isoformat()

    def __str__(self) -> str:
        return _("Elke dag om {time}", time=f"{self.at:%H:%M}")


@dataclass(frozen=True)
class Weekly(Dated):
    weekday: str

    def falls_on(self, day: date) -> bool:
        return day.weekday() == list(WEEKDAYS).index(self.weekday)

    def name(self, day: date) -> str:
        return f"{day:%G-W%V}"

    def __str__(self) -> str:
        return _("Elke {weekday} om {time}", weekday=WEEKDAYS[self.weekday], time=f"{self.at:%H:%M}")


@dataclass(frozen=True)
class Monthly(Dated):
    """On a day of the month; in a month that is too short on its last day."""

    day: int

    def falls_on(self, day: date) -> bool:
        return day.day == min(self.day, monthrange(day.year, day.month)[1])

    def name(self, day: date) -> str:
        return f"{day:%Y-%m}"

    def __str__(self) -> str:
        return _("Elke maand op dag {day} om {time}", day=self.day, time=f"{self.at:%H:%M}")


def read(data: Mapping[str, Any]) -> Rhythm:
    """The rhythm that a timetable entry names; raises ValueError when it makes no sense.

    `always = true`, `every = 5` (minutes), `daily = "06:30"`, `weekly = "monday 07:00"` or `monthly = "10 06:30"`.
    """
    match data:
        case {"always": True}:
            return Always()
        case {"every": int(minutes)} if minutes > 0:
            return Every(minutes)
        case {"daily": str(at)}:
            return Daily(time.fromisoformat(at))
        case {"weekly": str(text)} if (words := text.split()) and words[0] in WEEKDAYS:
            return Weekly(time.fromisoformat(words[-1]), words[0])
        case {"monthly": str(text)} if (words := text.split()) and 1 <= int(words[0]) <= 31:
            return Monthly(time.fromisoformat(words[-1]), int(words[0]))
    raise ValueError(f"no rhythm in {dict(data)}")
