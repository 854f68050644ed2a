"""Beside the seats in the form: how many of those who sign up usually come, for whoever plans to know."""

from dash import Input, Output, State, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.attributes import aria
from dashboard.parts.fields import field_id
from dashboard.parts.gatherings.event_attendance import in_words
from dashboard.parts.gatherings.event_fields import FORM, SEATS
from domain.taking_part import showing_up
from i18n import _
from store.queries.gatherings import events
from web.services import Services

TURNOUT = "event-turnout"


def turnout_place() -> Component:
    """Where the sentence comes; put it under the seats, once."""
    return html.Div(id=TURNOUT, className="turnout", **aria(live="polite"))


def register_turnout(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output(TURNOUT, "children"),
        Input(field_id(FORM, "kind"), "value"),
        Input(field_id(FORM, SEATS), "value"),
        State("event-number", "data"),
        roles=COORDINATOR,
    )
    def show(kind: object, seats: object, number: object) -> list[Component]:
        with services.database.reading() as session:
            event = events.event(session, number) if isinstance(number, int) else None
            series = event.series_id if event and event.kind == kind else None
            usual = showing_up.usual(session, str(kind or ""), series) if kind else None
        return said(usual, seats) if usual else []


def said(usual: showing_up.ShowingUp, seats: object) -> list[Component]:
    """What is usual, what that means for so many seats, and that it changes nothing."""
    lines = [in_words(usual)]
    come = round(seats * usual.share) if isinstance(seats, int) else 0
    if come > 1:
        lines.append(_("Zijn alle plaatsen bezet, dan komen er ongeveer {n} mensen.", n=come))
    lines.append(_("Dit is alleen om te weten: er komen niet meer aanmeldingen dan plaatsen."))
    return [html.P(" ".join(lines), className="note")]
