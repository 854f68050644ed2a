"""Conversations that invented buddies and parents agreed on."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from domain.actors import DEMO
from domain.availability import appointments
from domain.availability.suggested_moments import suggested
from store.queries.buddying.appointments import Partner, partners

MINUTES = 60


def agree(session: Session, buddy_ids: Sequence[int], *, now: datetime) -> None:
    """Every match that runs has a next conversation, at a moment when the buddy is free and the parent may be too."""
    for buddy_id in buddy_ids:
        for partner in partners(session, buddy_id):
            _agree(session, partner, now)


def _agree(session: Session, partner: Partner, now: datetime) -> None:
    # Asked each time anew: the conversation before may have taken the moment.
    found = suggested(session, partner, MINUTES, now=now)
    if found:
        way = partner.contact_modes[0] if partner.contact_modes else "phone"
        appointments.plan(session, partner.match_id, found[0].starts_at, MINUTES, way, by=DEMO, now=now)
