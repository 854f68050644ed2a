"""Is a buddy still wanted? Asked of who waits long, before a match; silence parks a request, a yes brings it back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from domain import journal, time_limits
from domain.actors import Actor
from domain.allowed import parent_or_staff
from domain.matchmaking import requests
from domain.refused import Refused
from store.models import Request
from store.states import RequestState

PART = 50
OVER = (RequestState.CLOSED, RequestState.WITHDRAWN)
Act = Callable[[Session, Request, Actor, datetime], None]


@dataclass(frozen=True)
class Word:
    """The parent's word is old: `given_at` last, `asked_at` when we asked and heard nothing since."""

    given_at: datetime
    asked_at: datetime | None


def word(session: Session, request_id: int, now: datetime) -> Word | None:
    """The old word of a parent who waits or was parked; None when it is fresh or the request is over."""
    row = session.get(Request, request_id)
    if row is None or not (row.is_parked or row.state is RequestState.OPEN):
        return None
    asked = row.wanted_asked_at if row.waits_for_word else None
    if asked is None and not is_stale_now(session, row, now):
        return None
    return Word(max(row.created_at, row.wanted_at or row.created_at), asked)


def unheard(session: Session, now: datetime) -> frozenset[int]:
    """The open requests whose parent must first say that a buddy is still wanted: they are outside every plan."""
    old = now - time_limits.load(session).still_wanted_after
    word_given = func.coalesce(Request.wanted_at, Request.created_at)
    return frozenset(session.scalars(select(Request.id).where(Request.state == RequestState.OPEN, word_given < old)))


def is_stale(created_at: datetime, wanted_at: datetime | None, *, after: timedelta, now: datetime) -> bool:
    """Whether the parent's last word, the asking or a later "still wanted", is too old to be matched on."""
    return now - max(created_at, wanted_at or created_at) > after


def is_stale_now(session: Session, request: Request, now: datetime) -> bool:
    """`is_stale` by what staff set."""
    after = time_limits.load(session).still_wanted_after
    return is_stale(request.created_at, request.wanted_at, after=after, now=now)


def tend(session: Session, *, by: Actor, now: datetime) -> int:
    """Ask one part of the parents who wait too long and park who did not answer; gives how many, 0 when all is done.

    Each is asked once for each time that the word grew old. Two clocks at once are harmless.
    """
    limits = time_limits.load(session)
    old = now - limits.still_wanted_after
    waits = Request.wanted_asked_at > func.coalesce(Request.wanted_at, Request.created_at)
    unasked = or_(Request.wanted_asked_at.is_(None), ~waits)
    stale = func.coalesce(Request.wanted_at, Request.created_at) < old
    silent = waits & (Request.wanted_asked_at <= now - limits.still_wanted_answer)
    # One round at a time: each locks in the order of the requests, both together would begin at the front again.
    return _each(session, stale & unasked, _ask, by, now) or _each(session, silent, _park, by, now)


def confirm(session: Session, request_id: int, *, by: Actor, now: datetime) -> None:
    """The parent says that a buddy is still wanted, or staff who asked by phone. Twice is harmless.

    A request that was parked is open again and keeps its waiting time. Raises `Refused("request.over")` for one that
    ended otherwise.
    """
    parent_or_staff(by)
    row = requests.locked(session, request_id)
    if row.is_parked:
        row.state, row.changed_at = RequestState.OPEN, now
    elif row.state in OVER:
        raise Refused("request.over")
    elif not (row.waits_for_word or is_stale_now(session, row, now)):
        return
    row.wanted_at = now
    journal.record(session, "request.wanted", ("request", row.id), by=by, now=now)


def _ask(session: Session, row: Request, by: Actor, now: datetime) -> None:
    row.wanted_asked_at = now
    journal.record(session, "request.wanted_asked", ("request", row.id), by=by, now=now)


def _park(session: Session, row: Request, by: Actor, now: datetime) -> None:
    row.state, row.changed_at = RequestState.CLOSED, now
    journal.record(session, "request.parked", ("request", row.id), by=by, now=now)


def _each(session: Session, condition: ColumnElement[bool], act: Act, by: Actor, now: datetime) -> int:
    """Do `act` to one part of the open requests for which the condition still holds under their lock."""
    due = (Request.state == RequestState.OPEN) & condition
    found = session.scalars(select(Request.id).where(due).order_by(Request.id).limit(PART)).all()
    done = 0
    for number in found:
        row = requests.locked(session, number)
        if session.scalar(select(Request.id).where(Request.id == number, due)):
            act(session, row, by, now)
            done += 1
    return done
