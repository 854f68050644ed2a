"""Which of the three questions whether it helped were answered; what came of them is in `measures`."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Helpfulness


def given(session: Session, match_id: int) -> frozenset[bool]:
    """At the start (False), at the end (True), or both."""
    return frozenset(session.scalars(select(Helpfulness.at_end).where(Helpfulness.match_id == match_id)))
