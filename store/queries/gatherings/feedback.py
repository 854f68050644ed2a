"""What people said about a gathering, as staff see it."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Feedback

FEWEST = 3  # answers; of fewer an average says more about a person than about a gathering
ANSWERS = (5, 4, 3, 2, 1)


@dataclass(frozen=True)
class Said:
    """`average` and `counts` (by answer, from 5 to 1) are known from three answers on; `remarks` stand in no order
    that tells when they were made.
    """

    answers: int
    average: float | None
    counts: tuple[int, ...]
    remarks: tuple[str, ...]


def said(session: Session, event_id: int) -> Said:
    rows = session.scalars(select(Feedback).where(Feedback.event_id == event_id)).all()
    given = Counter(row.helped for row in rows)
    remarks = tuple(sorted(row.remark for row in rows if row.remark))
    if len(rows) < FEWEST:
        return Said(len(rows), None, (), remarks)
    return Said(len(rows), sum(given.elements()) / len(rows), tuple(given[one] for one in ANSWERS), remarks)
