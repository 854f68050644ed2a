"""Did it help? Three short questions to the parent at the start and at the end, all to skip, never with a remark."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import catalogue, journal
from domain.actors import Actor
from domain.allowed import parent_or_staff
from domain.local_time import wall
from domain.matchmaking import requests
from domain.refused import Refused
from store.models import Helpfulness, Match
from store.queries.buddying.helpfulness import given
from store.states import MatchState, RequestState

LEAST, MOST = 1, 5
# Later than this an answer says no longer how it was at the start, or right after the end.
AT_START, AT_END = timedelta(days=14), timedelta(days=70)


def questions(session: Session) -> dict[str, str]:
    """The sentences to which a parent answers, by key, in the reader's language."""
    return {one.key: one.label for one in catalogue.entries(session, "helpfulness")}


def asked_of(session: Session, request_id: int, *, now: datetime) -> tuple[int, bool] | None:
    """The match about which the parent of a request is asked now, and whether at its end; else None.

    Who withdrew is asked nothing any more.
    """
    query = select(Match).where(Match.request_id == request_id).order_by(Match.id.desc()).limit(1)
    match = session.scalar(query)
    if match is None or match.request.state is RequestState.WITHDRAWN:
        return None
    at_end = match.state is MatchState.ENDED
    since, long = (match.ended_at, AT_END) if at_end else (match.started_at, AT_START)
    if since is None or now - since > long or at_end in given(session, match.id):
        return None
    return match.id, at_end


def give(session: Session, request_id: int, answers: Mapping[str, int], *, by: Actor, now: datetime) -> None:
    """Write the answers down, 1 for not true at all to 5 for quite true; what was skipped is left out.

    Once at the start and once at the end of a match: what comes later, or twice, changes nothing. Raises
    `Refused("helpfulness.empty")` without any answer.
    """
    parent_or_staff(by)
    requests.locked(session, request_id)
    asked, known = asked_of(session, request_id, now=now), questions(session)
    chosen = {key: value for key, value in answers.items() if key in known and LEAST <= value <= MOST}
    if not chosen:
        raise Refused("helpfulness.empty")
    if asked is None:
        return
    match_id, at_end = asked
    session.add(Helpfulness(match_id=match_id, at_end=at_end, answers=chosen, given_on=wall(now)[0]))
    journal.record(session, "helpfulness.given", ("match", match_id), by=by, now=now, at_end=at_end)
