"""Who changed a gathering."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Account, JournalLine

ACCOUNT = "account:"


def editors(session: Session, event_id: int, *, since: datetime) -> tuple[str, ...]:
    """The names of who did something to a gathering after `since`, the last one first."""
    query = select(JournalLine.actor).where(
        JournalLine.subject_kind == "event",
        JournalLine.kind.startswith("event."),
        JournalLine.subject_id == event_id,
        JournalLine.at > since,
    )
    actors = dict.fromkeys(session.scalars(query.order_by(JournalLine.id.desc())))
    numbers = [int(one.removeprefix(ACCOUNT)) for one in actors if one.startswith(ACCOUNT)]
    rows = {row.id: row.name for row in session.scalars(select(Account).where(Account.id.in_(numbers)))}
    return tuple(rows[number] for number in numbers if number in rows)
