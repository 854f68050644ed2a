"""Experienced parents who offer support: taking them in, keeping them up to date, rest and goodbye."""

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import own_or_staff, staff_only
from domain.availability import busy_rows
from domain.buddying import buddy_accounts, profiles
from domain.buddying.profiles import Profile
from domain.gatherings import host_goodbye
from domain.local_time import wall
from domain.refused import Refused
from store.models import Buddy, Match, Proposal
from store.queries.buddying.buddies import WAITING
from store.states import MatchState


def add(session: Session, new: Profile, *, by: Actor, now: datetime) -> int:
    """Take a buddy in. Raises `Refused` when the mail address is taken or the load is out of bounds."""
    staff_only(by)
    row = Buddy(created_at=now)
    profiles.write(session, row, new)
    session.add(row)
    session.flush()
    journal.record(session, "buddy.added", ("buddy", row.id), by=by, now=now)
    return row.id


def change(session: Session, buddy_id: int, changed: Profile, *, by: Actor, now: datetime) -> None:
    """Replace what is known of a buddy, also with which address they sign in.

    Running matches stay, also when the new load is lower.
    """
    staff_only(by)
    row = locked(session, buddy_id)
    profiles.write(session, row, changed)
    buddy_accounts.follow(session, buddy_id, changed.email, by=by, now=now)
    journal.record(session, "buddy.changed", ("buddy", buddy_id), by=by, now=now)


def pause(session: Session, buddy_id: int, *, until: date | None = None, by: Actor, now: datetime) -> None:
    """No new proposals for a while; nobody asks why. `until` is the first day after it. Twice is harmless."""
    own_or_staff(by, buddy_id)
    row = locked(session, buddy_id)
    if until is not None and until <= wall(now)[0]:
        raise Refused("buddy.pause_past", field="until")
    if row.paused_since is not None and row.paused_until == until:
        return
    row.paused_since, row.paused_until = row.paused_since or now, until
    facts = {"until": str(until)} if until else {}
    journal.record(session, "buddy.paused", ("buddy", buddy_id), by=by, now=now, **facts)


def resume(session: Session, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """Open for proposals again. Twice is harmless."""
    own_or_staff(by, buddy_id)
    row = locked(session, buddy_id)
    if row.paused_since is not None:
        row.paused_since = row.paused_until = None
        journal.record(session, "buddy.resumed", ("buddy", buddy_id), by=by, now=now)


def stop(session: Session, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """Say goodbye; what the buddy hosts, or is asked to, needs somebody else. Twice is harmless.

    Raises `Refused("buddy.still_linked")` while a match runs or a proposal waits.
    """
    staff_only(by)
    host_goodbye.lock(session, buddy_id, now=now)
    row = locked(session, buddy_id)
    if row.stopped_at is not None:
        return
    if running(session, buddy_id) or asked(session, buddy_id):
        raise Refused("buddy.still_linked")
    row.stopped_at = now
    journal.record(session, "buddy.stopped", ("buddy", buddy_id), by=by, now=now)
    host_goodbye.end_all(session, buddy_id, by=by, now=now)
    busy_rows.forget(session, row)


def locked(session: Session, buddy_id: int) -> Buddy:
    """The buddy's row as it is now, which nobody else can change before this transaction ends."""
    row = session.get(Buddy, buddy_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("not_found")
    return row


def running(session: Session, buddy_id: int) -> int:
    """How many matches of this buddy run."""
    query = select(func.count()).where(Match.buddy_id == buddy_id, Match.state == MatchState.RUNNING)
    return session.scalar(query) or 0


def asked(session: Session, buddy_id: int) -> int:
    """How many proposals of this buddy wait for an answer, their own or the parent's."""
    query = select(func.count()).where(Proposal.buddy_id == buddy_id, Proposal.state.in_(WAITING))
    return session.scalar(query) or 0
