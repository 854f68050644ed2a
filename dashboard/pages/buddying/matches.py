"""Matches: which run, where the first contact is overdue, who asks for help, and what was said when we asked."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import dash_mantine_components as dmc
from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, WORK, Page
from dashboard.parts import card, empty_state, page_header, table
from dashboard.parts.availability.appointments import for_staff
from dashboard.parts.buddying.match_acts import CHANGED, changed, register_match_acts, rounding_off
from dashboard.parts.buddying.match_standing import (
    PATH,
    attention,
    coming,
    contact,
    match_link,
    parent_of,
    reason_of,
)
from dashboard.parts.clock import lasting
from dashboard.parts.tables import Cell
from domain import forms
from domain.care import care, standing
from domain.care.standing import Standing
from domain.forms import Option
from domain.matchmaking import asked
from domain.matchmaking.requests import PROMISED_HOURS
from i18n import _, day, lazy
from store.queries.buddying import matches as found
from store.queries.buddying.matches import MatchRow
from store.sessions import Session
from store.states import MatchState
from web.services import Services


def layout() -> Component:
    states = [
        {"value": str(MatchState.RUNNING), "label": _("Loopt")},
        {"value": str(MatchState.ENDED), "label": _("Beëindigd")},
    ]
    choose = dmc.SegmentedControl(id="matches-state", data=states, value=str(MatchState.RUNNING))
    sentence = _(
        "Het eerste contact is binnen {hours} uur. Wat een telefoontje vraagt, staat bovenaan.", hours=PROMISED_HOURS
    )
    head = [page_header(_("Koppelingen"), sentence), html.Div(choose, className="choose"), changed()]
    return html.Div([*head, html.Div(id="matches-list")])


def register(callbacks: Callbacks, services: Services) -> None:
    register_match_acts(callbacks, services)

    @callbacks(
        Output("matches-list", "children"),
        Input("matches-state", "value"),
        Input(CHANGED, "data"),
        roles=COORDINATOR,
    )
    def show(chosen: object, _changed: object) -> Component:
        ended = chosen == str(MatchState.ENDED)
        with services.database.reading() as session:
            return card(_ended(session) if ended else _running(session, services.now()))


def _running(session: Session, now: datetime) -> Component:
    rows = standing.of_running(session, now=now)
    if not rows:
        return empty_state(
            _("Er loopt geen koppeling"), _("Zodra buddy en ouder ja zeggen, staat die hier."), symbol="handshake"
        )
    reasons, labels = forms.terms(session, "end_reason"), asked.terms(session)
    what = {key: one.label for key, one in care.moments(session, all_of_them=True).items()}
    columns = [_("Ouder"), _("Buddy"), _("Sinds"), _("Contact"), _("Let op"), _("Afronden")]
    drawn = [_row(one, reasons, labels, what, now) for one in rows]
    return table(columns, drawn, caption=_("Lopende koppelingen"))


def _ended(session: Session) -> Component:
    rows = found.listed(session, MatchState.ENDED)
    if not rows:
        return empty_state(_("Nog niets afgerond"), _("Hier komen koppelingen die klaar zijn."), symbol="handshake")
    labels = asked.terms(session)
    columns = [_("Ouder"), _("Buddy"), _("Duur"), _("Gesprekken"), _("Reden")]
    return table(columns, [_past(one, labels) for one in rows], caption=_("Beëindigde koppelingen"))


def _row(
    one: Standing, reasons: Sequence[Option], labels: Mapping[str, str], what: Mapping[str, str], now: datetime
) -> list[Cell]:
    match = one.match
    asks_next = html.Div(coming(one.next, what), className="note")
    spoke = html.Div([contact(match), for_staff(one.meetings, now), asks_next])
    end = rounding_off(match.id, parent_of(match), reasons)
    return [*_who(match), day(match.started_at), spoke, attention(one, labels, now), end]


def _past(one: MatchRow, labels: Mapping[str, str]) -> list[Cell]:
    lasted = lasting(one.ended_at - one.started_at) if one.ended_at else ""
    return [*_who(one), lasted, one.contacts, reason_of(one, labels)]


def _who(one: MatchRow) -> list[Cell]:
    return [match_link(one), dcc.Link(one.buddy, href=f"/werk/buddys/{one.buddy_id}")]


PAGE = Page(PATH, lazy("Koppelingen"), COORDINATOR, layout, register=register, icon="handshake", group=WORK)
