"""Who changed something."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Account, JournalLine

ACCOUNT = "account:"


def editors(
    session: Session,
    noun: str,
    number: int,
    *,
    since: datetime,
    kind: str = "",
    facts: Mapping[str, object] | None = None,
) -> tuple[str, ...]:
    """The names of who did something to it after `since`, the last one first.

    Only things of this `kind`, and with precisely these `facts`, where they are given.
    """
    query = select(JournalLine.actor, JournalLine.facts).where(
        JournalLine.subject_kind == noun,
        JournalLine.kind == kind if kind else JournalLine.kind.startswith(f"{noun}."),
        JournalLine.subject_id == number,
        JournalLine.at > since,
    )
    found = session.execute(query.order_by(JournalLine.id.desc()))
    actors = dict.fromkeys(actor for actor, said in found if facts is None or said == facts)
    numbers = [int(one.removeprefix(ACCOUNT)) for one in actors if one.startswith(ACCOUNT)]
    rows = {row.id: row.name for row in session.scalars(select(Account).where(Account.id.in_(numbers)))}
    return tuple(rows[number] for number in numbers if number in rows)


def editors_of_entry(session: Session, catalogue: str, key: str, *, since: datetime) -> tuple[str, ...]:
    """The same for what an entry of a catalogue says; who only switched it on or off is not among them."""
    facts = {"catalogue": catalogue, "key": key}
    return editors(session, "catalogue", 0, since=since, facts=facts)
