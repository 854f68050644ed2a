"""Calendars that staff and buddies follow by a secret address: made, found, taken back, and what is in them."""

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor, Role
from domain.availability.appointment_calendar import of_buddy
from domain.gatherings.calendars import calendar_event, for_host
from domain.refused import Refused
from i18n import _, n_
from mail.calendar_file import CalendarEvent
from store.models import Account, Buddy, EventHost, Feed
from store.queries.gatherings import events
from store.queries.gatherings.events import EventFacts
from store.states import EventState, FeedKind, HostState

NEEDS = {FeedKind.BUDDY: Role.BUDDY, FeedKind.COORDINATOR: Role.COORDINATOR}
# What is over stays in the calendar for a while; further ahead than two years nobody plans.
BACK, AHEAD = timedelta(days=31), timedelta(days=731)


@dataclass(frozen=True)
class Followed:
    """Whose calendar an address gives; `buddy_id` only for a buddy's."""

    kind: FeedKind
    buddy_id: int | None


def make(session: Session, kind: FeedKind, *, by: Actor, now: datetime) -> str:
    """A new secret for the address of one's own calendar; the one before it stops working at once.

    It can't be had again: only its hash is kept. Raises `Refused("not_allowed")` for a calendar of another role.
    """
    account = _locked(session, kind, by)
    _end(session, kind, account.id, now)
    secret = secrets.token_urlsafe(24)
    session.add(Feed(token_hash=_hash(secret), kind=kind, subject=str(account.id), created_at=now))
    journal.record(session, "feed.made", ("account", account.id), by=by, now=now, feed=kind.value)
    return secret


def revoke(session: Session, kind: FeedKind, *, by: Actor, now: datetime) -> None:
    """Take back the address of one's own calendar. Twice is harmless."""
    account = _locked(session, kind, by)
    if _end(session, kind, account.id, now):
        journal.record(session, "feed.revoked", ("account", account.id), by=by, now=now, feed=kind.value)


def made_at(session: Session, kind: FeedKind, *, by: Actor) -> datetime | None:
    """Since when one's own calendar has an address; None when it has none."""
    return session.scalar(select(Feed.created_at).where(*_current(kind, by.account_id)))


def find(session: Session, secret: str) -> Followed | None:
    """Whose calendar it is; None when it was taken back or never was, and once its owner may not see it any more."""
    row = session.get(Feed, _hash(secret))
    account = session.get(Account, int(row.subject)) if row and row.revoked_at is None else None
    if row is None or account is None or not account.active or NEEDS[row.kind] not in account.roles:
        return None
    if row.kind is FeedKind.BUDDY:
        buddy = session.get(Buddy, account.buddy_id) if account.buddy_id else None
        if buddy is None or buddy.stopped_at is not None:
            return None
    return Followed(row.kind, account.buddy_id)


def entries(session: Session, followed: Followed, *, public_url: str, now: datetime) -> tuple[CalendarEvent, ...]:
    """What is in the calendar, in order of time. No name of anybody, and no link to a meeting."""
    found = events.between(session, now - BACK, now + AHEAD)
    if followed.kind is FeedKind.COORDINATOR:
        return tuple(_for_staff(one, public_url) for one in found)
    hosting = dict(
        session.execute(
            select(EventHost.event_id, EventHost.state).where(EventHost.buddy_id == followed.buddy_id)
        ).all()
    )
    shown = (HostState.ACCEPTED, HostState.ASKED)
    mine = [for_host(one, hosting[one.id], public_url=public_url) for one in found if hosting.get(one.id) in shown]
    agreed = of_buddy(session, followed.buddy_id or 0, now - BACK, now + AHEAD, public_url=public_url)
    return tuple(sorted([*mine, *agreed], key=lambda one: one.starts_at))


def _for_staff(event: EventFacts, public_url: str) -> CalendarEvent:
    entry = calendar_event(event, public_url=public_url)
    title = _("Concept: {title}", title=event.title) if event.state is EventState.DRAFT else event.title
    told = "\n\n".join(filter(None, (_counts(event), entry.description)))
    return replace(entry, title=title, description=told, url=f"{public_url}/werk/kalender/{event.id}")


def _counts(event: EventFacts) -> str:
    """How many come, here and online, and how many wait."""
    counts = [_("{taken} van {seats} plaatsen bezet", taken=event.seats_taken, seats=event.seats)]
    if event.online_seats:
        counts.append(_("{taken} van {seats} online", taken=event.online_taken, seats=event.online_seats))
    if waiting := event.parties_waiting + event.online_waiting:
        counts.append(n_("{n} aanmelding op de wachtlijst", "{n} aanmeldingen op de wachtlijst", waiting))
    return ", ".join(counts)


def _locked(session: Session, kind: FeedKind, by: Actor) -> Account:
    """The owner's row, locked so that two new addresses at one moment leave one that works."""
    needed = NEEDS.get(kind)
    if needed is None or not by.has(needed) or by.account_id is None:
        raise Refused("not_allowed")
    account = session.get(Account, by.account_id, with_for_update=True, populate_existing=True)
    if account is None:
        raise Refused("not_allowed")
    return account


def _end(session: Session, kind: FeedKind, account_id: int, now: datetime) -> bool:
    ended = update(Feed).where(*_current(kind, account_id)).values(revoked_at=now).returning(Feed.token_hash)
    return bool(session.scalars(ended).all())


def _current(kind: FeedKind, account_id: int | None) -> tuple[ColumnElement[bool], ...]:
    return Feed.kind == kind, Feed.subject == str(account_id), Feed.revoked_at.is_(None)


def _hash(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
