"""Limits for what must leave no trace: counted in the memory of this process, never in the database.

A row in the database, even a hash with a time, would stand beside the day of an anonymous question and tell from which
neighbourhood it came. Price: each process counts for itself, and a restart begins anew.
"""

from datetime import datetime

from domain import limits
from domain.refused import Refused


class QuietLimit:
    """At most so many times per source in a window; what was counted is forgotten when the window is over.

    One for all pages that do the same work, whoever they speak to.
    """

    def __init__(self, key: str, *, most: int, minutes: int) -> None:
        self._key, self._most, self._minutes = key, most, minutes
        self._window, self._counted = 0, dict[str, int]()

    def count(self, source: str, now: datetime, *, times: int = 1) -> None:
        """Raises `Refused`, which says how long it really takes until the next window, past the limit."""
        window = limits.window_end(now, self._minutes)
        if window != self._window:
            self._window, self._counted = window, {}
        self._counted[source] = self._counted.get(source, 0) + times
        if self._counted[source] > self._most:
            raise Refused(self._key, minutes=limits.minutes_left(now, self._minutes))
