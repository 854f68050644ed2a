"""A parent withdraws: what people wrote about it and what letters said goes away at once, not only after months."""

from collections.abc import Iterator

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from domain.care import care
from domain.post import letters
from store.models import Appointment, CheckIn, Match, PreparedProposal, Proposal


def forget(session: Session, request_id: int) -> None:
    """Nothing more is asked or sent, remarks are gone, and of letters stays that they were sent. Twice is harmless."""
    care.forget(session, request_id)
    session.execute(delete(PreparedProposal).where(PreparedProposal.request_id == request_id))
    letters.forget(session, dict(subjects(session, request_id)), reader=f"request:{request_id}")


def subjects(session: Session, request_id: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    """By noun everything about this request that a letter can be about."""
    proposals = tuple(session.scalars(select(Proposal.id).where(Proposal.request_id == request_id)))
    matches = tuple(session.scalars(select(Match.id).where(Match.request_id == request_id)))
    yield "request", (request_id,)
    yield from ((noun, proposals) for noun in ("proposal", "offer"))
    yield from ((noun, matches) for noun in ("match", "first_contact"))
    yield "check_in", tuple(session.scalars(select(CheckIn.id).where(CheckIn.match_id.in_(matches))))
    yield "appointment", tuple(session.scalars(select(Appointment.id).where(Appointment.match_id.in_(matches))))
