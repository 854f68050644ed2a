"""A buddy who stops hosts nothing any more that is to come."""

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from store.models import Event, EventHost
from store.queries.gatherings.hosts import WANTED, after_yes
from store.states import HostState


def lock(session: Session, buddy_id: int, *, now: datetime) -> None:
    """Lock what is to come, before the buddy: who asks and answers locks in that order too."""
    session.scalars(_open(buddy_id, now).with_for_update(of=Event)).all()


def end_all(session: Session, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """Every question and every yes becomes a no, with a line in the journal for each. The buddy's row must be locked.

    What has begun stays as it is.
    """
    for event_id in session.scalars(_open(buddy_id, now)).all():
        row = session.get_one(EventHost, (event_id, buddy_id), populate_existing=True)
        row.state, row.answered_at = HostState.DECLINED, now
        facts = {"buddy": buddy_id, **after_yes(session, event_id, buddy_id)}
        journal.record(session, "host.stopped", ("event", event_id), by=by, now=now, **facts)


def _open(buddy_id: int, now: datetime) -> Select[int]:
    query = select(Event.id).join(EventHost, EventHost.event_id == Event.id).order_by(Event.id)
    return query.where(EventHost.buddy_id == buddy_id, EventHost.state.in_(WANTED), Event.starts_at > now)
