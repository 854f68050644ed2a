"""Kept views: a page with its filters under a name of one's own, and how often its owner gets it by mail."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from urllib.parse import parse_qsl, urlencode

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK, Actor, Role
from domain.allowed import quality_only
from domain.local_time import wall
from domain.refused import Refused
from store.models import Account, SavedView
from trends.periods import last_closed_month, last_closed_quarter

PAGES: Mapping[str, frozenset[Role]] = {
    "/werk/beleid": frozenset({Role.POLICY, Role.COORDINATOR}),
    "/werk/trends": frozenset({Role.COORDINATOR}),
}
"""The pages that can be kept, with who may see each."""
LONGEST_NAME, LONGEST_QUERY, MOST = 80, 500, 30
KEY, VALUE = re.compile(r"[a-z_]{1,20}"), re.compile(r"[\w,.\- ]{1,120}")
WEEK = timedelta(days=7)


class Rhythm(StrEnum):
    """`MONTHLY` and `QUARTERLY` follow the numbers: when those of a month or a quarter came out."""

    NEVER = ""
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


@dataclass(frozen=True)
class View:
    name: str
    path: str
    query: str = ""
    rhythm: Rhythm = Rhythm.NEVER


def keep(session: Session, view: View, *, by: Actor, now: datetime) -> int:
    """Keep a view for oneself. Raises `Refused` about the `name`, and for an address that is no page with filters."""
    account_id = _owner(by)
    row = SavedView(account_id=account_id, made_at=now)
    row.name, row.rhythm = _free_name(session, account_id, view.name), view.rhythm.value
    row.path, row.query = _checked_path(view.path, by.roles), checked_query(view.query)
    if (session.scalar(select(func.count()).where(SavedView.account_id == account_id)) or 0) >= MOST:
        raise Refused("view.too_many", field="name", most=MOST)
    session.add(row)
    session.flush()
    journal.record(session, "view.kept", ("saved_view", row.id), by=by, now=now, rhythm=row.rhythm)
    return row.id


def change(session: Session, view_id: int, name: str, rhythm: Rhythm, *, by: Actor, now: datetime) -> None:
    """Give one's own view another name or rhythm."""
    row = _own(session, view_id, by)
    if name.strip() != row.name:
        row.name = _free_name(session, row.account_id, name)
    row.rhythm = rhythm.value
    journal.record(session, "view.changed", ("saved_view", row.id), by=by, now=now, rhythm=row.rhythm)


def remove(session: Session, view_id: int, *, by: Actor, now: datetime) -> View:
    """Throw one's own view away; gives what it was, so that `keep` brings it back."""
    row = _own(session, view_id, by)
    was = View(row.name, row.path, row.query, Rhythm(row.rhythm))
    session.delete(row)
    session.flush()
    journal.record(session, "view.removed", ("saved_view", view_id), by=by, now=now)
    return was


def stop(session: Session, view_id: int, *, by: Actor, now: datetime) -> None:
    """No more mail about this view: for whoever holds the link in its letter. Twice is harmless."""
    row = session.get(SavedView, view_id, with_for_update=True, populate_existing=True)
    if row and row.rhythm:
        row.rhythm = Rhythm.NEVER.value
        journal.record(session, "view.stopped", ("saved_view", row.id), by=by, now=now)


def tend(session: Session, *, now: datetime) -> int:
    """Note of each view that its owner should get it by mail now; gives how many. Twice on a day is harmless."""
    today = wall(now)[0]
    query = select(SavedView).where(SavedView.rhythm != Rhythm.NEVER.value).order_by(SavedView.id)
    rows = session.scalars(query.with_for_update().execution_options(populate_existing=True)).all()
    due = [one for one in rows if is_due(Rhythm(one.rhythm), one.mailed_on, today) and may_get(session, one)]
    for row in due:
        row.mailed_on = today
        journal.record(session, "view.due", ("saved_view", row.id), by=CLOCK, now=now, on=today.isoformat())
    return len(due)


def is_due(rhythm: Rhythm, last: date | None, today: date) -> bool:
    """The first time at once, so that one sees how it looks; then by the week, or when new numbers came out."""
    if rhythm is Rhythm.NEVER or last is None:
        return rhythm is not Rhythm.NEVER
    if rhythm is Rhythm.WEEKLY:
        return today >= last + WEEK
    closed = last_closed_month if rhythm is Rhythm.MONTHLY else last_closed_quarter
    return closed(today) > closed(last)


def may_get(session: Session, row: SavedView) -> bool:
    """Whether the owner may see the page as things are now: a role that was taken away counts at once."""
    owner = session.get(Account, row.account_id)
    allowed = PAGES.get(row.path, frozenset())
    return owner is not None and owner.active and bool({Role(role) for role in owner.roles} & allowed)


def checked_query(query: str) -> str:
    """The filters of an address, without what can be no filter. Raises `Refused` when it is too long."""
    pairs = parse_qsl(query.removeprefix("?"))
    kept = urlencode([(k, v) for k, v in pairs if KEY.fullmatch(k) and VALUE.fullmatch(v)], safe=",")
    if len(kept) > LONGEST_QUERY:
        raise Refused("view.address")
    return kept


def _checked_path(path: str, roles: frozenset[Role]) -> str:
    if not PAGES.get(path, frozenset()) & roles:
        raise Refused("view.address")
    return path


def _free_name(session: Session, account_id: int, typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise Refused("view.name_needed", field="name")
    if len(name) > LONGEST_NAME:
        raise Refused("report.long", field="name", most=LONGEST_NAME)
    if session.scalar(select(SavedView.id).where(SavedView.account_id == account_id, SavedView.name == name)):
        raise Refused("view.name_taken", field="name")
    return name


def _owner(by: Actor) -> int:
    quality_only(by)
    if by.account_id is None:
        raise Refused("not_allowed")
    return by.account_id


def _own(session: Session, view_id: int, by: Actor) -> SavedView:
    row = session.get(SavedView, view_id, with_for_update=True, populate_existing=True)
    if row is None or row.account_id != _owner(by):
        raise Refused("not_found")
    return row
