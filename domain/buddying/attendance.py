"""Which buddies came to a training or to peer supervision."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import staff_only
from domain.local_time import wall
from domain.refused import Refused
from store.models import Buddy, BuddyAttendance
from store.queries.buddying.buddy_attendance import SUPERVISION, TRAINING

KINDS = (SUPERVISION, TRAINING)


def note(
    session: Session, kind: str, met_on: date, buddy_ids: Collection[int], *, by: Actor, now: datetime
) -> tuple[int, int]:
    """These buddies came that day and nobody else; gives how many are added and how many taken away.

    Twice is harmless. Raises `Refused` for a day that is still to come, or for somebody who is no buddy.
    """
    staff_only(by)
    if kind not in KINDS:
        raise Refused("not_found")
    if met_on > wall(now)[0]:
        raise Refused("attendance.to_come", field="met_on")
    wanted, before = set(buddy_ids), _present(session, kind, met_on)
    # Locked in one order, and only then read again: two people who save at once are one after the other.
    query = select(Buddy.id).where(Buddy.id.in_(wanted | before)).order_by(Buddy.id).with_for_update()
    if not wanted <= set(session.scalars(query)):
        raise Refused("not_found")
    before = _present(session, kind, met_on)
    added, gone = sorted(wanted - before), sorted(before - wanted)
    session.add_all(BuddyAttendance(buddy_id=one, kind=kind, met_on=met_on) for one in added)
    for one in gone:
        session.delete(session.get_one(BuddyAttendance, (one, kind, met_on)))
    session.flush()
    changed = [("buddy.attended", one) for one in added] + [("buddy.not_attended", one) for one in gone]
    for told, one in changed:
        journal.record(session, told, ("buddy", one), by=by, now=now, gathering=kind, met_on=str(met_on))
    return len(added), len(gone)


def _present(session: Session, kind: str, met_on: date) -> set[int]:
    query = select(BuddyAttendance.buddy_id).where(BuddyAttendance.kind == kind, BuddyAttendance.met_on == met_on)
    return set(session.scalars(query))
