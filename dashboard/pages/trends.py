"""Trends: the support point's own exact numbers, for its coordinators."""

from datetime import date

from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, INSIGHT, Page
from dashboard.parts import empty_state, link_button, notice, page_header
from dashboard.parts.numbers.school_year import school_year
from dashboard.parts.numbers.school_year_file import school_year_file
from dashboard.parts.numbers.year_choice import ADDRESS, QUERY, Choice, choice, chosen, chosen_now, controls
from domain.register import own_numbers
from domain.register.overview import Overview
from i18n import _, lazy, n_
from i18n.dates import AMSTERDAM
from store.queries import choices
from store.queries import exact_trends as numbers
from store.sessions import Session
from web.services import Services

PREFIX = "trends"


def layout(services: Services, jaar: str | None = None, groep: str | None = None) -> Component:
    with services.database.reading() as session:
        years, groups = own_numbers.years(session, today=_today(services)), choices.topic_groups(session)
    now = choice(jaar, groep, years, groups)
    header = page_header(_("Trends"), _("Waar vragen over gaan, en wat er verandert."))
    if now is None:
        return html.Div([header, _nothing_yet()], className="page")
    warning = _("Intern: exacte aantallen van uw eigen steunpunt. Deel buiten het steunpunt alleen de pagina Beleid.")
    return html.Div(
        [
            header,
            notice(warning, symbol="lock"),
            controls(PREFIX, now, years, groups),
            html.Div(id="trends-body"),
            dcc.Download(id="trends-download"),
        ],
        className="page",
    )


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("trends-body", "children"),
        ADDRESS,
        *chosen(PREFIX),
        roles=COORDINATOR,
        prevent_initial_call="initial_duplicate",
    )
    def show(year: object, group: object) -> tuple[Component, str]:
        with services.database.reading() as session:
            now, found = _read(session, year, group, _today(services))
            fresh = numbers.exact_freshness(session)
        if not (found and now):
            return _nothing_yet(), ""
        return school_year(found, prefix=PREFIX, note=_waiting(fresh.waiting if fresh else 0)), now.address

    @callbacks(
        Output("trends-download", "data"),
        Input("trends-file", "n_clicks"),
        *chosen_now(PREFIX),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def download(_clicks: object, year: object, group: object) -> dict[str, object] | None:
        with services.database.reading() as session:
            now, found = _read(session, year, group, _today(services))
        if not (found and now):
            return None
        content = school_year_file(found, _("Intern: exacte aantallen van het eigen steunpunt."))
        return {"content": content, "filename": _("trends-intern-{year}.csv", year=now.year), "type": "text/csv"}


def _read(session: Session, year: object, group: object, today: date) -> tuple[Choice | None, Overview | None]:
    now = choice(year, group, own_numbers.years(session, today=today), choices.topic_groups(session))
    return now, own_numbers.overview(session, now.year, now.group, today=today) if now else None


def _today(services: Services) -> date:
    return services.now().astimezone(AMSTERDAM).date()


def _waiting(changes: int) -> str:
    if not changes:
        return ""
    return n_("{n} wijziging telt nog niet mee.", "{n} wijzigingen tellen nog niet mee.", changes)


def _nothing_yet() -> Component:
    return empty_state(
        _("Nog geen cijfers"),
        _("Zodra u vragen opschrijft, ziet u hier binnen enkele minuten waar ze over gaan."),
        symbol="chart-line",
        action=link_button(_("Vraag opschrijven"), "/werk/vragen", symbol="plus"),
    )


PAGE = Page(
    "/werk/trends",
    lazy("Trends"),
    COORDINATOR,
    layout,
    register=register,
    icon="chart-line",
    group=INSIGHT,
    query=QUERY,
)
