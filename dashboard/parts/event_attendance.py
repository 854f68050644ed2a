"""The way to the sheet at the door."""

from datetime import datetime

from dash.development.base_component import Component

from dashboard.parts.event_words import PATH
from dashboard.parts.pieces import link_button
from domain.attendance import NOTED, OPENS
from i18n import _
from store.queries.events import EventFacts


def door_button(event: EventFacts, now: datetime) -> Component | None:
    """From an hour before the start on: where to note who is there."""
    if event.state not in NOTED or now < event.starts_at - OPENS:
        return None
    return link_button(_("Wie is er?"), f"{PATH}/{event.id}/aanwezig", symbol="user-check", primary=False)
