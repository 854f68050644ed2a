"""What the clock does about inquiries once a day: tell of those without a name, warn in time, and forget."""

from datetime import date, datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from domain.inquiring import forgetting, promise
from domain.inquiring.asking import QUEUE
from domain.local_time import wall
from store.door_states import InquiryState
from store.models import Inquiry, InquiryMessage


def tend(session: Session, now: datetime) -> int:
    """Gives how many inquiries it was about. Run twice in a day it warns twice; the timetable runs it once."""
    today = wall(now)[0]
    return _note(session, today, now) + _warn(session, today, now) + _forget(session, today, now)


def _note(session: Session, today: date, now: datetime) -> int:
    """One line for all that came in without a name before today: how many, and of none which or when.

    The rows are written anew in the order of their numbers, so that how they lie in the database tells no order either.
    """
    newest = select(func.max(InquiryMessage.written_on)).where(InquiryMessage.inquiry_id == Inquiry.id)
    waiting = select(Inquiry.id).where(Inquiry.noted.is_(False), newest.scalar_subquery() < today)
    numbers = session.scalars(waiting.order_by(Inquiry.id)).all()
    for number in numbers:
        session.execute(update(Inquiry).where(Inquiry.id == number).values(noted=True))
        same = InquiryMessage.written_on
        session.execute(update(InquiryMessage).where(InquiryMessage.inquiry_id == number).values(written_on=same))
    if numbers:
        journal.record(session, "inquiries.came_in", QUEUE, by=CLOCK, now=now, number=len(numbers))
    return len(numbers)


def _warn(session: Session, today: date, now: datetime) -> int:
    """On working days, of what has to be answered today or tomorrow and what is late."""
    if not promise.is_working_day(session, today):
        return 0
    soon = promise.next_working_day(session, today)
    due = (Inquiry.state == InquiryState.OPEN, Inquiry.answer_by <= soon, Inquiry.asked_on < today)
    dates = session.scalars(select(Inquiry.answer_by).where(*due)).all()
    late = sum(one < today for one in dates)
    if dates:
        journal.record(session, "inquiries.due", QUEUE, by=CLOCK, now=now, number=len(dates), late=late)
    return len(dates)


def _forget(session: Session, today: date, now: datetime) -> int:
    gone = forgetting.forget_old(session, today)
    if gone:
        journal.record(session, "inquiries.forgotten", QUEUE, by=CLOCK, now=now, number=gone)
    return gone
