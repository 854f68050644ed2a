"""A buddy's own appointments: what is planned, and planning, moving and calling off in a few taps."""

from datetime import datetime
from typing import Any

from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import BUDDY, WORK, Page
from dashboard.parts import empty_state, page_header, toast
from dashboard.parts.availability import appointment_form as drawn
from dashboard.parts.availability.appointment_form import act, field
from dashboard.parts.availability.appointment_typed import minutes as minutes_of
from dashboard.parts.availability.appointment_typed import number_of, typed
from dashboard.parts.availability.appointments import PATH, coming
from domain import forms
from domain.actors import Actor
from domain.availability import appointments
from domain.availability.suggested_moments import LOOKS_AHEAD, suggested
from domain.availability.why_not import why_not
from domain.local_time import wall
from domain.matchmaking import asked
from domain.refused import Refused
from domain.texts import say
from i18n import _, lazy
from store.queries.buddying import appointments as found
from store.queries.buddying.appointments import Meeting, Partner
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor


def layout(met: str = "") -> Component:
    """`met` is the match with which to begin."""
    about = {"match": int(met) if met.isdecimal() else None, "moving": None}
    parts = [
        page_header(_("Mijn afspraken"), _("Wanneer u een ouder spreekt. Nooit twee tegelijk.")),
        dcc.Store(id="appointments-changed"),
        dcc.Store(id="appointments-about", data=about),
        html.Div(id="appointments-coming", className="stack"),
        html.Div(id="appointments-form", className="stack"),
    ]
    return html.Div(parts)


def register(callbacks: Callbacks, services: Services) -> None:
    _register_views(callbacks, services)
    _register_choices(callbacks, services)
    _register_saving(callbacks, services)
    _register_calling_off(callbacks, services)


def _register_views(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("appointments-coming", "children"), Input("appointments-changed", "data"), roles=BUDDY)
    def show(_changed: object) -> list[Component]:
        number, now = current_actor().buddy_id, services.now()
        if number is None:
            return [empty_state(_("Geen buddy"), _("Deze gebruiker is niet als buddy ingeschreven."))]
        with services.database.reading() as session:
            return coming(found.coming(session, number, now=now), asked.terms(session), now)

    @callbacks(
        Output("appointments-form", "children"),
        Input("appointments-about", "data"),
        Input("appointments-changed", "data"),
        roles=BUDDY,
    )
    def show_form(about: object, _changed: object) -> list[Component]:
        with services.database.reading() as session:
            return _form(session, about, services.now())


def _register_choices(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("appointments-about", "data"),
        Input(act("with", ALL), "n_clicks"),
        Input(act("move", ALL), "n_clicks"),
        Input(act("stay", ALL), "n_clicks"),
        roles=BUDDY,
        prevent_initial_call=True,
    )
    def choose(_with: object, _move: object, _stay: object) -> Any:  # noqa: ANN401 - what is chosen or Dash's "leave it"
        pressed = ctx.triggered_id
        if not pressed or not ctx.triggered[0]["value"]:
            return no_update
        number = int(pressed["number"])
        moving = pressed["type"] == act("move", 0)["type"]
        return {"match": None if moving else number, "moving": number if moving else None}

    @callbacks(
        Output(drawn.MOMENTS, "children"),
        Input(field("minutes"), "value"),
        State("appointments-about", "data"),
        roles=BUDDY,
        prevent_initial_call=True,
    )
    def show_moments(minutes: object, about: object) -> Any:  # noqa: ANN401 - moments or Dash's "leave it"
        with services.database.reading() as session:
            partner, _moving = _chosen(session, about)
            if partner is None:
                return no_update
            return _moments(session, partner, minutes_of(minutes), services.now())


def _register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("appointments-changed", "data"),
        Output("appointments-about", "data", allow_duplicate=True),
        Output(drawn.ERROR, "children"),
        Input(act("save", ALL), "n_clicks"),
        State("appointments-about", "data"),
        State(field(ALL), "value"),
        roles=BUDDY,
        prevent_initial_call=True,
    )
    def save(_clicks: object, about: object, _values: object) -> tuple[Any, Any, str]:
        if not ctx.triggered or not ctx.triggered[0]["value"]:
            return no_update, no_update, ""
        now = services.now()
        try:
            with services.database.writing() as session:
                said = _save(session, about, ctx.states_list[1], by=current_actor(), now=now)
        except Refused as refused:
            return no_update, no_update, say(refused)
        toast(said)
        return now.isoformat(), {"match": None, "moving": None}, ""


def _register_calling_off(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("appointments-changed", "data", allow_duplicate=True),
        Input(act("off", ALL), "n_clicks"),
        roles=BUDDY,
        prevent_initial_call=True,
    )
    def call_off(_clicks: object) -> Any:  # noqa: ANN401 - a moment or Dash's own "leave it"
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            return no_update
        now = services.now()
        with services.database.writing() as session:
            appointments.cancel(session, int(ctx.triggered_id["number"]), by=current_actor(), now=now)
        toast(_("De afspraak is afgezegd. De ouder krijgt bericht."))
        return now.isoformat()


def _form(session: Session, about: object, now: datetime) -> list[Component]:
    number = current_actor().buddy_id
    partners = found.partners(session, number) if number else ()
    if not partners:
        return [drawn.nobody()] if number else []
    partner, moving = _chosen(session, about)
    if partner is None:
        return [drawn.whom(partners)]
    minutes = moving.minutes if moving else drawn.USUAL
    ways = forms.terms(session, "contact_mode")
    return [drawn.form(partner, moving, _moments(session, partner, minutes, now), ways)]


def _chosen(session: Session, about: object) -> tuple[Partner | None, Meeting | None]:
    """With which parent, and which appointment moves; never somebody else's. With one parent there is no choice."""
    number = current_actor().buddy_id
    partners = {one.match_id: one for one in found.partners(session, number)} if number else {}
    match, moves = (number_of(about, key) for key in ("match", "moving"))
    moving = found.one(session, moves)
    if moving is not None and moving.match_id in partners:
        return partners[moving.match_id], moving
    only = next(iter(partners.values())) if len(partners) == 1 else None
    return partners.get(match, only), None


def _moments(session: Session, partner: Partner, minutes: int, now: datetime) -> Component:
    today = wall(now)[0]
    balance = why_not(session, partner.buddy_id, today, today + LOOKS_AHEAD, now=now)
    return drawn.moments(suggested(session, partner, minutes, now=now), partner, minutes, balance)


def _save(session: Session, about: object, fields: list[dict[str, Any]], *, by: Actor, now: datetime) -> str:
    partner, moving = _chosen(session, about)
    if partner is None:
        raise Refused("not_found")
    if moving is not None:
        appointments.move(session, moving.id, *typed(fields), by=by, now=now)
        return _("De afspraak is verplaatst. U en de ouder krijgen bericht.")
    appointments.plan(session, partner.match_id, *typed(fields), by=by, now=now)
    return _("De afspraak is gemaakt. U en de ouder krijgen bericht.")


PAGE = Page(
    PATH, lazy("Mijn afspraken"), BUDDY, layout, register=register, icon="calendar-check", group=WORK, query=("met",)
)
