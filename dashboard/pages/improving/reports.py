"""Reports: the list, with what waits for somebody's eye first."""

from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import INSIGHT, POLICY, Page
from dashboard.parts import badge, card, empty_state, icon, page_header, table, toast
from dashboard.parts.tables import Cell
from domain.reporting import making
from domain.reporting.kinds import KINDS
from i18n import _, day, lazy, n_
from store.queries.improving import reports
from store.queries.improving.reports import ReportRow
from store.states import ReportState
from web.services import Services
from web.sessions import current_actor

PATH = "/werk/rapporten"
TONES = {ReportState.DRAFT: "warn", ReportState.APPROVED: "accent", ReportState.SENT: "good"}
NAMES = {
    ReportState.DRAFT: lazy("Concept"),
    ReportState.APPROVED: lazy("Goedgekeurd"),
    ReportState.SENT: lazy("Verstuurd"),
}


def layout() -> Component:
    sentence = _("Van vrijgegeven cijfers, vanzelf gemaakt. Er gaat niets weg voordat iemand het goedkeurt.")
    make = dmc.Button(_("Maak nu"), id="reports-make", variant="default", leftSection=icon("rotate-cw"))
    head = page_header(_("Rapporten"), sentence, make)
    return html.Div([head, card(html.Div(id="reports-list")), dcc.Store(id="reports-changed")])


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("reports-list", "children"), Input("reports-changed", "data"), roles=POLICY)
    def show(_changed: object) -> Component:
        with services.database.reading() as session:
            found = reports.listed(session)
        if not found:
            sentence = _("Zodra een kwartaal is afgesloten en vrijgegeven, staat hier een concept.")
            return empty_state(_("Nog geen rapporten"), sentence, symbol="file-text")
        columns = [_("Rapport"), _("Periode"), _("Stand"), _("Sinds")]
        return table(columns, [_row(one) for one in found], caption=n_("{n} rapport", "{n} rapporten", len(found)))

    @callbacks(
        Output("reports-changed", "data"), Input("reports-make", "n_clicks"), roles=POLICY, prevent_initial_call=True
    )
    def make(clicks: object) -> Any:  # noqa: ANN401 - a moment or Dash's own "leave it"
        if not clicks:
            return no_update
        now = services.now()
        with services.database.writing() as session:
            made = making.tend(session, by=current_actor(), now=now)
        nothing = _("Er is niets nieuws te maken: alle rapporten zijn bij.")
        toast(n_("{n} concept gemaakt.", "{n} concepten gemaakt.", made) if made else nothing)
        return now.isoformat()


def standing(one: ReportRow) -> Component:
    """How far it is, and whether a newer edition took its place."""
    replaced = [] if one.latest else [badge(_("vervangen"), "plain")]
    return html.Span([badge(str(NAMES[one.state]), TONES[one.state]), *replaced], className="badges")


def _row(one: ReportRow) -> list[Cell]:
    name = str(KINDS[one.kind].name)
    named = name if one.edition == 1 else _("{name}, versie {n}", name=name, n=one.edition)
    since = one.sent_at or one.approved_at or one.made_at
    link = dcc.Link(named, href=f"{PATH}/{one.id}")
    return [link, KINDS[one.kind].period(one.period), standing(one), day(since, year=True)]


PAGE = Page(PATH, lazy("Rapporten"), POLICY, layout, register, icon="file-text", group=INSIGHT)
