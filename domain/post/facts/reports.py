"""What letters say that carry a report: to whom it was sent, after somebody approved it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.actors import Role
from domain.post.facts.about import Recipient, first_name, no_calendar, no_link
from domain.reporting.kinds import KINDS
from domain.reporting.reviewing import readers_of
from store.models import Account, Report

link = no_link
calendar = no_calendar


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    row = session.get(Report, subject_id)
    return row.state.value if row else None


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    """The readers that were chosen; somebody with two roles gets one letter."""
    row = session.get(Report, subject_id) if who == "readers" else None
    if row is None:
        return ()
    readers, subject = readers_of(row), ("report", subject_id)
    people = session.scalars(select(Account).where(Account.active).order_by(Account.id)).all()
    chosen = [one for one in people if {Role(role) for role in one.roles} & set(readers.roles)]
    known = {one.email.casefold() for one in chosen}
    others = [one for one in readers.addresses if one.casefold() not in known]
    return (
        *(Recipient(f"account:{one.id}", first_name(one.name), one.email, None, "nl", subject) for one in chosen),
        *(Recipient(f"address:{n}", "", address, None, "nl", subject) for n, address in enumerate(others, start=1)),
    )


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    row = session.get_one(Report, subject_id)
    return {
        "rapport": str(KINDS[row.kind].name),
        "periode": KINDS[row.kind].period(row.period),
        "samenvatting": str(row.facts["lead"]),
        "inleiding": row.opening,
    }


def screen(session: Session, subject_id: int) -> str:
    return f"/werk/rapporten/{subject_id}"
