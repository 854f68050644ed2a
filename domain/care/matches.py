"""Matches: a buddy and a parent who found each other; contact, a call for help, and a good end."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import catalogue, journal
from domain.actors import Actor
from domain.allowed import own_or_staff, parent_or_staff, staff_only
from domain.availability.calling_off import call_off_rest
from domain.buddying import rest
from domain.care import care
from domain.matchmaking import requests
from domain.refused import Refused
from i18n.dates import AMSTERDAM
from store.models import Match, Request
from store.states import MatchState, RequestState


def log_contact(session: Session, match_id: int, *, by: Actor, now: datetime) -> None:
    """ "We spoke." Counts once a day in local time, so a second tap is harmless."""
    match, _request = _running(session, match_id, by)
    if match.last_contact_at and _day(match.last_contact_at) == _day(now):
        return
    match.first_contact_at = match.first_contact_at or now
    match.last_contact_at = now
    match.contacts += 1
    journal.record(session, "match.contact", ("match", match_id), by=by, now=now, contacts=match.contacts)


def ask_help(session: Session, match_id: int, *, by: Actor, now: datetime) -> None:
    """Ask the coordinator to call. Harmless again until the coordinator has taken it up."""
    match, _request = _running(session, match_id, by)
    if match.help_asked_at is None:
        match.help_asked_at = now
        journal.record(session, "match.help", ("match", match_id), by=by, now=now)


def take_up(session: Session, match_id: int, *, by: Actor, now: datetime) -> None:
    """The coordinator has called the buddy who asked for help. Twice is harmless."""
    staff_only(by)
    match, _request = _locked(session, match_id)
    if match.help_asked_at is not None:
        match.help_asked_at = None
        journal.record(session, "match.helped", ("match", match_id), by=by, now=now)


def end(session: Session, match_id: int, reason: str, *, heavy: bool = False, by: Actor, now: datetime) -> None:
    """End a match with one of the listed reasons; after a `heavy` one the buddy rests. Twice is harmless.

    After some reasons the parent still looks for a buddy: the request is open again and keeps its waiting time.
    """
    match, request = _locked(session, match_id)
    own_or_staff(by, match.buddy_id)
    if match.state is MatchState.ENDED:
        return
    again = catalogue.entry(session, "term", f"end_reason.{reason}").data.get("still_wanted", False)
    match.heavy = heavy
    _end(session, match, request, reason, again=again, by=by, now=now)
    if heavy:
        rest.after_heavy(session, match.buddy_id, by=by, now=now)


def end_for_parent(session: Session, request_id: int, reason: str, *, again: bool, by: Actor, now: datetime) -> None:
    """The parent stops, or staff to whom the parent said so; `again` looks for another buddy. Twice is harmless."""
    parent_or_staff(by)
    request = requests.locked(session, request_id)
    running = select(Match).where(Match.request_id == request_id, Match.state == MatchState.RUNNING)
    match = session.scalar(running.execution_options(populate_existing=True))
    if match is not None:
        catalogue.entry(session, "term", f"parent_end_reason.{reason}")
        _end(session, match, request, reason, again=again, by=by, now=now)


def _end(
    session: Session, match: Match, request: Request, reason: str, *, again: bool, by: Actor, now: datetime
) -> None:
    match.state, match.ended_at, match.end_reason, match.help_asked_at = MatchState.ENDED, now, reason, None
    request.state, request.changed_at = (RequestState.OPEN if again else RequestState.CLOSED), now
    # Who had a buddy until today need not be asked first whether a buddy is still wanted.
    request.wanted_at = now if again else request.wanted_at
    request.wanted_asked_at = request.wanted_asked_at if again else None
    care.stop(session, match)
    if not again:
        care.plan_after_care(session, match, now=now)
    facts = {"reason": reason, "still_wanted": again, "heavy": match.heavy}
    journal.record(session, "match.ended", ("match", match.id), by=by, now=now, **facts)
    call_off_rest(session, match.id, by=by, now=now)


def _running(session: Session, match_id: int, by: Actor) -> tuple[Match, Request]:
    match, request = _locked(session, match_id)
    own_or_staff(by, match.buddy_id)
    if match.state is not MatchState.RUNNING:
        raise Refused("match.ended")
    return match, request


def _locked(session: Session, match_id: int) -> tuple[Match, Request]:
    found = session.get(Match, match_id)
    if found is None:
        raise Refused("not_found")
    request = requests.locked(session, found.request_id)
    return session.get_one(Match, match_id, populate_existing=True), request


def _day(moment: datetime) -> object:
    return moment.astimezone(AMSTERDAM).date()
