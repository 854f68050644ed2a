"""Passwords to hand over, and links in letters to choose one: for who is new, and for who forgot."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import accounts, journal, limits, links
from domain.actors import Actor
from domain.refused import Refused
from store.models import Account
from store.sessions import blind_index
from store.states import LinkPurpose

LINK_DAYS = 7
PURPOSE = LinkPurpose.PASSWORD
EASY_TO_READ = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that looks like something else on paper


def first_password() -> str:
    """A new password to hand over once, such as `k7mq-ab3c-9xyz-hj4d`: 79 bits of chance, easy to read out."""
    return "-".join("".join(secrets.choice(EASY_TO_READ) for _ in range(4)) for _ in range(4))


def count_asking(session: Session, email: str, *, source: str, now: datetime) -> None:
    """Count that somebody asks for a letter; raises `Refused("limit.reached")` whether there is an account or not."""
    limits.count(session, "password letter to", email.strip().casefold(), most=3, minutes=60, now=now)
    limits.count(session, "password letter from", source, most=20, minutes=60, now=now)


def ask(session: Session, email: str, *, now: datetime) -> None:
    """Ask for a letter to choose another password. Without an account nothing happens, and nobody is told so.

    Count it first, with `count_asking` in a transaction of its own: a refusal rolls back.
    """
    mine = (Account.email_index == blind_index(session, email), Account.active.is_(True))
    account_id = session.scalar(select(Account.id).where(*mine))
    if account_id is not None:
        # Whoever types an address has not shown to be its owner.
        journal.record(session, "account.asked_password", ("account", account_id), by=Actor(), now=now)


def link(session: Session, account_id: int, *, now: datetime) -> str:
    """The secret of a link with which the owner of the account chooses a password, once."""
    return links.make(session, PURPOSE, account_id, until=now + timedelta(days=LINK_DAYS), now=now)


def choose(session: Session, token: str, password: str, *, now: datetime) -> None:
    """Set the password that the reader of the letter chose; this link and the others for this account end.

    Raises `Refused` about `password` when it is short, `link.used` the second time, and `link.unknown` when the
    account was switched off since.
    """
    _purpose, account_id = links.find(session, token, now=now)
    # The account before the link, as for every other way to set a password: then nobody waits for each other.
    row = session.get(Account, account_id, with_for_update=True, populate_existing=True)
    links.use_once(session, token, PURPOSE, now=now)
    if row is None or not row.active:
        raise Refused("link.unknown")
    accounts.replace_password(session, row.id, password, by=Actor(account_id=row.id), now=now)
