"""Gatherings one below the other: what is still to come or what is over, page by page, also on paper."""

from collections.abc import Sequence
from datetime import datetime

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.gatherings.event_chip import movable
from dashboard.parts.gatherings.event_words import PATH, hours, state_badge
from dashboard.parts.gatherings.move_button import move_button
from dashboard.parts.icons import icon
from dashboard.parts.tables import Cell, Column, table
from i18n import _, day, n_
from store.queries.gatherings.events import EventFacts

A_PAGE = 25


def pages(count: int) -> int:
    """How many pages that many gatherings take; an empty list is one page too."""
    return max(1, -(-count // A_PAGE))


def event_list(events: Sequence[EventFacts], count: int, page: int, now: datetime, caption: str) -> Component:
    """One page of the list, with where one is in it."""
    columns: list[Column | str] = [
        _("Bijeenkomst"),
        _("Wanneer"),
        _("Waar"),
        Column(_("Plaatsen"), numeric=True),
        Column(_("Wachtlijst"), numeric=True),
        _("Stand"),
        Column(_("Verplaatsen"), numeric=True),
    ]
    rows = [_row(event, now) for event in events]
    where = _("bladzijde {page} van {pages}", page=page, pages=pages(count))
    paper = dmc.Button(_("Druk af"), id="calendar-print", variant="default", leftSection=icon("printer"))
    said = f"{n_('{n} bijeenkomst', '{n} bijeenkomsten', count)}, {where}"
    foot = html.Div([html.Span(said), paper], className="list-foot")
    return html.Div([table(columns, rows, caption=caption), foot], className="event-list")


def _row(event: EventFacts, now: datetime) -> list[Cell]:
    title = dcc.Link(event.title, href=f"{PATH}/{event.id}")
    when = html.Span([day(event.starts_at, year=True), html.Br(), hours(event)])
    taken = _("{taken} van {seats}", taken=event.seats_taken, seats=event.seats)
    if event.online_seats:
        taken += f", online {event.online_taken}/{event.online_seats}"
    waiting = str(event.parties_waiting + event.online_waiting or "–")
    move = move_button(event) if movable(event, now) else None
    return [title, when, f"{event.venue}, {event.municipality}", taken, waiting, state_badge(event), move]
