"""The question before a gathering moves: from when to when, what moves along, who is told; only its yes moves."""

from datetime import date, datetime, time
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.attributes import aria
from dashboard.parts.gatherings.move_button import MOVE
from dashboard.parts.gatherings.move_meaning import meaning, refusal
from dashboard.parts.icons import icon
from dashboard.parts.toasts import toast
from domain.gatherings import moving
from domain.local_time import wall
from domain.refused import Refused
from i18n import _, day_and_time
from store.queries.gatherings import events
from web.services import Services
from web.sessions import current_actor

DONE = "move-done"
REDRAWN = "calendar-changed"
OPENED = Output("move-dialog", "opened", allow_duplicate=True)


def move_dialog() -> Component:
    """Put it once on a page with `move_button`s, which is drawn anew after a move."""
    fields = [
        dmc.DatePickerInput(id="move-day", label=_("Nieuwe dag"), leftSection=icon("calendar")),
        dmc.TimePicker(id="move-time", label=_("Begint om"), leftSection=icon("clock")),
    ]
    help_ = _("Dit lezen ouders bij de bijeenkomst.")
    buttons = [
        dmc.Button(_("Toch niet"), id="move-no", variant="default"),
        dmc.Button(_("Verplaats"), id="move-yes", disabled=True),
    ]
    inside = [
        html.Div(fields, className="row"),
        html.Div(id="move-means", className="move-means", **aria(live="polite")),
        dmc.TextInput(id="move-reason", label=_("Waarom? Dit mag u leeg laten"), description=help_),
        dmc.Group(buttons, justify="flex-end"),
    ]
    stores = [dcc.Store(id=name) for name in ("move-drop", "move-asked", "move-seen", DONE)]
    modal = dmc.Modal(
        html.Div(inside, className="move-dialog"), id="move-dialog", title=_("Bijeenkomst verplaatsen"), size="lg"
    )
    return html.Div([modal, *stores])


def register_moving(callbacks: Callbacks, services: Services) -> None:
    _register_opening(callbacks, services)
    _register_meaning(callbacks, services)
    _register_yes(callbacks, services)
    callbacks.clientside("calendar.moved", Output("move-dialog", "id"), Input(DONE, "data"), prevent_initial_call=True)
    callbacks.clientside("calendar.close", OPENED, Input("move-no", "n_clicks"), prevent_initial_call=True)


def _register_opening(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        OPENED,
        Output("move-asked", "data"),
        Output("move-day", "value"),
        Output("move-time", "value"),
        Output("move-reason", "value"),
        Input("move-drop", "data"),
        Input({"type": MOVE, "event": ALL}, "n_clicks"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def ask(dropped: object, _clicks: object) -> tuple[bool, dict[str, object], str, str, str]:
        """Dropped somewhere, or a button: then it starts where the gathering stands."""
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        drop = dropped if ctx.triggered_id == "move-drop" and isinstance(dropped, dict) else {}
        number = drop.get("event") if drop else ctx.triggered_id["event"]
        with services.database.reading() as session:
            event = events.event(session, number) if isinstance(number, int) else None
        if event is None:
            raise Refused("not_found")
        day, start = wall(event.starts_at)
        asked = {"event": event.id, "at": services.now().isoformat()}
        return True, asked, str(drop.get("day", day)), str(drop.get("time", f"{start:%H:%M}")), ""


def _register_meaning(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("move-means", "children"),
        Output("move-yes", "disabled"),
        Output("move-seen", "data"),
        Input("move-asked", "data"),
        Input("move-day", "value"),
        Input("move-time", "value"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def show(asked: object, day: object, at: object) -> tuple[Any, bool, str | None]:
        try:
            number, to_day, to_time = _read(asked, day, at)
            with services.database.reading() as session:
                found = moving.preview(session, number, to_day, to_time, now=services.now())
        except Refused as refused:
            return refusal(refused), True, None
        return meaning(found), False, found.seen.isoformat()


def _register_yes(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        OPENED,
        Output(DONE, "data"),
        Input("move-yes", "n_clicks"),
        State("move-asked", "data"),
        State("move-day", "value"),
        State("move-time", "value"),
        State("move-reason", "value"),
        State("move-seen", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
        running=[(Output("move-yes", "loading"), True, False)],
    )
    def move(clicks: object, asked: object, day: object, at: object, reason: object, seen: object) -> tuple[bool, str]:
        if not clicks:
            raise PreventUpdate
        number, to_day, to_time = _read(asked, day, at)
        by, now = current_actor(), services.now()
        why = reason if isinstance(reason, str) else ""
        with services.database.writing() as session:
            moving.move(session, number, to_day, to_time, by=by, now=now, seen=_moment(seen), reason=why)
            event = events.event(session, number)
        toast(_("Verplaatst naar {when}.", when=day_and_time(event.starts_at)) if event else "")
        return False, now.isoformat()


def _read(asked: object, day: object, at: object) -> tuple[int, date, time]:
    """Which gathering, and to which moment; raises `Refused` for what makes no sense."""
    number = asked.get("event") if isinstance(asked, dict) else None
    try:
        to_day, to_time = date.fromisoformat(str(day)), time.fromisoformat(str(at))
    except ValueError:
        raise Refused("form.incomplete") from None
    if not isinstance(number, int) or to_time.tzinfo:
        raise Refused("form.incomplete")
    return number, to_day, to_time.replace(second=0, microsecond=0)


def _moment(seen: object) -> datetime:
    try:
        return datetime.fromisoformat(str(seen))
    except ValueError:
        raise Refused("event.changed_meanwhile") from None
