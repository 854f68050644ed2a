"""What was said about pairs of a parent and a buddy."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import PairWish

ACQUAINTED, VETO = "acquainted", "veto"


@dataclass(frozen=True)
class Said:
    """`kind` is one of the two; `said_by` is staff, buddy or parent."""

    request_id: int
    buddy_id: int
    kind: str
    said_by: str
    said_at: datetime


def of_request(session: Session, request_id: int) -> tuple[Said, ...]:
    """What was said about this request, the first said first."""
    query = select(PairWish).where(PairWish.request_id == request_id).order_by(PairWish.said_at, PairWish.buddy_id)
    return tuple(
        Said(row.request_id, row.buddy_id, row.kind, row.said_by, row.said_at) for row in session.scalars(query)
    )
