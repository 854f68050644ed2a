"""The account of a buddy: one mail address, to be written to and to sign in with."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal, links
from domain.actors import Actor, Role
from domain.refused import Refused
from store.models import Account
from store.sessions import blind_index
from store.states import LinkPurpose


def follow(session: Session, buddy_id: int, email: str, *, by: Actor, now: datetime) -> None:
    """A buddy with another mail address signs in with that one; links that went to the old address end.

    Raises `Refused` when it is somebody else's, and for a buddy who is staff too unless an administrator acts: who
    may change the address may have a password mailed to it.
    """
    query = select(Account).where(Account.buddy_id == buddy_id).with_for_update()
    row = session.scalar(query.execution_options(populate_existing=True))
    if row is None or row.email == email.strip():
        return
    if set(row.roles) - {Role.BUDDY} and not by.has(Role.ADMINISTRATOR):
        raise Refused("account.mail_of_staff", field="email")
    index = blind_index(session, email)
    if session.scalar(select(Account.id).where(Account.email_index == index, Account.id != row.id)):
        raise Refused("account.mail_taken", field="email")
    row.email, row.email_index = email.strip(), index
    links.retire(session, LinkPurpose.PASSWORD, row.id, now=now)
    journal.record(session, "account.changed", ("account", row.id), by=by, now=now, mail=True)
