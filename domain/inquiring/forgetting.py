"""An inquiry goes away with all that was written about it: by who asked at once, by us when its days are over."""

from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from domain.post import letters
from store.door_states import InquiryState
from store.models import Inquiry, Link
from store.states import LinkPurpose

PART = 500


def forget(session: Session, row: Inquiry) -> None:
    """Its words, how to reach who asked, links to it, and what letters said. Nothing more is sent."""
    number = row.id
    session.execute(delete(Link).where(Link.purpose == LinkPurpose.INQUIRY, Link.subject_id == number))
    letters.forget(session, {"inquiry": (number,)}, reader=f"inquiry:{number}")
    session.delete(row)
    session.flush()


def forget_old(session: Session, today: date) -> int:
    """What was answered or closed, and whose days are over; gives how many. What still waits for us stays."""
    old = (Inquiry.state != InquiryState.OPEN, Inquiry.forget_on <= today)
    rows = session.scalars(select(Inquiry).where(*old).order_by(Inquiry.id).limit(PART).with_for_update()).all()
    for row in rows:
        forget(session, row)
    return len(rows)
