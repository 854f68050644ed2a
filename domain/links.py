"""Links in letters: a secret that is kept as a hash, with one purpose and an end."""

import hashlib
import re
import secrets
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from domain.refused import Refused
from store.appending import append
from store.models import Link
from store.states import LinkPurpose

SECRET = re.compile(r"[A-Za-z0-9_-]+")


def make(session: Session, purpose: LinkPurpose, subject_id: int, *, until: datetime, now: datetime) -> str:
    """A new secret for the address of a link. It can't be had again: only its hash is kept."""
    token = secrets.token_urlsafe(24)
    facts = {"purpose": purpose, "subject_id": subject_id, "created_at": now, "expires_at": until}
    append(session, Link, token_hash=_hash(token), **facts)
    return token


def find(session: Session, token: str, *, now: datetime) -> tuple[LinkPurpose, int]:
    """What a link is for, without using it; raises `Refused("link.unknown")` when it has ended or never was."""
    row = session.get(Link, _hash(token))
    if row is None or row.expires_at <= now:
        raise Refused("link.unknown")
    return row.purpose, row.subject_id


def use(session: Session, token: str, purpose: LinkPurpose, *, now: datetime) -> int:
    """Mark the link as used and give its subject. It may be used again: the verb behind it is harmless twice."""
    found, subject_id = find(session, token, now=now)
    if found is not purpose:
        raise Refused("link.unknown")
    row = session.get_one(Link, _hash(token))
    row.used_at = row.used_at or now
    return subject_id


def use_once(session: Session, token: str, purpose: LinkPurpose, *, now: datetime) -> int:
    """As `use`, for a verb that must not be done twice: raises `Refused("link.used")` the second time."""
    row = session.get(Link, _hash(token), with_for_update=True, populate_existing=True)
    if row is not None and row.used_at is not None:
        raise Refused("link.used")
    return use(session, token, purpose, now=now)


def is_used(session: Session, token: str) -> bool:
    row = session.get(Link, _hash(token))
    return row is not None and row.used_at is not None


def retire(session: Session, purpose: LinkPurpose, subject_id: int, *, now: datetime) -> None:
    """Mark every link of this purpose to the subject as used, also those that are still on their way."""
    same = (Link.purpose == purpose, Link.subject_id == subject_id, Link.used_at.is_(None))
    session.execute(update(Link).where(*same).values(used_at=now))


def erase(session: Session, purpose: LinkPurpose, subject_ids: Collection[int]) -> None:
    """Take the links of this purpose to these subjects away: none of them opens anything any more."""
    session.execute(delete(Link).where(Link.purpose == purpose, Link.subject_id.in_(subject_ids)))


def _hash(token: str) -> bytes:
    """Of the secret alone: a mail program may take the full stop or the bracket behind an address into the link."""
    secret = SECRET.match(token)
    return hashlib.sha256((secret[0] if secret else "").encode()).digest()
