"""Two tools on the page of a gathering: move it, and keep it as a template for others."""

from datetime import datetime

import dash_mantine_components as dmc
from dash import Input, Output, State, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.gatherings.event_chip import movable
from dashboard.parts.gatherings.event_fields import values_of
from dashboard.parts.gatherings.move_button import move_button
from dashboard.parts.gatherings.move_dialog import move_dialog
from dashboard.parts.icons import icon
from dashboard.parts.toasts import toast
from domain.gatherings import event_templates
from domain.refused import Refused
from domain.texts import say
from i18n import _
from store.queries.gatherings import events
from store.queries.gatherings.events import EventFacts
from web.services import Services
from web.sessions import current_actor

OPENED = Output("template-dialog", "opened", allow_duplicate=True)
ERROR = Output("template-name", "error", allow_duplicate=True)


def event_tools(event: EventFacts, now: datetime) -> list[Component]:
    """The choices of what can be done with this gathering now, for a menu."""
    keep = dmc.Button(_("Bewaar als sjabloon"), id="template-open", variant="subtle", leftSection=icon("book-open"))
    return [move_button(event, words=True), keep] if movable(event, now) else [keep]


def tool_dialogs() -> Component:
    """What the buttons open; put it on the page once."""
    help_ = _("Titel, soort, tekst, onderwerpen, uren, locatie en plaatsen blijven bewaard. De datum niet.")
    buttons = [
        dmc.Button(_("Toch niet"), id="template-no", variant="default"),
        dmc.Button(_("Bewaar"), id="template-yes"),
    ]
    inside = [
        dmc.TextInput(id="template-name", label=_("Naam van het sjabloon"), description=help_, required=True),
        dmc.Group(buttons, justify="flex-end"),
    ]
    dialog = dmc.Modal(html.Div(inside, className="move-dialog"), id="template-dialog", title=_("Bewaar als sjabloon"))
    return html.Div([dialog, move_dialog()])


def register_tools(callbacks: Callbacks, services: Services) -> None:
    """Templates; moving is registered with the calendar."""
    _register_asking(callbacks, services)
    _register_keeping(callbacks, services)
    callbacks.clientside("calendar.close", OPENED, Input("template-no", "n_clicks"), prevent_initial_call=True)


def _register_asking(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        OPENED,
        Output("template-name", "value"),
        ERROR,
        Input("template-open", "n_clicks"),
        State("event-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def ask(clicks: object, number: object) -> tuple[bool, str, None]:
        if not clicks:
            raise PreventUpdate
        return True, _event(services, number).title, None


def _register_keeping(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        OPENED,
        ERROR,
        Input("template-yes", "n_clicks"),
        State("event-number", "data"),
        State("template-name", "value"),
        roles=COORDINATOR,
        prevent_initial_call=True,
        running=[(Output("template-yes", "loading"), True, False)],
    )
    def keep(clicks: object, number: object, name: object) -> tuple[bool, str | None]:
        if not clicks:
            raise PreventUpdate
        values, said = values_of(_event(services, number)), name if isinstance(name, str) else ""
        try:
            with services.database.writing() as session:
                event_templates.keep(session, said, values, by=current_actor(), now=services.now())
        except Refused as refused:
            return True, say(refused)
        toast(_("Bewaard. Een nieuwe bijeenkomst kan hiermee beginnen."))
        return False, None


def _event(services: Services, number: object) -> EventFacts:
    with services.database.reading() as session:
        found = events.event(session, number) if isinstance(number, int) else None
    if found is None:
        raise Refused("not_found")
    return found
