"""One match: how it stands, everything that was asked and said, what comes next, and its end."""

from collections.abc import Mapping
from datetime import datetime

from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import card, page_header
from dashboard.parts.availability.appointments import for_staff
from dashboard.parts.buddying.match_acts import CHANGED, changed, rounding_off
from dashboard.parts.buddying.match_standing import PATH, attention, contact, parent_of, reason_of
from dashboard.parts.buddying.match_timeline import timeline
from dashboard.parts.facts import Fact, facts
from domain import forms
from domain.care import standing
from domain.care.standing import Standing
from domain.matchmaking import asked
from i18n import _, day, lazy
from store.sessions import Session
from store.states import MatchState
from web.services import Services


def layout(number: int) -> Component:
    return html.Div([dcc.Store(id="match-number", data=number), changed(), html.Div(id="match")])


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("match", "children"), Input("match-number", "data"), Input(CHANGED, "data"), roles=COORDINATOR)
    def show(number: int, _changed: object) -> Component:
        with services.database.reading() as session:
            return _draw(session, number, services.now())


def _draw(session: Session, number: int, now: datetime) -> Component:
    one = standing.of_one(session, number, now=now)
    back = (PATH, _("Koppelingen"))
    if one is None:
        return html.Div([page_header(_("Deze koppeling is er niet"), back=back)])
    labels = asked.terms(session)
    title = _("{parent} en {buddy}", parent=parent_of(one.match), buddy=one.match.buddy)
    runs = one.match.state is MatchState.RUNNING
    end = rounding_off(number, parent_of(one.match), forms.terms(session, "end_reason")) if runs else None
    parts = [
        page_header(title, back=back),
        card(facts(_facts(one, labels, now)), attention(one, labels, now) if runs or one.said else None, end),
        card(timeline(session, one.match, labels, now), title=_("Hoe het ging en wat nog komt")),
    ]
    return html.Div(parts, className="stack")


def _facts(one: Standing, labels: Mapping[str, str], now: datetime) -> list[Fact]:
    match = one.match
    rows: list[Fact] = [
        (_("Ouder"), dcc.Link(parent_of(match), href=f"/werk/buddyvragen/{match.request_id}")),
        (_("Buddy"), dcc.Link(match.buddy, href=f"/werk/buddys/{match.buddy_id}")),
        (_("Sinds"), day(match.started_at, year=True)),
        (_("Gesproken"), html.Div([contact(match), for_staff(one.meetings, now)])),
    ]
    if match.ended_at:
        heavy = _(" · zwaar voor de buddy") if match.heavy else ""
        rows.append((_("Afgerond"), f"{day(match.ended_at, year=True)} · {reason_of(match, labels)}{heavy}"))
    return rows


PAGE = Page(f"{PATH}/<int:number>", lazy("Koppeling"), COORDINATOR, layout, register=register)
