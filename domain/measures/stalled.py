"""Matches that run but where nobody seems to speak any more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from store.queries.matches import MatchRow

NO_CONTACT_AFTER = timedelta(days=7)
SILENT_AFTER = timedelta(days=21)  # where staff set nothing else


@dataclass(frozen=True)
class Stalled:
    """`silent` is since the last contact, or since the match when there was none."""

    match: MatchRow
    silent: timedelta


def stalled(running: Iterable[MatchRow], silence: timedelta, now: datetime) -> tuple[Stalled, ...]:
    """No contact a week after the match, or none for as long as `silence`; who is silent longest comes first."""
    found = [Stalled(one, now - (one.last_contact_at or one.started_at)) for one in running]
    late = [one for one in found if one.silent >= (silence if one.match.last_contact_at else NO_CONTACT_AFTER)]
    return tuple(sorted(late, key=lambda one: (-one.silent, one.match.id)))
