"""A gathering as a block in the calendar: its time, title, place, seats and state, in words and in form."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria, data
from dashboard.parts.gatherings.event_words import PATH, STATES, hours, seats_in_words, state_badge
from domain.gatherings.event_kinds import EventKind
from domain.gatherings.events import CHANGEABLE
from domain.local_time import wall
from i18n import _, n_, time_of_day
from store.queries.gatherings.events import EventFacts
from store.states import EventState

COLOURS = 7
Kinds = Mapping[str, EventKind]


def chip(event: EventFacts, kinds: Kinds) -> Component:
    """Two lines that fit in a day of the month; everything in full for who listens."""
    details = [event.place, seats_in_words(event), state_word(event)]
    inside = [
        html.Span(time_of_day(event.starts_at), className="chip-time"),
        html.Span(event.title, className="chip-title"),
        html.Span(f"{in_short(event)} · {event.municipality}", className="chip-more", **aria(hidden="true")),
        html.Span(", " + ", ".join(details), className="unseen"),
    ]
    return dcc.Link(inside, href=f"{PATH}/{event.id}", className=names(event, kinds))


def line(event: EventFacts, kinds: Kinds) -> Component:
    """As broad as a phone: everything is readable."""
    usual = event.state is EventState.OPEN
    inside = [
        html.Span(hours(event), className="chip-time"),
        html.Strong(event.title, className="chip-title"),
        html.Span(f"{event.venue}, {event.municipality}", className="quiet"),
        html.Span(seats_in_words(event), className="quiet"),
        None if usual else state_badge(event),
    ]
    return dcc.Link(inside, href=f"{PATH}/{event.id}", className=f"{names(event, kinds)} tall")


def in_short(event: EventFacts) -> str:
    """`Concept · 8/12 · online 3/5 · 2 wachten`: the state where it is not the usual one, who comes, who waits."""
    parts = [] if event.state is EventState.OPEN else [state_word(event)]
    if event.seats or not event.online_seats:
        parts.append(f"{event.seats_taken}/{event.seats}")
    if event.online_seats:
        parts.append(f"online {event.online_taken}/{event.online_seats}")
    if waiting := event.parties_waiting + event.online_waiting:
        parts.append(n_("{n} wacht", "{n} wachten", waiting))
    return " · ".join(parts)


def handle(event: EventFacts, now: datetime) -> dict[str, Any]:
    """What a drag needs to know, for a gathering that can still be moved."""
    if not movable(event, now):
        return {}
    day, start = wall(event.starts_at)
    minutes = start.hour * 60 + start.minute
    return data(event=str(event.id), from_day=day.isoformat(), start=str(minutes))


def movable(event: EventFacts, now: datetime) -> bool:
    """Drafts can be moved always; what is public, until it has begun."""
    return event.state in CHANGEABLE and (event.state is EventState.DRAFT or event.starts_at > now)


def names(event: EventFacts, kinds: Kinds) -> str:
    return f"event-chip {colour(kinds.get(event.kind))} {event.state.value}"


def colour(kind: EventKind | None) -> str:
    return f"kind-{kind.colour % COLOURS + 1}" if kind else ""


def state_word(event: EventFacts) -> str:
    return str(STATES[event.state][0])


def legend(kinds: Sequence[EventKind]) -> Component:
    """What the colours and the lines mean."""
    colours = [html.Li(html.Span(kind.name, className=f"event-chip {colour(kind)}")) for kind in kinds]
    lines = [
        html.Li(html.Span(str(STATES[state][0]), className=f"event-chip {state.value}"))
        for state in (EventState.DRAFT, EventState.CANCELLED)
    ]
    return html.Ul([*colours, *lines], className="legend", **aria(label=_("Wat de kleuren betekenen")))
