"""The register broken down by what was filled in: made again for the months that changed, by a job."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from domain.register.freshness import BREAKDOWNS, counting
from store import marks
from store.breakdown import recount
from store.models import DirtyMonth


def refresh(session: Session, *, now: datetime) -> int:
    """Break every marked month down again; gives how many months. Twice is harmless, a crash loses nothing."""
    months = 0
    while refresh_a_month(session, now=now):
        months += 1
    return months


def refresh_a_month(session: Session, *, now: datetime) -> int:
    """Break the oldest marked month down again; gives 0 when none is marked.

    The marks go before the register is read: whoever registers meanwhile leaves a new one.
    """
    marks.settle(session)
    with counting(session, BREAKDOWNS, now=now) as tally:
        month = session.scalar(select(DirtyMonth.month).order_by(DirtyMonth.month).limit(1))
        if month is not None:
            session.execute(delete(DirtyMonth).where(DirtyMonth.month == month))
            tally.months, tally.rows = 1, recount(session, month)
        return tally.months
