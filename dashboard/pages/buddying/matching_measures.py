"""How matching goes in numbers: exact, for coordinators only."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import empty_state, icon, link_button, page_header
from dashboard.parts.address import ADDRESS
from dashboard.parts.buddying.matching_tabs import MEASURES, matching_tabs
from dashboard.parts.measures.answers import Labels
from dashboard.parts.measures.body import measures
from dashboard.parts.measures.file import measures_file
from domain.local_time import wall
from domain.matchmaking import asked
from domain.measures import overview, period
from domain.measures.overview import Overview
from domain.measures.period import Period
from i18n import _, lazy
from store.sessions import Session
from web.services import Services

ALL = "alles"


def layout(services: Services, jaar: str | None = None) -> Component:
    with services.database.reading() as session:
        years = period.years(session, today=_today(services))
    header = page_header(_("Cijfers"), _("Hoe het gaat met buddy's en ouders."), _buttons() if years else None)
    if not years:
        return html.Div([header, matching_tabs(MEASURES), _nothing_yet()])
    return html.Div(
        [
            header,
            matching_tabs(MEASURES),
            html.Div(_choice(years, jaar), className="filters no-print"),
            html.Div(id="measures-body"),
            dcc.Download(id="measures-download"),
        ]
    )


def _buttons() -> list[Component]:
    look: dict[str, Any] = {"variant": "default"}
    return [
        dmc.Button(_("Download als CSV"), id="measures-file", leftSection=icon("download"), **look),
        dmc.Button(_("Druk af"), id="measures-print", leftSection=icon("printer"), **look),
    ]


def _choice(years: Sequence[int], chosen: str | None) -> Component:
    every = [{"value": str(year), "label": f"{year}–{year + 1}"} for year in years]
    known = {one["value"] for one in every} | {ALL}
    return dmc.Select(
        id="measures-year",
        label=_("Schooljaar"),
        data=[*every, {"value": ALL, "label": _("Alle jaren samen")}],
        value=chosen if chosen in known else str(years[0]),
        allowDeselect=False,
        checkIconPosition="right",
    )


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("measures-body", "children"),
        ADDRESS,
        Input("measures-year", "value"),
        roles=COORDINATOR,
        prevent_initial_call="initial_duplicate",
    )
    def show(year: object) -> tuple[Component, str]:
        with services.database.reading() as session:
            found, words = _read(session, year, services)
        return measures(found, words), f"jaar={found.period.year or ALL}"

    @callbacks(
        Output("measures-download", "data"),
        Input("measures-file", "n_clicks"),
        State("measures-year", "value"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def download(_clicks: object, year: object) -> dict[str, object]:
        with services.database.reading() as session:
            found, words = _read(session, year, services)
        name = _("koppelcijfers-intern-{year}.csv", year=found.period.year or ALL)
        return {"content": measures_file(found, words), "filename": name, "type": "text/csv"}

    callbacks.clientside(
        "events.print", Output("measures-print", "id"), Input("measures-print", "n_clicks"), prevent_initial_call=True
    )


def _read(session: Session, year: object, services: Services) -> tuple[Overview, Labels]:
    found = overview.overview(session, _period(session, year, _today(services)), now=services.now())
    return found, asked.terms(session)


def _period(session: Session, year: object, today: date) -> Period:
    """What was asked for, where it exists; else the last year, or everything."""
    years = period.years(session, today=today)
    if year == ALL or not years:
        return period.everything(years, today=today)
    known = {str(one): one for one in years}
    return period.of_year(known.get(str(year), years[0]))


def _today(services: Services) -> date:
    return wall(services.now())[0]


def _nothing_yet() -> Component:
    return empty_state(
        _("Nog geen cijfers"),
        _("Zodra u een buddy een ouder voorstelt, ziet u hier hoe het gaat."),
        symbol="chart-line",
        action=link_button(_("Naar de buddyvragen"), "/werk/buddyvragen"),
    )


PAGE = Page(MEASURES, lazy("Cijfers"), COORDINATOR, layout, register=register, query=("jaar",))
