"""Who comes: how many usually do, and the way to the sheet at the door."""

from datetime import datetime

from dash import html
from dash.development.base_component import Component

from dashboard.parts.gatherings.event_words import PATH
from dashboard.parts.numbers.tally_rows import PATH as TALLY
from dashboard.parts.pieces import link_button
from domain.taking_part import showing_up
from domain.taking_part.attendance import NOTED, OPENS
from i18n import _
from store.queries.gatherings.events import EventFacts
from store.sessions import Session


def door_button(event: EventFacts, now: datetime) -> Component | None:
    """From an hour before the start on: where to note who is there."""
    return way_to_the_door(event.id, event.starts_at, now) if event.state in NOTED else None


def way_to_the_door(event_id: int, starts_at: datetime, now: datetime) -> Component | None:
    if now < starts_at - OPENS:
        return None
    return link_button(_("Wie is er?"), f"{PATH}/{event_id}/aanwezig", symbol="user-check", primary=False)


def way_to_tally(event: EventFacts, now: datetime) -> Component | None:
    """From the start on: where to count what people asked about."""
    if event.state not in NOTED or now < event.starts_at:
        return None
    return link_button(_("Vragen turven"), f"{TALLY}?bijeenkomst={event.id}", symbol="list-checks", primary=False)


def usual_turnout(session: Session, event: EventFacts, now: datetime) -> Component | None:
    """Before the start: how many of those who sign up came to the earlier ones, in a sentence; it changes no seats."""
    usual = showing_up.usual(session, event.kind, event.series_id) if now < event.starts_at else None
    return html.P(in_words(usual), className="note") if usual else None


def in_words(usual: showing_up.ShowingUp) -> str:
    return _(
        "Van elke 10 mensen die zich aanmelden, komen er meestal {tenth}. Op basis van {n} keer.",
        tenth=round(10 * usual.share),
        n=usual.gatherings,
    )
