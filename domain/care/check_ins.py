"""Asking parents and buddies how it goes: each moment once, by daylight, not in a holiday, while it matters."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session

from domain import journal, time_limits
from domain.actors import Actor
from domain.allowed import staff_only
from domain.care import care, school_days
from domain.care.care import ROUND, Kind, Moment
from domain.local_time import wall
from domain.matchmaking import requests
from domain.post.quiet_hours import is_quiet
from domain.refused import Refused
from store.models import CheckIn, JournalLine, Match, Municipality, Request
from store.states import MatchState, RequestState

PART = 50
NO_CONTACT = "match.no_contact"
FIRST_CONTACT = "first_contact"


def tend(session: Session, *, by: Actor, now: datetime) -> int:
    """One part of what is due: plan what older matches lack, ask, and say where the first contact fails to come.

    Gives how many matches were touched, 0 when all is done. Two clocks at once, and twice, are harmless.
    """
    if is_quiet(now):
        return 0
    return _plan(session, now) or _ask(session, by, now) or _miss_contact(session, by, now)


def ask(session: Session, check_in_id: int, *, by: Actor, now: datetime) -> None:
    """Ask one now, before its day. Twice is harmless."""
    staff_only(by)
    found = session.get(CheckIn, check_in_id)
    if found is None:
        raise Refused("not_found")
    requests.locked(session, found.match.request_id)
    row = session.get_one(CheckIn, check_in_id, populate_existing=True)
    if row.asked_at is None:
        _put(session, row, care.moments(session, all_of_them=True), by, now)


def _plan(session: Session, now: datetime) -> int:
    """Matches from before there were moments."""
    planned = select(CheckIn.id).where(CheckIn.match_id == Match.id).exists()
    found = select(Match.id, Match.request_id).where(Match.state == MatchState.RUNNING, ~planned)
    done = 0
    for number, request_id in session.execute(found.order_by(Match.request_id).limit(PART)).all():
        requests.locked(session, request_id)
        done += bool(care.plan(session, session.get_one(Match, number, populate_existing=True), now=now))
    return done


def _ask(session: Session, by: Actor, now: datetime) -> int:
    today, known = wall(now)[0], care.moments(session)
    due = _is_due(session, known, today)
    found = session.execute(_joined().where(due).order_by(Match.request_id, CheckIn.id).limit(PART)).all()
    return sum(_ask_one(session, number, request_id, due, known, by, now) for number, request_id in found)


def _ask_one(
    session: Session,
    check_in_id: int,
    request_id: int,
    due: ColumnElement[bool],
    known: Mapping[str, Moment],
    by: Actor,
    now: datetime,
) -> bool:
    # In the order of their requests, which are locked one by one: two clocks can't wait for each other.
    requests.locked(session, request_id)
    if session.execute(_joined().where(due, CheckIn.id == check_in_id)).one_or_none() is None:
        return False
    row = session.get_one(CheckIn, check_in_id, populate_existing=True)
    if _later(session, row, due):
        session.delete(row)
        session.flush()
        return True
    _put(session, row, known, by, now)
    return True


def _put(session: Session, row: CheckIn, known: Mapping[str, Moment], by: Actor, now: datetime) -> None:
    row.asked_at = now
    facts = {"match": row.match_id, "who": row.who, "what": str(known[care.key_of(row.moment)].kind)}
    journal.record(session, "check_in.asked", ("check_in", row.id), by=by, now=now, moment=row.moment, **facts)


def _later(session: Session, row: CheckIn, due: ColumnElement[bool]) -> bool:
    """Whether a later moment of the same person is due too, after a long stop: nobody gets two letters at once."""
    same = (CheckIn.match_id == row.match_id, CheckIn.who == row.who, CheckIn.id > row.id)
    return session.execute(_joined().where(due, *same).limit(1)).first() is not None


def _is_due(session: Session, known: Mapping[str, Moment], today: date) -> ColumnElement[bool]:
    """What is to be asked today: of a match that runs, or afterwards of a parent who looks for nobody else."""
    after = _of([one for one in known.values() if one.kind is Kind.AFTER_CARE])
    during = _of([one for one in known.values() if one.kind is not Kind.AFTER_CARE])
    enough = [
        (CheckIn.moment == one.key) & (Match.contacts >= one.conversations)
        for one in known.values()
        if one.conversations
    ]
    comes = CheckIn.due_on <= today
    runs = (Match.state == MatchState.RUNNING) & during & or_(comes, *enough)
    is_over = (Match.state == MatchState.ENDED) & (Request.state == RequestState.CLOSED) & after & comes
    return and_(CheckIn.asked_at.is_(None), Request.municipality_code.in_(_open(session, today)), or_(runs, is_over))


def _of(moments: list[Moment]) -> ColumnElement[bool]:
    again = (CheckIn.moment.startswith(f"{one.key}{ROUND}", autoescape=True) for one in moments)
    return or_(CheckIn.moment.in_([one.key for one in moments]), *again)


def _open(session: Session, today: date) -> list[str]:
    codes = session.scalars(select(Municipality.code).order_by(Municipality.code))
    return [code for code in codes if not school_days.is_closed(session, code, today)]


def _joined() -> Select[int, int]:
    return select(CheckIn.id, Match.request_id).join(CheckIn.match).join(Match.request)


def _miss_contact(session: Session, by: Actor, now: datetime) -> int:
    """Each match of which nobody noted a first contact in time is written down once."""
    said = (JournalLine.subject_kind == FIRST_CONTACT, JournalLine.subject_id == Match.id)
    late = and_(
        Match.state == MatchState.RUNNING,
        Match.first_contact_at.is_(None),
        Match.started_at <= now - time_limits.load(session).first_contact,
        ~select(JournalLine.id).where(*said, JournalLine.kind == NO_CONTACT).exists(),
    )
    found = session.execute(select(Match.id, Match.request_id).where(late).order_by(Match.request_id).limit(PART)).all()
    done = 0
    for number, request_id in found:
        requests.locked(session, request_id)
        if session.scalar(select(Match.id).where(Match.id == number, late)):
            journal.record(session, NO_CONTACT, (FIRST_CONTACT, number), by=by, now=now)
            done += 1
    return done
