"""Quarters of an hour that appointments take: the primary key of their table lets nobody be in two places at once."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from domain.refused import Refused
from store.models import Appointment, Buddy, TakenQuarter

SECONDS = 15 * 60


def is_whole(moment: datetime) -> bool:
    """Whether a quarter of an hour begins at this moment, which it then does on the clock on the wall too."""
    return moment.timestamp() % SECONDS == 0


def take(session: Session, row: Appointment) -> None:
    """Take the time of this appointment for both; a buddy's rest after it counts as taken, before it doesn't.

    Raises `Refused("appointment.buddy_taken")` or `Refused("appointment.parent_taken")`, after which the savepoint of
    the caller must be undone.
    """
    rest = session.scalars(select(Buddy.buffer_minutes).where(Buddy.id == row.buddy_id)).one()
    until = row.ends_at + timedelta(minutes=rest)
    _take(session, f"request:{row.request_id}", row.starts_at, row.ends_at, row.id, "appointment.parent_taken")
    _take(session, f"buddy:{row.buddy_id}", row.starts_at, until, row.id, "appointment.buddy_taken")


def release(session: Session, appointment_id: int) -> None:
    """Give the time of this appointment back."""
    session.execute(delete(TakenQuarter).where(TakenQuarter.appointment_id == appointment_id))


def forget_past(session: Session, now: datetime) -> None:
    """Quarters that are over can't be taken any more, so their rows are not needed."""
    session.execute(delete(TakenQuarter).where(TakenQuarter.quarter < int(now.timestamp()) // SECONDS))


def _take(session: Session, who: str, start: datetime, end: datetime, appointment_id: int, refusal: str) -> None:
    rows = [{"who": who, "quarter": one, "appointment_id": appointment_id} for one in _quarters(start, end)]
    try:
        session.execute(insert(TakenQuarter), rows)
    except IntegrityError as taken:
        raise Refused(refusal, field="starts_at") from taken


def _quarters(start: datetime, end: datetime) -> Iterable[int]:
    """Every quarter that is touched, the last one also when only its first minutes are."""
    return range(int(start.timestamp()) // SECONDS, -(-int(end.timestamp()) // SECONDS))
