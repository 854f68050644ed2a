"""Days as clocks in the Netherlands show them, also the day of 23 hours and the day of 25."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import groupby

from domain.local_time import instant
from i18n.dates import AMSTERDAM
from store.queries.buddying.free_time import Interval

MINUTE = timedelta(minutes=1)
QUARTER = 15


@dataclass(frozen=True)
class LocalDay:
    """A day, from midnight to midnight in minutes since 1970.

    A stretch says between which minutes of the day clocks ran on without a jump, and which minute since 1970 their
    midnight would have been. There are two of them on the days on which the clock changes.
    """

    day: date
    start: int
    end: int
    stretches: tuple[tuple[int, int, int], ...]

    @property
    def whole(self) -> Interval:
        return self.start, self.end

    def at(self, start: int, end: int) -> list[Interval]:
        """Every minute at which a clock shows a time from `start` to `end`, minutes since midnight.

        The hour that March skips is not there; the hour that comes twice in October is there twice.
        """
        return [
            (max(start, first) + midnight, min(end, last) + midnight)
            for first, last, midnight in self.stretches
            if max(start, first) < min(end, last)
        ]


def local_days(first: date, last: date) -> tuple[LocalDay, ...]:
    """The days from `first` to `last`, both included."""
    return tuple(local_day(first + timedelta(days=number)) for number in range((last - first).days + 1))


@lru_cache(maxsize=2048)
def local_day(day: date) -> LocalDay:
    start, end = (_minute(instant(one, time())) for one in (day, day + timedelta(days=1)))
    if end - start == 24 * 60:
        return LocalDay(day, start, end, ((0, 24 * 60, start),))
    return LocalDay(day, start, end, tuple(_stretches(start, end)))


def _stretches(start: int, end: int) -> list[tuple[int, int, int]]:
    midnight = start + _offset(start)  # as clocks show it
    found = []
    for offset, quarters in groupby(range(start, end, QUARTER), key=_offset):
        same = list(quarters)
        found.append((same[0] + offset - midnight, same[-1] + QUARTER + offset - midnight, midnight - offset))
    return found


def _offset(minute: int) -> int:
    ahead = moment(minute).astimezone(AMSTERDAM).utcoffset() or timedelta()
    return ahead // MINUTE


def _minute(when: datetime) -> int:
    return int(when.timestamp()) // 60


@lru_cache(maxsize=1 << 16)
def moment(minute: int) -> datetime:
    """The instant of a minute since 1970."""
    return datetime.fromtimestamp(minute * 60, UTC)
