"""The next buddy for a parent: whom a plan had prepared, or else who fits best of those who remain."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from domain.actors import Actor
from domain.matchmaking import proposals, requests, shortlist, still_wanted
from domain.refused import Refused
from store.models import Match, PreparedProposal, Proposal
from store.states import RequestState


def propose(session: Session, request_id: int, *, by: Actor, now: datetime) -> int | None:
    """Put an open request to the next buddy; gives the proposal. Twice is harmless.

    None when the request is not open, when the parent must first say that this is still wanted, or when nobody fits.
    """
    request = requests.locked(session, request_id)
    if request.state is not RequestState.OPEN or still_wanted.is_stale_now(session, request, now):
        return None
    for buddy_id in _in_order(session, request_id, now):
        try:
            return proposals.propose(session, request_id, buddy_id, by=by, now=now)
        except Refused:  # somebody who fitted a moment ago: the next may
            continue
    return None


def request_of(session: Session, noun: str, number: int) -> int | None:
    """The request that a line of the journal is about, where it is about one."""
    if noun == "request":
        return number
    row = _row(session, noun, number)
    return row.request_id if row else None


def _row(session: Session, noun: str, number: int) -> Proposal | Match | None:
    if noun == "proposal":
        return session.get(Proposal, number)
    return session.get(Match, number) if noun == "match" else None


def _in_order(session: Session, request_id: int, now: datetime) -> Iterator[int]:
    prepared = session.get(PreparedProposal, request_id)
    if prepared:
        yield prepared.buddy_id
    for one in shortlist.of_all(session, request_id, now=now).shortlist:
        yield one.buddy_id
