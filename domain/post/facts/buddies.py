"""What letters say about a buddy."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.buddying import certificates
from domain.local_time import wall
from domain.post.facts.about import Recipient, called, no_calendar, no_link, staff
from domain.post.facts.proposals import buddy
from i18n import day
from store.models import Buddy

STOPPED, ENDING, HERE = "stopped", "certificate_ending", "here"

calendar = no_calendar
link = no_link


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    """Whether they stopped, whether their certificate ends soon, or else simply that they are here."""
    row = session.get(Buddy, subject_id)
    if row is None:
        return None
    if row.stopped_at is not None:
        return STOPPED
    ending = certificates.is_ending(row.certificate_seen_on, wall(now)[0], certificates.warns_within(session))
    return ENDING if ending else HERE


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    if who != "buddy":
        return staff(session, who, ("buddy", subject_id))
    row = session.get(Buddy, subject_id)
    return (buddy(row, ("buddy", subject_id)),) if row else ()


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    row = session.get_one(Buddy, subject_id)
    ends = certificates.ends(row.certificate_seen_on)
    return {"buddy": called(row.name), "geldt_tot": day(ends) if ends else ""}


def screen(session: Session, subject_id: int) -> str:
    return f"/werk/buddys/{subject_id}"
