"""What parents and buddies say when we ask how it goes, and the coordinator who takes it up."""

from datetime import datetime

from sqlalchemy.orm import Session

from domain import catalogue, journal, limits, links
from domain.actors import PARENT, Actor, Role
from domain.allowed import own_or_staff, parent_or_staff, staff_only
from domain.care import care, matches
from domain.care.care import Kind
from domain.matchmaking import requests
from domain.refused import Refused
from store.models import CheckIn, Match
from store.queries.buddying import check_ins
from store.queries.buddying.check_ins import CheckInRow
from store.states import LinkPurpose, MatchState, RequestState

BUDDY = "buddy"
LONGEST_REMARK = 500
LINK_LIVES = care.WEEK * 8
MOST, MINUTES = 10, 60  # other answers to one question, of which each may be a letter to the coordinators
LISTS = {Kind.CHECK_IN: "check_in_answer", Kind.CLOSING: "closing_answer", Kind.AFTER_CARE: "check_in_answer"}
END, GO_ON = "end", "go_on"


def answer(
    session: Session, check_in_id: int, said: str, remark: str = "", *, heavy: bool = False, by: Actor, now: datetime
) -> None:
    """Say how it goes, with or without a remark. Twice is harmless; another answer takes the place of the first.

    "We round off" ends the match, after which the buddy rests when it was `heavy`; "not yet" is asked again later.
    Raises `Refused("check_in.over")` when the match ended meanwhile, or the parent withdrew.
    """
    row = _locked(session, check_in_id)
    _may_answer(row, by)
    kind, words = kind_of(session, row.moment), remark.strip()
    term = catalogue.entry(session, "term", f"{LISTS[kind]}.{said}")
    if len(words) > LONGEST_REMARK:
        raise Refused("check_in.remark", field="remark", most=LONGEST_REMARK)
    if row.answer == said and not words:
        return
    if is_over(kind, row.match.state, row.match.request.state):
        raise Refused("check_in.over")
    is_new = row.answer != said
    if is_new:
        limits.count(session, "answer to check-in", str(check_in_id), most=MOST, minutes=MINUTES, now=now)
    row.answer, row.answered_at, row.remark = said, now, words or row.remark
    row.taken_up_at = None if is_new else row.taken_up_at
    facts = {"match": row.match_id, "who": row.who, "answer": said, "new": is_new}
    attention = bool(term.data.get("attention"))
    journal.record(session, "check_in.answered", ("check_in", row.id), by=by, now=now, attention=attention, **facts)
    if kind is Kind.CLOSING and is_new:
        _follow(session, row, heavy=heavy, by=by, now=now)


def is_over(kind: Kind, match: MatchState, request: RequestState) -> bool:
    """Whether there is nothing left to answer: after-care may be, until the parent withdrew."""
    ended = kind is not Kind.AFTER_CARE and match is not MatchState.RUNNING
    return ended or request is RequestState.WITHDRAWN


def take_up(session: Session, check_in_id: int, *, by: Actor, now: datetime) -> None:
    """The coordinator has called. Twice is harmless, and so it is where there was no need."""
    staff_only(by)
    row = _locked(session, check_in_id)
    if asks_attention(session, row):
        row.taken_up_at = now
        journal.record(session, "check_in.taken_up", ("check_in", row.id), by=by, now=now, match=row.match_id)


def to_take_up(session: Session) -> tuple[CheckInRow, ...]:
    """Everybody who said something else than that it goes well, and whom nobody called yet."""
    return check_ins.not_taken_up(session, _asks_attention(session))


def asks_attention(session: Session, row: CheckInRow | CheckIn) -> bool:
    """Whether this answer waits for the coordinator."""
    return row.taken_up_at is None and row.answer in _asks_attention(session)


def kind_of(session: Session, moment: str) -> Kind:
    """What was asked; a moment that staff switched off since is still known."""
    return care.moments(session, all_of_them=True)[care.key_of(moment)].kind


def link(session: Session, check_in_id: int, *, now: datetime) -> str:
    """A secret for `<public_url>/link/<secret>`, where the answer is one tap."""
    return links.make(session, LinkPurpose.CHECK_IN, check_in_id, until=now + LINK_LIVES, now=now)


def answering(session: Session, check_in_id: int) -> Actor:
    """Whoever holds the link of the letter acts as the one who was asked."""
    row = session.get(CheckIn, check_in_id)
    if row is None:
        raise Refused("not_found")
    if row.who != BUDDY:
        return PARENT
    number = row.match.buddy_id
    return Actor(name=f"buddy:{number}", roles=frozenset({Role.BUDDY}), buddy_id=number)


def _follow(session: Session, row: CheckIn, *, heavy: bool, by: Actor, now: datetime) -> None:
    if row.answer == END:
        matches.end(session, row.match_id, "agreed", heavy=heavy, by=by, now=now)
    elif row.answer == GO_ON:
        care.plan_again(session, row, now=now)


def _asks_attention(session: Session) -> frozenset[str]:
    return frozenset(
        one.key.removeprefix(f"{name}.")
        for name in set(LISTS.values())
        for one in catalogue.entries(session, "term", under=name, all_of_them=True)
        if one.data.get("attention")
    )


def _may_answer(row: CheckIn, by: Actor) -> None:
    if row.who == BUDDY:
        own_or_staff(by, row.match.buddy_id)
    else:
        parent_or_staff(by)


def _locked(session: Session, check_in_id: int) -> CheckIn:
    found = session.get(CheckIn, check_in_id)
    if found is None or found.asked_at is None:
        raise Refused("not_found")
    requests.locked(session, found.match.request_id)
    session.get_one(Match, found.match_id, populate_existing=True)
    return session.get_one(CheckIn, check_in_id, populate_existing=True)
