"""Sending what is ready: first who gets a mail, then the yes, then what came of it."""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.availability.appointment_typed import number_of
from dashboard.parts.planning.plan_ids import PICK, SEND, SEND_YES
from dashboard.parts.planning.plan_people import people
from dashboard.parts.planning.prepared_list import what_was_sent, who_gets_mail
from dashboard.parts.toasts import toast
from domain import catalogue
from domain.matchmaking import prepared
from domain.refused import Refused
from i18n import _
from store.queries.matchmaking import plans as found
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

MOST_DIGITS = 9


def send_dialog() -> Component:
    """Put it once on a page with `prepared_list`."""
    return dmc.Modal(html.Div(id="plan-mails"), id="plan-modal", title=_("Wie krijgt een bericht?"), size="lg")


def register_sending(callbacks: Callbacks, services: Services) -> None:
    _register_asking(callbacks, services)
    _register_yes(callbacks, services)


def _register_asking(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("plan-modal", "opened"),
        Output("plan-mails", "children"),
        Input({"type": SEND, "request": ALL}, "n_clicks"),
        State({"type": PICK, "request": ALL}, "checked"),
        State({"type": PICK, "request": ALL}, "id"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def ask(_clicks: object, checked: Sequence[object], boxes: Sequence[object]) -> tuple[bool, Component | None]:
        """The button below the list asks about what is ticked, the button in a row about that row, minus one closes."""
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        if ctx.triggered_id["request"] == -1:
            return False, None
        ticked = {number_of(box, "request") for box, on in zip(boxes, checked, strict=False) if on is True}
        wanted = {number_of(ctx.triggered_id, "request")} - {0} or ticked
        with services.database.reading() as session:
            chosen = [one for one in found.prepared(session) if one.request_id in wanted]
            if not chosen:
                raise Refused("plan.nothing_chosen")
            who = people(session, [one.request_id for one in chosen], services.now())
            return True, who_gets_mail(chosen, who, mails=_mails(session))


def _register_yes(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("plan-modal", "opened", allow_duplicate=True),
        Output("plan-told", "children", allow_duplicate=True),
        Output("plan-changed", "data", allow_duplicate=True),
        Output("plan-focus", "data", allow_duplicate=True),
        Input({"type": SEND_YES, "requests": ALL}, "n_clicks"),
        roles=COORDINATOR,
        prevent_initial_call=True,
        running=[(Output("plan-mails", "className"), "busy", "")],
    )
    def send(_clicks: object) -> tuple[Any, ...]:
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        wanted, by, now = _numbers(ctx.triggered_id["requests"]), current_actor(), services.now()
        with services.database.writing() as session:
            pairs = {one.request_id: one.buddy_id for one in found.prepared(session)}
            sent = prepared.send_all(session, wanted, by=by, now=now)
            who = people(session, tuple(sent), now)
        if not sent:
            toast(_("Deze voorstellen staan niet meer klaar."), tone="bad")
        told = what_was_sent(sent, pairs, who) if sent else None
        return False, told, now.isoformat(), "plan-told"


def _numbers(text: object) -> list[int]:
    return [int(part) for part in str(text).split("-") if part.isdecimal() and len(part) <= MOST_DIGITS]


def _mails(session: Session) -> bool:
    """Whether staff let a proposal go out by mail by itself."""
    every = catalogue.entries(session, "automation", all_of_them=True)
    return any(one.active and one.data.get("when") == "proposal.sent" for one in every)
