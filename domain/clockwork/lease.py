"""The lease: of any number of clocks one leads, and its fence goes up with each new leader."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from store.models import Lease

NAME = "clock"
HOLDS = timedelta(seconds=10)
# Further ahead than this it was written by a computer whose time was wrong, and would never end.
NOT_BELIEVED = 3 * HOLDS


class LostLease(Exception):
    """Another clock leads by now: whatever was done must be rolled back."""


def take(session: Session, holder: str, now: datetime, *, holds: timedelta = HOLDS) -> int | None:
    """Become or stay the leader until `now` + `holds`; gives the fence, or None while another clock leads.

    A clock that comes back after its lease ended keeps its fence when nobody took over meanwhile.
    """
    lease = _locked(session)
    if lease.holder != holder:
        if _is_held(lease, now):
            return None
        lease.holder, lease.fence = holder, lease.fence + 1
    lease.held_until = now + holds
    return lease.fence


def is_free(session: Session, holder: str, now: datetime) -> bool:
    """Whether `holder` could lead now; looks without locking anything."""
    lease = session.get_one(Lease, NAME)
    return lease.holder == holder or not _is_held(lease, now)


def must_hold(session: Session, fence: int) -> None:
    """Raise `LostLease` unless `fence` still leads; nobody can take over before this transaction ends.

    Called last in a transaction, so that a leader that freezes holds the lease no longer than its time.
    """
    if _locked(session).fence != fence:
        raise LostLease


def give_up(session: Session, fence: int, now: datetime) -> None:
    """Let another clock lead at once; harmless when it already does."""
    lease = _locked(session)
    if lease.fence == fence:
        lease.holder, lease.held_until = "", now


def _locked(session: Session) -> Lease:
    return session.get_one(Lease, NAME, with_for_update=True, populate_existing=True)


def _is_held(lease: Lease, now: datetime) -> bool:
    return now < lease.held_until <= now + NOT_BELIEVED
