"""What letters say to somebody who came: the same as about the sign-up, with a link to say how it was."""

from datetime import datetime

from sqlalchemy.orm import Session

from domain.post.facts import sign_ups
from domain.post.facts.about import Recipient, no_calendar
from domain.taking_part import feedback
from store.models import SignUp
from store.states import SignUpState

calendar = no_calendar
values = sign_ups.values
screen = sign_ups.screen


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    """As of the sign-up, but for who was noted as absent."""
    row = session.get(SignUp, subject_id)
    absent = row is not None and row.state is SignUpState.ABSENT
    return SignUpState.ABSENT.value if absent else sign_ups.state(session, subject_id, now=now)


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    row = session.get(SignUp, subject_id)
    if row is None or who != "parent":
        return ()
    reader = sign_ups.recipient(row)
    return (Recipient(reader.key, reader.name, reader.address, reader.phone, reader.language, ("after_care", row.id)),)


def link(session: Session, subject_id: int, *, now: datetime) -> str:
    return feedback.link(session, session.get_one(SignUp, subject_id).event_id, now=now)
