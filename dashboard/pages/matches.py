"""Matches: which run, where the first contact is overdue, and who asks for help."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, WORK, Page
from dashboard.pages.requests import PATH as REQUESTS
from dashboard.parts import aria, badge, card, empty_state, page_header, table, toast
from dashboard.parts.buddying.appointments import for_staff
from dashboard.parts.clock import deadline, lasting
from dashboard.parts.tables import Cell
from domain import forms
from domain.buddying import asked, matches
from domain.buddying.requests import PROMISED_HOURS
from domain.forms import Option
from i18n import _, day, lazy
from store.queries import appointments
from store.queries import matches as found
from store.queries.appointments import Meeting
from store.queries.matches import MatchRow
from store.sessions import Session
from store.states import MatchState
from web.services import Services
from web.sessions import current_actor

PATH = "/werk/koppelingen"
DO = "match-act"
WHY = "match-reason"


def layout() -> Component:
    states = [
        {"value": str(MatchState.RUNNING), "label": _("Loopt")},
        {"value": str(MatchState.ENDED), "label": _("Beëindigd")},
    ]
    choose = dmc.SegmentedControl(id="matches-state", data=states, value=str(MatchState.RUNNING))
    sentence = _("Het eerste contact is binnen {hours} uur. Wat te laat is, ziet u meteen.", hours=PROMISED_HOURS)
    parts = [
        page_header(_("Koppelingen"), sentence),
        html.Div(choose, className="choose"),
        dcc.Store(id="matches-changed"),
    ]
    return html.Div([*parts, html.Div(id="matches-list")])


def register(callbacks: Callbacks, services: Services) -> None:
    _register_list(callbacks, services)
    _register_acts(callbacks, services)


def _register_list(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("matches-list", "children"),
        Input("matches-state", "value"),
        Input("matches-changed", "data"),
        roles=COORDINATOR,
    )
    def show(chosen: object, _changed: object) -> Component:
        ended = chosen == str(MatchState.ENDED)
        with services.database.reading() as session:
            return card(_ended(session) if ended else _running(session, services.now()))


def _register_acts(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("matches-changed", "data"),
        Input({"type": DO, "what": ALL, "number": ALL}, "n_clicks"),
        State({"type": WHY, "number": ALL}, "value"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def act(_clicks: object, _reasons: object) -> Any:  # noqa: ANN401 - a moment or Dash's own "leave it"
        pressed = ctx.triggered_id
        if not pressed or not ctx.triggered[0]["value"]:
            return no_update
        number, by, now = int(pressed["number"]), current_actor(), services.now()
        with services.database.writing() as session:
            if pressed["what"] == "help":
                matches.take_up(session, number, by=by, now=now)
            else:
                matches.end(session, number, _reason(number), by=by, now=now)
        toast(_("Bewaard."))
        return now.isoformat()


def _reason(number: int) -> str:
    chosen = (each for each in ctx.states_list[0] if each["id"]["number"] == number)
    return next((str(each.get("value")) for each in chosen), "")


def _running(session: Session, now: datetime) -> Component:
    rows = found.listed(session, MatchState.RUNNING)
    if not rows:
        return empty_state(
            _("Er loopt geen koppeling"), _("Zodra een buddy ja zegt, staat die hier."), symbol="handshake"
        )
    reasons = forms.terms(session, "end_reason")
    met = appointments.of_matches(session, [one.id for one in rows])
    columns = [_("Ouder"), _("Buddy"), _("Sinds"), _("Contact"), _("Let op"), _("Afronden")]
    return table(columns, [_row(one, met[one.id], reasons, now) for one in rows], caption=_("Lopende koppelingen"))


def _ended(session: Session) -> Component:
    rows = found.listed(session, MatchState.ENDED)
    if not rows:
        return empty_state(_("Nog niets afgerond"), _("Hier komen koppelingen die klaar zijn."), symbol="handshake")
    labels = asked.terms(session)
    columns = [_("Ouder"), _("Buddy"), _("Duur"), _("Gesprekken"), _("Reden")]
    return table(columns, [_past(one, labels) for one in rows], caption=_("Beëindigde koppelingen"))


def _row(one: MatchRow, met: Sequence[Meeting], reasons: tuple[Option, ...], now: datetime) -> list[Cell]:
    contact = html.Div([_contact(one), for_staff(met, now)])
    return [*_who(one), day(one.started_at), contact, _attention(one, now), _finish(one, reasons)]


def _past(one: MatchRow, labels: Mapping[str, str]) -> list[Cell]:
    lasted = lasting(one.ended_at - one.started_at) if one.ended_at else ""
    reason = _("Ouder trok de vraag in") if one.end_reason == "withdrawn" else ""
    return [*_who(one), lasted, one.contacts, reason or labels.get(f"end_reason.{one.end_reason}", "–")]


def _who(one: MatchRow) -> list[Cell]:
    parent = one.parent or _("Vraag {number}", number=one.request_id)
    return [
        dcc.Link(parent, href=f"{REQUESTS}/{one.request_id}"),
        dcc.Link(one.buddy, href=f"/werk/buddys/{one.buddy_id}"),
    ]


def _contact(one: MatchRow) -> str:
    if one.last_contact_at is None:
        return _("nog niet")
    return _("{n} keer, het laatst {day}", n=one.contacts, day=day(one.last_contact_at))


def _attention(one: MatchRow, now: datetime) -> Component:
    parts: list[Component] = []
    if one.first_contact_at is None:
        parts.append(deadline(one.started_at + timedelta(hours=PROMISED_HOURS), now))
    if one.help_asked_at:
        taken = dmc.Button(_("Opgepakt"), id=_id("help", one.id), size="compact-md", variant="default")
        parts += [badge(_("Vraagt hulp"), "bad", symbol="life-buoy"), taken]
    return html.Div(parts or [badge(_("In orde"), "good", symbol="check")], className="badges")


def _finish(one: MatchRow, reasons: tuple[Option, ...]) -> Component:
    options = [{"value": reason.key, "label": reason.label} for reason in reasons]
    choose = dmc.Select(
        id={"type": WHY, "number": one.id}, data=options, value="agreed", allowDeselect=False, **aria(label=_("Reden"))
    )
    button = dmc.Button(_("Rond af"), id=_id("end", one.id), variant="default")
    summary = html.Summary(_("Afronden"), **aria(label=_("Afronden: {name}", name=one.parent or one.buddy)))
    return html.Details([summary, choose, button], className="more")


def _id(what: str, number: int) -> dict[str, Any]:
    return {"type": DO, "what": what, "number": number}


PAGE = Page(PATH, lazy("Koppelingen"), COORDINATOR, layout, register=register, icon="handshake", group=WORK)
