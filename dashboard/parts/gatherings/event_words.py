"""How staff read a gathering: its state, its seats, its hours."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.pieces import badge
from i18n import day, lazy, n_, time_of_day
from store.queries.gatherings.events import EventFacts
from store.states import EventState

PATH = "/werk/kalender"
NEW = f"{PATH}/nieuw"
TEMPLATES = f"{PATH}/sjablonen"
STATES = {
    EventState.DRAFT: (lazy("Concept"), "warn"),
    EventState.OPEN: (lazy("Open voor aanmelden"), "good"),
    EventState.CLOSED: (lazy("Aanmelden gesloten"), "plain"),
    EventState.CANCELLED: (lazy("Afgezegd"), "bad"),
    EventState.SKIPPED: (lazy("Overgeslagen"), "bad"),
    EventState.HELD: (lazy("Geweest"), "plain"),
    EventState.ARCHIVED: (lazy("Archief"), "plain"),
}


def state_badge(event: EventFacts) -> Component:
    text, tone = STATES[event.state]
    return badge(str(text), tone)


def seats_in_words(event: EventFacts) -> str:
    """`8 van 12 plaatsen bezet, 2 wachten`."""
    taken = n_("{taken} van {n} plaats bezet", "{taken} van {n} plaatsen bezet", event.seats, taken=event.seats_taken)
    if not event.parties_waiting:
        return taken
    return f"{taken}, {n_('{n} wacht', '{n} wachten', event.parties_waiting)}"


def seats_bar(event: EventFacts) -> Component:
    """The seats as a bar with its words, which say everything that the bar shows."""
    said = seats_in_words(event)
    share = 100 * event.seats_taken / event.seats if event.seats else 100
    bar = dmc.Progress(value=share, size="lg", **aria(label=said))
    return html.Div([bar, html.Strong(said)], className="seats-bar")


def hours(event: EventFacts) -> str:
    """`19:30–21:30`; the day of the end only where it is another one."""
    end = time_of_day(event.ends_at)
    if day(event.starts_at) != day(event.ends_at):
        end = f"{day(event.ends_at)} {end}"
    return f"{time_of_day(event.starts_at)}–{end}"
