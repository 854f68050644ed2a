"""What happened meanwhile and belongs in charts: a law, a term, a campaign."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import quality_only
from domain.refused import Refused
from store.models import Marker
from store.states import MarkerKind

LONGEST_NAME = 120


@dataclass(frozen=True)
class MarkerPlan:
    """`ends_on` is empty for what took one day, or is so from that day on."""

    kind: MarkerKind
    name: str
    starts_on: date
    ends_on: date | None = None


def add(session: Session, plan: MarkerPlan, *, by: Actor, now: datetime) -> int:
    """Mark something in the charts. Returns its id; raises `Refused` about the field that is wrong."""
    quality_only(by)
    row = Marker()
    _write(row, plan)
    session.add(row)
    session.flush()
    journal.record(session, "marker.added", ("marker", row.id), by=by, now=now, of=plan.kind)
    return row.id


def change(
    session: Session, marker_id: int, plan: MarkerPlan, *, by: Actor, now: datetime, seen: MarkerPlan | None = None
) -> None:
    """Change a marker. Raises `Refused` when it is gone or no longer as it was `seen`, or about a field."""
    quality_only(by)
    row = session.get(Marker, marker_id, with_for_update=True)
    if row is None or seen not in (None, _plan(row)):
        raise Refused("marker.changed_meanwhile")
    _write(row, plan)
    journal.record(session, "marker.changed", ("marker", row.id), by=by, now=now, of=plan.kind)


def remove(session: Session, marker_id: int, *, by: Actor, now: datetime) -> MarkerPlan | None:
    """Take a marker out of the charts; gives what it was, so that it can be added again. Twice is harmless."""
    quality_only(by)
    row = session.get(Marker, marker_id)
    if row is None:
        return None
    was = _plan(row)
    session.delete(row)
    session.flush()
    journal.record(session, "marker.removed", ("marker", marker_id), by=by, now=now, of=was.kind)
    return was


def _plan(row: Marker) -> MarkerPlan:
    return MarkerPlan(row.kind, row.name, row.starts_on, row.ends_on)


def _write(row: Marker, plan: MarkerPlan) -> None:
    name = " ".join(plan.name.split())[:LONGEST_NAME]
    if not name:
        raise Refused("marker.name_needed", field="name")
    if plan.ends_on and plan.ends_on < plan.starts_on:
        raise Refused("marker.backwards", field="ends_on")
    row.kind, row.name, row.starts_on, row.ends_on = plan.kind, name, plan.starts_on, plan.ends_on
