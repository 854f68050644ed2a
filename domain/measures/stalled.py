"""Matches that run but where nobody seems to speak any more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.care.standing import Standing
from store.queries.buddying.matches import MatchRow

NO_CONTACT_AFTER = timedelta(days=7)


@dataclass(frozen=True)
class Stalled:
    """`silent` is since the last contact, or since the match when there was none."""

    match: MatchRow
    silent: timedelta


def stalled(running: Iterable[Standing], now: datetime) -> tuple[Stalled, ...]:
    """No contact a week after the match, or silent by the list of matches; who is silent longest comes first."""
    found = [
        Stalled(one.match, now - (one.match.last_contact_at or one.match.started_at))
        for one in running
        if (one.silent is not None if one.match.last_contact_at else now - one.match.started_at >= NO_CONTACT_AFTER)
    ]
    return tuple(sorted(found, key=lambda one: (-one.silent, one.match.id)))
