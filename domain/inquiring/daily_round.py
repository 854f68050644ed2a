"""What the clock does about inquiries once a day: tell of those without a name, warn in time, and forget."""

from datetime import date, datetime, time

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from domain.inquiring import forgetting, promise
from domain.inquiring.asking import QUEUE
from domain.local_time import instant, wall
from store.door_states import InquiryState
from store.models import Inquiry, InquiryMessage, JournalLine

DUE = "inquiries.due"


def tend(session: Session, now: datetime) -> int:
    """Gives how many inquiries it was about. Twice in a day is harmless, also for two clocks at the same moment."""
    today = wall(now)[0]
    return _note(session, today, now) + _warn(session, today, now) + _forget(session, today, now)


def _note(session: Session, today: date, now: datetime) -> int:
    """One line for all that came in without a name before today: how many, and of none which or when.

    The rows are written anew in the order of their numbers, so that how they lie in the database tells no order either.
    """
    newest = select(func.max(InquiryMessage.written_on)).where(InquiryMessage.inquiry_id == Inquiry.id)
    waiting = select(Inquiry.id).where(Inquiry.noted.is_(False), newest.scalar_subquery() < today)
    numbers = session.scalars(waiting.order_by(Inquiry.id)).all()
    noted = sum(_note_one(session, number) for number in numbers)
    if noted:
        journal.record(session, "inquiries.came_in", QUEUE, by=CLOCK, now=now, number=noted)
    return noted


def _note_one(session: Session, number: int) -> bool:
    """Whether it was not noted yet: another clock may have been first."""
    new = update(Inquiry).where(Inquiry.id == number, Inquiry.noted.is_(False)).values(noted=True)
    if not session.scalars(new.returning(Inquiry.id)).all():
        return False
    same = InquiryMessage.written_on
    session.execute(update(InquiryMessage).where(InquiryMessage.inquiry_id == number).values(written_on=same))
    return True


def _warn(session: Session, today: date, now: datetime) -> int:
    """Once on a working day, of what has to be answered today or tomorrow and what is late."""
    if not promise.is_working_day(session, today):
        return 0
    soon = promise.next_working_day(session, today)
    due = (Inquiry.state == InquiryState.OPEN, Inquiry.answer_by <= soon, Inquiry.asked_on < today)
    # Locked, so that the second of two clocks waits here until it can see what the first one wrote.
    query = select(Inquiry.id, Inquiry.answer_by).where(*due).order_by(Inquiry.id).with_for_update()
    dates = [day for _number, day in session.execute(query)]
    if not dates or _has_warned(session, today):
        return 0
    late = sum(one < today for one in dates)
    journal.record(session, DUE, QUEUE, by=CLOCK, now=now, number=len(dates), late=late)
    return len(dates)


def _has_warned(session: Session, today: date) -> bool:
    since = JournalLine.at >= instant(today, time())
    return session.scalar(select(JournalLine.id).where(JournalLine.kind == DUE, since).limit(1)) is not None


def _forget(session: Session, today: date, now: datetime) -> int:
    gone = forgetting.forget_old(session, today)
    if gone:
        journal.record(session, "inquiries.forgotten", QUEUE, by=CLOCK, now=now, number=gone)
    return gone
