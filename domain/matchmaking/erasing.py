"""A parent has their request erased: at once, everywhere, and for good."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from domain import journal, links
from domain.actors import Actor
from domain.allowed import parent_or_staff
from domain.matchmaking import forgetting, requests
from domain.post import letters
from matching.crowd_text import read_crowd
from store.models import (
    Appointment,
    CheckIn,
    Helpfulness,
    JournalLine,
    Match,
    MatchPlan,
    PairWish,
    Proposal,
    Request,
)
from store.states import AppointmentState, LinkPurpose, PlanState

NO_REASONS: dict[str, list[object]] = {"parts": []}


def erase(session: Session, request_id: int, *, by: Actor, now: datetime) -> None:
    """Withdraw the request and take away all that it says: wishes, answers, remarks, letters, links. Twice is harmless.

    What stays is a request without content, so that a buddy who was asked or was matched hears that it is over and
    keeps the count of their own work: its municipality, its days, and which buddies were asked.
    """
    parent_or_staff(by)
    requests.withdraw(session, request_id, by=by, now=now)
    row = requests.locked(session, request_id)
    if not row.consent_text:
        return
    _empty(row)
    matches = tuple(session.scalars(select(Match.id).where(Match.request_id == request_id)))
    subjects = dict(forgetting.subjects(session, request_id))
    letters.erase(session, subjects)
    links.erase(session, LinkPurpose.REQUEST, (request_id,))
    links.erase(session, LinkPurpose.CHECK_IN, subjects["check_in"])
    session.execute(delete(CheckIn).where(CheckIn.match_id.in_(matches)))
    session.execute(delete(Helpfulness).where(Helpfulness.match_id.in_(matches)))
    session.execute(delete(PairWish).where(PairWish.request_id == request_id))
    # An appointment that was just called off stays until the buddy heard of it; nothing in it tells of the parent.
    past = (Appointment.request_id == request_id, Appointment.state != AppointmentState.CANCELLED)
    session.execute(delete(Appointment).where(*past))
    _empty_lines(session, subjects["check_in"])
    _empty_proposals(session, request_id)
    _empty_plans(session, request_id, row.created_at)
    journal.record(session, "request.erased", ("request", request_id), by=by, now=now)


def _empty(row: Request) -> None:
    row.topics, row.contact_modes, row.moments, row.languages = [], [], [], []
    row.sector = row.age_band = row.style = None
    row.avoid_own_municipality, row.urgency, row.consent_text = False, 0, ""


def _empty_lines(session: Session, check_ins: Collection[int]) -> None:
    """That was asked how it goes stays in the log, what was answered does not."""
    about = (JournalLine.subject_kind == "check_in", JournalLine.subject_id.in_(check_ins))
    for line in session.scalars(select(JournalLine).where(*about)):
        line.facts = {key: value for key, value in line.facts.items() if key != "answer"}


def _empty_proposals(session: Session, request_id: int) -> None:
    """Why a buddy was thought to fit tells what the parent asked; why one of them said no may tell it too."""
    for proposal in session.scalars(select(Proposal).where(Proposal.request_id == request_id)):
        proposal.reasons = {"buddy_id": proposal.buddy_id, "score": proposal.score, **NO_REASONS}
        proposal.decline_reason = None


def _empty_plans(session: Session, request_id: int, since: datetime) -> None:
    """A plan that counted on this request can't be reckoned again; one that was looked at is put away."""
    kept = select(MatchPlan).where(MatchPlan.made_at >= since, MatchPlan.input.is_not(None))
    for plan in session.scalars(kept):
        if _is_in(request_id, plan.input or ""):
            plan.input = plan.result = None
            plan.state = PlanState.DROPPED if plan.state is PlanState.PREVIEW else plan.state


def _is_in(request_id: int, text: str) -> bool:
    return any(one.need.request_id == request_id for one in read_crowd(text).askers)
