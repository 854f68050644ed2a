"""A question that a parent asked counts in the register: with its topics, without a name and without its words."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from domain.actors import Actor
from domain.inquiring import answering
from domain.refused import Refused
from domain.register import questions
from store.door_states import Audience, InquiryKind
from store.queries import inquiries


def count(session: Session, inquiry_id: int, topics: Sequence[str], *, by: Actor, now: datetime) -> None:
    """Once only; nothing in the register leads back to it. Raises `Refused`, also about a topic that is missing."""
    one = inquiries.one(session, inquiry_id)
    if one is None:
        raise Refused("not_found")
    answering.mark_counted(session, one.id, by=by)
    values = {
        "topics": tuple(topics),
        "channel": "phone" if one.kind is InquiryKind.CALL_BACK else "form",
        "asker": "young" if one.audience is Audience.YOUNG else "parent",
        "asked_on": one.asked_on,
    }
    questions.register(session, values, by=by, now=now)
