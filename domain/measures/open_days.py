"""On how many days a buddy could be asked: trained and with a certificate, not gone, not on a pause or at rest."""

from collections.abc import Iterable
from datetime import date, timedelta

from domain.buddying import certificates
from domain.local_time import wall
from store.queries.buddying.measures import Helper, Turn

BACK = {"buddy.resumed": "buddy.paused", "buddy.rested": "buddy.rests"}

Days = tuple[date, date]
"""From the first day up to the second, that one not included."""


def days_open(one: Helper, away: Iterable[Days], since: date, until: date) -> int:
    """Whole days between `since` and `until`; overlapping absences count once."""
    start, end = max(since, opened(one)), min(until, closed(one))
    days, free_from = 0, start
    for first, back in sorted(away):
        days += _between(free_from, min(first, end))
        free_from = max(free_from, back)
    return days + _between(free_from, end)


def opened(one: Helper) -> date:
    """The first day on which a buddy could be asked at all; never while there was no training."""
    return max(wall(one.created_at)[0], one.trained_on) if one.trained_on else date.max


def closed(one: Helper) -> date:
    """The first day on which a buddy could be asked no more: gone, or without a certificate that counts."""
    stopped = wall(one.stopped_at)[0] if one.stopped_at else date.max
    return min(stopped, certificates.ends(one.certificate_seen_on) or date.min)


def absences(steps: Iterable[Turn], today: date) -> dict[int, list[Days]]:
    """By buddy when they were away, up to and including today; a rest that was set longer goes on."""
    found: dict[int, list[Days]] = {}
    going: dict[tuple[int, str], tuple[date, date | None]] = {}
    for step in steps:
        day, kind = wall(step.at)[0], BACK.get(step.kind, step.kind)
        if (step.buddy_id, kind) in going:
            found.setdefault(step.buddy_id, []).append(_ended(*going.pop((step.buddy_id, kind)), day))
        if step.kind not in BACK:
            going[step.buddy_id, kind] = day, step.until
    for (buddy_id, _kind), (day, until) in going.items():
        found.setdefault(buddy_id, []).append(_ended(day, until, today + timedelta(days=1)))
    return found


def _ended(start: date, until: date | None, day: date) -> Days:
    return start, min(until, day) if until else day


def _between(start: date, end: date) -> int:
    return max(0, (end - start).days)
