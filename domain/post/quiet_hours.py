"""The hours in which nobody wants to hear from us."""

from datetime import datetime, time, timedelta

from domain.local_time import instant, wall

EVENING, MORNING = time(20), time(8)
TIME_TO_ANSWER = timedelta(hours=1)


def is_quiet(moment: datetime) -> bool:
    """Whether it is between eight in the evening and eight in the morning."""
    at = wall(moment)[1]
    return at >= EVENING or at < MORNING


def waking(moment: datetime) -> datetime:
    """The first moment from `moment` on at which a letter may arrive."""
    if not is_quiet(moment):
        return moment
    day, at = wall(moment)
    return instant(day + timedelta(days=1) if at >= EVENING else day, MORNING)


def answerable(moment: datetime) -> datetime:
    """A last moment to answer that does not fall in the night: then an hour after it is over."""
    return waking(moment) + TIME_TO_ANSWER if is_quiet(moment) else moment
