"""Adding somebody who phoned: the parents' own form, filled in by staff."""

from datetime import datetime
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.attempt import attempt
from dashboard.parts.fields import FIELD, errors_of, field_errors, field_values, form_controls, typed
from dashboard.parts.icons import icon
from dashboard.parts.numbers.question_form import blank
from dashboard.parts.toasts import toast
from domain.checking import Checked
from domain.forms import Form, load
from domain.refused import Refused
from domain.taking_part import sign_ups
from domain.taking_part.party import party, without_choice
from domain.taking_part.sign_ups import SignedUp
from domain.taking_part.waiting_list import GIVES_SEATS
from i18n import _
from store.queries.gatherings import events
from store.queries.gatherings.events import EventFacts
from store.sessions import Session
from store.states import EventState, SignUpState
from web.services import Services
from web.sessions import current_actor

FORM = "sign_up"
ALONE = {"party": 1}


def add_button(event: EventFacts, now: datetime) -> Component | None:
    """For as long as somebody can still come."""
    if event.state not in GIVES_SEATS or event.starts_at <= now:
        return None
    # A draft and a closed one have a more important button: the one that opens them.
    looks = "filled" if event.state is EventState.OPEN else "default"
    return dmc.Button(_("Iemand toevoegen"), id="sign-up-add", leftSection=icon("user-plus"), variant=looks)


def sheet_form(session: Session, event_id: int) -> Form:
    """What is asked for this gathering; how somebody takes part only where there is a choice."""
    event = events.event(session, event_id)
    return without_choice(load(session, FORM), event.online_seats if event else 0)


def sheet(form: Form) -> Component:
    """The form over the page; what was typed stays when it is closed and opened again."""
    note = html.P(_("U kunt de vragen zo voorlezen."), className="note")
    save = dmc.Button(_("Meld aan"), id="sign-up-save", leftSection=icon("check"))
    inside = html.Div([note, *form_controls(form, ALONE), html.Div(save, className="actions")], className="inside-form")
    modal = dmc.Modal(inside, id="sign-up-sheet", title=_("Iemand aanmelden"), size="lg")
    return html.Div([modal, dcc.Store(id="sign-up-added")])


def register_sheet(callbacks: Callbacks, services: Services) -> None:
    _register_opening(callbacks)
    _register_saving(callbacks, services)


def _register_opening(callbacks: Callbacks) -> None:
    @callbacks(
        Output("sign-up-sheet", "opened"), Input("sign-up-add", "n_clicks"), roles=COORDINATOR,
        prevent_initial_call=True,
    )  # fmt: skip
    def open_up(clicks: object) -> bool:
        if not clicks:
            raise PreventUpdate
        return True


def _register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        Output({"type": FIELD, "form": FORM, "key": ALL}, "value"),
        Output("sign-up-sheet", "opened", allow_duplicate=True),
        Output("sign-up-added", "data"),
        Input("sign-up-save", "n_clicks"),
        field_values(FORM),
        State("event-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
        running=[(Output("sign-up-save", "disabled"), True, False)],
    )
    def save(_clicks: object, values: list[object], number: int) -> tuple[Any, ...]:
        made: list[SignedUp] = []
        with services.database.reading() as session:
            form = sheet_form(session, number)
        errors = attempt(form, typed(form, values), lambda checked: made.append(_sign_up(services, number, checked)))
        if errors:
            return errors_of(form, errors), [no_update] * len(form.fields), no_update, no_update
        waits = made[0].state is SignUpState.WAITING
        toast(_("Op de wachtlijst gezet.") if waits else _("Aangemeld."), tone="info" if waits else "good")
        empty = [ALONE.get(one.key, value) for one, value in zip(form.fields, blank(form), strict=True)]
        return errors_of(form, {}), empty, False, services.now().isoformat()


def _sign_up(services: Services, number: int, checked: Checked) -> SignedUp:
    with services.database.writing() as session:
        try:
            return sign_ups.sign_up(session, number, party(checked), by=current_actor(), now=services.now())
        except Refused as refused:
            if refused.key == "signup.twice":  # its usual words speak to the parent
                raise Refused("signup.listed", field=refused.field) from refused
            raise
