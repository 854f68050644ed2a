"""Every night one place is counted again, another one each night: what differs is put right, and told."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from domain.local_time import wall
from domain.register.freshness import COUNTS, counting
from store import marks
from store.models import DirtyCell, Municipality, Question, Rollup
from store.rollup import ELSEWHERE, EVERYTHING, Cell, put_right

DIFFERED = "counts.differed"


def recheck(session: Session, *, now: datetime) -> int:
    """Count the place of tonight again in all its months; gives how many counts were wrong, which is a fault of ours.

    What changed since it was counted carries a mark and is no fault. Who registers meanwhile marks in the same
    transaction, and nobody takes a mark away while we count: so what differs without a mark stood there wrong.
    """
    marks.settle(session)
    with counting(session, COUNTS, now=now) as tally:
        places = [ELSEWHERE, *session.scalars(select(Municipality.code).order_by(Municipality.code))]
        place = places[wall(now)[0].toordinal() % len(places)]
        found = put_right(session, _cells(_months(session), [place]))
        found += put_right(session, _cells(_with_a_wrong_sum(found), places))
        tally.months, tally.rows = len({month for month, _place in found}), len(found)
        wrong = _without_a_mark(session, found)
    if wrong:
        months = [month for month, _place in wrong]
        facts = {"place": place, "counts": len(wrong), "last": max(months)}
        journal.record(session, DIFFERED, ("month", min(months)), by=CLOCK, now=now, **facts)
    return len(wrong)


def _cells(months: Iterable[int], places: Collection[str]) -> set[Cell]:
    """These places in each month, and the sum of all places there."""
    return {(month, place) for month in months for place in (*places, EVERYTHING)}


def _months(session: Session) -> Iterable[int]:
    """From the first with a question or a count up to the last."""
    asked = session.execute(select(func.min(Question.month), func.max(Question.month))).one()
    of_all = select(func.min(Rollup.month), func.max(Rollup.month)).where(Rollup.topic == EVERYTHING)
    ends = [month for month in (*asked, *session.execute(of_all).one()) if month is not None]
    return range(min(ends), max(ends) + 1) if ends else ()


def _with_a_wrong_sum(found: Collection[Cell]) -> set[int]:
    """Where the sum was wrong though this place was not: then it may be any place, and all of them are counted."""
    return {month for month, place in found if place == EVERYTHING} - _of_a_place(found)


def _of_a_place(found: Collection[Cell]) -> set[int]:
    return {month for month, place in found if place != EVERYTHING}


def _without_a_mark(session: Session, found: Collection[Cell]) -> list[Cell]:
    """What was wrong though nothing waits there; a sum changes with the counts in it, which is no second fault."""
    waiting = {(month, place) for month, place in session.execute(select(DirtyCell.month, DirtyCell.municipality))}
    waiting |= {one for one in found if (one[0], EVERYTHING) in waiting}
    months = _of_a_place(found)
    return [one for one in found if one not in waiting and (one[1] != EVERYTHING or one[0] not in months)]
