"""A parent changes their own request: another wish takes back what a buddy was asked on the old one."""

from datetime import datetime

from sqlalchemy.orm import Session

from domain import journal
from domain.actors import PARENT
from domain.matchmaking import proposals, requests
from domain.matchmaking.wishes import Wish
from domain.refused import Refused
from store.models import Request
from store.states import ProposalState


def change(session: Session, request_id: int, asked: Wish, *, now: datetime) -> None:
    """The parent's own change while nobody is matched; the place in the line stays. Twice is harmless.

    Another name, phone number or mail address changes nothing for a buddy who was asked. Any other change takes the
    running proposal back: that buddy said yes, or would, to something else. Raises `Refused("request.over")`, and
    `Refused("request.no_contact")` as asking does.
    """
    row = requests.locked(session, request_id)
    if row.state not in requests.WAITING:
        raise Refused("request.over")
    before = wanted(row)
    requests.change(session, request_id, asked, by=PARENT, now=now)
    row.wanted_at = now  # who still works on the request still wants it
    if wanted(row) == before:
        return
    running = proposals.current(session, request_id)
    if running is not None:
        proposals.finish(running, row, ProposalState.WITHDRAWN, now)
        journal.record(session, "proposal.withdrawn", ("proposal", running.id), by=PARENT, now=now, changed=True)


def wanted(row: Request) -> Wish:
    """What the request asks, without who asks."""
    return Wish(
        name="",
        municipality_code=row.municipality_code,
        topics=tuple(sorted(topic.code for topic in row.topics)),
        sector=row.sector,
        age_band=row.age_band,
        contact_modes=tuple(sorted(row.contact_modes)),
        moments=tuple(sorted(row.moments)),
        languages=tuple(sorted(row.languages)),
        style=row.style,
        avoid_own_municipality=row.avoid_own_municipality,
    )
