"""Who changed something."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Account, JournalLine

ACCOUNT = "account:"


def editors(session: Session, noun: str, number: int, *, since: datetime) -> tuple[str, ...]:
    """The names of who did something to it after `since`, the last one first."""
    query = select(JournalLine.actor).where(
        JournalLine.subject_kind == noun,
        JournalLine.kind.startswith(f"{noun}."),
        JournalLine.subject_id == number,
        JournalLine.at > since,
    )
    actors = dict.fromkeys(session.scalars(query.order_by(JournalLine.id.desc())))
    numbers = [int(one.removeprefix(ACCOUNT)) for one in actors if one.startswith(ACCOUNT)]
    rows = {row.id: row.name for row in session.scalars(select(Account).where(Account.id.in_(numbers)))}
    return tuple(rows[number] for number in numbers if number in rows)
