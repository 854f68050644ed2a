"""Accounts of staff and buddies: signing in, signing out, adding and changing."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from domain import journal, limits, links
from domain.actors import PARENT, Actor, Role
from domain.allowed import administrator_only, setup_only
from domain.refused import Refused
from store.models import Account, SignedIn
from store.sessions import blind_index
from store.states import LinkPurpose

SIGNED_IN_HOURS = 12
LEAST_PASSWORD = 10
_hasher = PasswordHasher()
# Checked for an unknown address too, so that the time an answer takes does not tell who has an account.
_NOBODY = _hasher.hash(secrets.token_urlsafe(16))


def sign_in(session: Session, email: str, password: str, *, now: datetime) -> str:
    """A token for this browser. Raises `Refused` when the combination is unknown.

    Count the attempt first, with `count_attempt` in a transaction of its own: a refusal rolls back.
    """
    found = session.scalar(
        select(Account).where(Account.email_index == blind_index(session, email), Account.active.is_(True))
    )
    try:
        _hasher.verify(found.password_hash if found else _NOBODY, password)
    except VerificationError:
        raise Refused("account.wrong", field="password") from None
    if found is None:
        raise Refused("account.wrong", field="password")
    journal.record(session, "account.signed_in", ("account", found.id), by=_actor(found), now=now)
    return _remember_browser(session, found, now)


def count_attempt(session: Session, email: str, *, source: str, now: datetime) -> None:
    """Count an attempt to sign in; raises `Refused("limit.reached")` per address and per source."""
    limits.count(session, "sign in to", email.strip().casefold(), most=8, minutes=15, now=now)
    limits.count(session, "sign in from", source, most=40, minutes=15, now=now)


def sign_out(session: Session, token: str, *, by: Actor, now: datetime) -> None:
    """Forget this browser. Twice is harmless."""
    row = session.get(SignedIn, _hash(token))
    if row:
        session.delete(row)
        journal.record(session, "account.signed_out", ("account", row.account_id), by=by, now=now)


def somebody(session: Session) -> bool:
    """Whether anybody has an account: an installation without one is empty."""
    return session.scalar(select(Account.id).limit(1)) is not None


def actor(session: Session, token: str, *, now: datetime) -> Actor:
    """Who is behind a browser's token: roles as they are now, or nobody when the token has ended."""
    row = session.get(SignedIn, _hash(token))
    if row is None or row.expires_at <= now or not row.account.active:
        return PARENT
    return _actor(row.account)


def add(
    session: Session,
    *,
    name: str,
    email: str,
    password: str | None,
    roles: Iterable[Role],
    by: Actor,
    now: datetime,
    buddy_id: int | None = None,
) -> int:
    """Let somebody in, without a password by letter; a coordinator only a buddy. Raises `Refused` about a field."""
    chosen, index = sorted(roles), blind_index(session, email)
    _admit(session, index, chosen, buddy_id, by)
    row = Account(
        name=name,
        email=email.strip(),
        email_index=index,
        password_hash=_hashed(secrets.token_urlsafe(24) if password is None else password),
        roles=chosen,
        buddy_id=buddy_id,
        created_at=now,
    )
    session.add(row)
    session.flush()
    facts = {"roles": chosen, "invited": password is None}
    journal.record(session, "account.added", ("account", row.id), by=by, now=now, **facts)
    return row.id


def change(session: Session, account_id: int, *, roles: Iterable[Role], active: bool, by: Actor, now: datetime) -> None:
    """Change what somebody may do; switched off, they are signed out everywhere at once."""
    administrator_only(by)
    _change(session, account_id, roles, active=active, by=by, now=now)


def stop_as_buddy(session: Session, account_id: int, *, by: Actor, now: datetime) -> None:
    """Somebody is no longer a buddy; who has no other role can't sign in any more."""
    setup_only(by)
    row = session.get_one(Account, account_id, with_for_update=True, populate_existing=True)
    others = [Role(role) for role in row.roles if role != Role.BUDDY]
    _change(session, account_id, others, active=row.active and bool(others), by=by, now=now)


def set_password(session: Session, account_id: int, password: str, *, by: Actor, now: datetime) -> None:
    """Give an account another password; whoever was signed in with the old one is signed out."""
    administrator_only(by)
    replace_password(session, account_id, password, by=by, now=now)


def change_own_password(session: Session, old: str, new: str, *, by: Actor, now: datetime) -> str:
    """Choose another password oneself; a new token for this browser, every other one is signed out.

    Raises `Refused` about `old` or `password`. Count the attempt first, as for signing in.
    """
    row = session.get(Account, by.account_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("not_allowed")
    try:
        _hasher.verify(row.password_hash, old)
    except VerificationError:
        raise Refused("account.old_password", field="old") from None
    replace_password(session, row.id, new, by=by, now=now)
    return _remember_browser(session, row, now)


def replace_password(session: Session, account_id: int, password: str, *, by: Actor, now: datetime) -> None:
    """For the other verbs, which know that the owner asks for it; links to choose a password end."""
    session.get_one(Account, account_id, with_for_update=True).password_hash = _hashed(password)
    _forget_browsers(session, account_id)
    links.retire(session, LinkPurpose.PASSWORD, account_id, now=now)
    journal.record(session, "account.changed", ("account", account_id), by=by, now=now, password=True)


def _remember_browser(session: Session, row: Account, now: datetime) -> str:
    token = secrets.token_urlsafe(32)
    ends = now + timedelta(hours=SIGNED_IN_HOURS)
    session.add(SignedIn(token_hash=_hash(token), account_id=row.id, created_at=now, expires_at=ends))
    return token


def _forget_browsers(session: Session, account_id: int) -> None:
    session.execute(delete(SignedIn).where(SignedIn.account_id == account_id))


def _admit(session: Session, index: bytes, roles: list[Role], buddy_id: int | None, by: Actor) -> None:
    (setup_only if roles == [Role.BUDDY] and buddy_id else administrator_only)(by)
    if session.scalar(select(Account.id).where(Account.email_index == index)):
        raise Refused("account.mail_taken", field="email")


def _change(
    session: Session, account_id: int, roles: Iterable[Role], *, active: bool, by: Actor, now: datetime
) -> None:
    row = session.get_one(Account, account_id, with_for_update=True)
    chosen: list[str] = sorted(roles)
    if Role.ADMINISTRATOR in row.roles and not (active and Role.ADMINISTRATOR in chosen):
        _keep_one_administrator(session, account_id)
    row.roles, row.active = chosen, active
    if not active:
        _forget_browsers(session, account_id)
    journal.record(session, "account.changed", ("account", row.id), by=by, now=now, roles=chosen, active=active)


def _keep_one_administrator(session: Session, account_id: int) -> None:
    # Every administrator's row is locked, so that two of them can't step down at the same moment.
    others = session.scalars(select(Account).where(Account.active, Account.id != account_id).with_for_update())
    if not any(Role.ADMINISTRATOR in other.roles for other in others):
        raise Refused("account.last_administrator", field="roles")


def _hashed(password: str) -> str:
    if len(password) < LEAST_PASSWORD:
        raise Refused("account.password_short", field="password", least=LEAST_PASSWORD)
    return _hasher.hash(password)


def _actor(row: Account) -> Actor:
    return Actor(
        name=row.name, roles=frozenset(Role(role) for role in row.roles), account_id=row.id, buddy_id=row.buddy_id
    )


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
