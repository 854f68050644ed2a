"""Put a request to the next buddy, when the one who was asked fell away."""

from collections.abc import Mapping
from typing import Any

from automations.actions.action import Action, Occasion
from domain.matchmaking import next_buddy
from i18n import lazy
from store.sessions import Session


def act(session: Session, occasion: Occasion, _parameters: Mapping[str, Any]) -> int:
    """Propose to the buddy who fits best of those who remain; nothing when nobody does or the request is not open."""
    noun, number = occasion.line.subject
    request_id = next_buddy.request_of(session, noun, number)
    asked = next_buddy.propose(session, request_id, by=occasion.by, now=occasion.now) if request_id else None
    return int(asked is not None)


ACTION = Action(
    key="propose_next",
    label=lazy("Vraag de volgende buddy"),
    help=lazy("Stuurt een voorstel aan de buddy die nu het best past. Een buddy uit een bewaard plan gaat voor."),
    parameters=(),
    act=act,
)
