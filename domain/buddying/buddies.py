"""Experienced parents who offer support: taking them in, keeping them up to date, rest and goodbye."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import own_or_staff, staff_only
from domain.buddying import buddy_accounts
from domain.checking import Checked
from domain.gatherings import host_goodbye
from domain.refused import Refused
from store.models import Buddy, BuddyTopic, Match, Proposal
from store.queries.buddies import WAITING
from store.sessions import blind_index
from store.states import MatchState

MOST_LOAD = 3


@dataclass(frozen=True)
class Profile:
    """What staff know of a buddy. `travel_km` 0 means by phone or online only."""

    name: str
    email: str
    municipality_code: str
    phone: str | None = None
    travel_km: int = 15
    topics: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    contact_modes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("nl",)
    style: str | None = None
    max_load: int = 2
    trained_on: date | None = None
    certificate_seen_on: date | None = None


def profile(checked: Checked) -> Profile:
    """What was typed into the form `buddy`, once it is free of errors."""
    return Profile(
        name=checked.text("name"),
        email=checked.text("email"),
        municipality_code=checked.text("municipality"),
        phone=checked.text("phone") or None,
        travel_km=checked.number("travel_km") or 0,
        topics=checked.chosen("topics"),
        sectors=checked.chosen("sectors"),
        contact_modes=checked.chosen("contact_modes"),
        languages=checked.chosen("languages"),
        style=checked.text("style") or None,
        max_load=checked.number("max_load") or 0,
        trained_on=_day(checked, "trained_on"),
        certificate_seen_on=_day(checked, "certificate_seen_on"),
    )


def add(session: Session, new: Profile, *, by: Actor, now: datetime) -> int:
    """Take a buddy in. Raises `Refused` when the mail address is taken or the load is out of bounds."""
    staff_only(by)
    row = Buddy(created_at=now)
    _write(session, row, new)
    session.add(row)
    session.flush()
    journal.record(session, "buddy.added", ("buddy", row.id), by=by, now=now)
    return row.id


def change(session: Session, buddy_id: int, changed: Profile, *, by: Actor, now: datetime) -> None:
    """Replace what is known of a buddy, also with which address they sign in.

    Running matches stay, also when the new load is lower.
    """
    staff_only(by)
    row = locked(session, buddy_id)
    _write(session, row, changed)
    buddy_accounts.follow(session, buddy_id, changed.email, by=by, now=now)
    journal.record(session, "buddy.changed", ("buddy", buddy_id), by=by, now=now)


def pause(session: Session, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """No new proposals for a while; nobody asks why. Twice is harmless."""
    own_or_staff(by, buddy_id)
    row = locked(session, buddy_id)
    if row.paused_since is None:
        row.paused_since = now
        journal.record(session, "buddy.paused", ("buddy", buddy_id), by=by, now=now)


def resume(session: Session, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """Open for proposals again. Twice is harmless."""
    own_or_staff(by, buddy_id)
    row = locked(session, buddy_id)
    if row.paused_since is not None:
        row.paused_since = None
        journal.record(session, "buddy.resumed", ("buddy", buddy_id), by=by, now=now)


def stop(session: Session, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """Say goodbye; what the buddy hosts, or is asked to, needs somebody else. Twice is harmless.

    Raises `Refused("buddy.still_linked")` while a match runs or a proposal waits.
    """
    staff_only(by)
    host_goodbye.lock(session, buddy_id, now=now)
    row = locked(session, buddy_id)
    if row.stopped_at is not None:
        return
    if running(session, buddy_id) or asked(session, buddy_id):
        raise Refused("buddy.still_linked")
    row.stopped_at = now
    journal.record(session, "buddy.stopped", ("buddy", buddy_id), by=by, now=now)
    host_goodbye.end_all(session, buddy_id, by=by, now=now)


def locked(session: Session, buddy_id: int) -> Buddy:
    """The buddy's row as it is now, which nobody else can change before this transaction ends."""
    row = session.get(Buddy, buddy_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("not_found")
    return row


def running(session: Session, buddy_id: int) -> int:
    """How many matches of this buddy run."""
    query = select(func.count()).where(Match.buddy_id == buddy_id, Match.state == MatchState.RUNNING)
    return session.scalar(query) or 0


def asked(session: Session, buddy_id: int) -> int:
    """How many proposals of this buddy wait for an answer, their own or the parent's."""
    query = select(func.count()).where(Proposal.buddy_id == buddy_id, Proposal.state.in_(WAITING))
    return session.scalar(query) or 0


def _write(session: Session, row: Buddy, new: Profile) -> None:
    if not 0 <= new.max_load <= MOST_LOAD:
        raise Refused("buddy.load", field="max_load", most=MOST_LOAD)
    index = blind_index(session, new.email)
    with session.no_autoflush:
        taken = session.scalar(select(Buddy.id).where(Buddy.email_index == index))
    if taken not in (None, row.id):
        raise Refused("buddy.mail_taken", field="email")
    row.name, row.email, row.email_index, row.phone = new.name, new.email.strip(), index, new.phone
    row.municipality_code, row.travel_km = new.municipality_code, new.travel_km
    row.sectors, row.contact_modes = list(new.sectors), list(new.contact_modes)
    row.languages, row.style, row.max_load = list(new.languages), new.style, new.max_load
    row.trained_on, row.certificate_seen_on = new.trained_on, new.certificate_seen_on
    row.topics = _topics(row, new.topics)


def _topics(row: Buddy, codes: Iterable[str]) -> list[BuddyTopic]:
    # A topic that stays keeps its row, and with it the phase that was noted.
    known = {one.topic_code: one for one in row.topics}
    return [known.get(code) or BuddyTopic(topic_code=code) for code in dict.fromkeys(codes)]


def _day(checked: Checked, key: str) -> date | None:
    value = checked.values.get(key)
    return value if isinstance(value, date) else None
