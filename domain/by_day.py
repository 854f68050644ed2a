"""What must not tell its hour: it is dated the first moment of its day, and its number tells no order.

A number that counts on from the one before would tell the hour all the same: the lines around it have theirs.
"""

from datetime import datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import codes
from domain.local_time import instant, wall
from store.models import AutomationRun, JournalLine, Letter

MIDNIGHT = time()


def start_of_day(now: datetime) -> datetime:
    return instant(wall(now)[0], MIDNIGHT)


def is_a_day(moment: datetime) -> bool:
    """Whether this moment stands for its whole day."""
    return wall(moment)[1] == MIDNIGHT


def as_fine_as(known: datetime, now: datetime) -> datetime:
    """The moment `now`, written down beside `known`: no finer than that one."""
    return start_of_day(now) if is_a_day(known) else now


def own_number(session: Session, table: type[AutomationRun | JournalLine | Letter], known: datetime) -> dict[str, int]:
    """The `id` of a new row of which `known` is all that is told: below zero and at random where that is a day.

    Else nothing, so the usual one; also for the first row of all, because SQLite counts on from it.
    """
    if not is_a_day(known) or (session.scalar(select(func.max(table.id))) or 0) <= 0:
        return {}
    return {"id": -codes.number()}
