"""The common thread: what stories have in common, from published numbers and released quotes alone."""

from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import INSIGHT, THREAD, Page
from dashboard.parts import card, empty_state, icon, link_button, notice, page_header
from dashboard.parts.stories.thread_findings import findings
from dashboard.parts.stories.thread_themes import theme_cards
from dashboard.parts.trends import files
from dashboard.parts.trends.filters import school_year_name
from dashboard.parts.trends.finding import drawn
from dashboard.parts.trends.foot import SAVE
from domain.stories import common_thread
from domain.stories.common_thread import Thread
from i18n import _, lazy
from trends import text
from trends.disclosure import SENSITIVE_THRESHOLD, THRESHOLD
from web.services import Services

PATH, PREFIX = "/werk/rode-draad", "thread"
TABLE_PATH = f"{PATH}/verhalentafel"
QUERY = ("jaar",)


def layout(services: Services, jaar: str | None = None) -> Component:
    with services.database.reading() as session:
        years = common_thread.years(session)
    lead = _("Wat verhalen gemeen hebben. Niemand is te herkennen, en niemand leest hier een heel verhaal.")
    if not years:
        return html.Div([page_header(_("Rode draad"), lead), card(_nothing_yet())])
    chosen = str(jaar) if jaar in {str(year) for year in years} else str(years[0])
    year = dmc.Select(
        id="thread-year",
        label=_("Schooljaar"),
        data=[{"value": str(one), "label": school_year_name(one)} for one in years],
        value=chosen,
        allowDeselect=False,
        checkIconPosition="right",
    )
    table = html.Div(_table_of(chosen), id="thread-table")
    buttons = html.Div([_file("csv"), _file("xlsx")], className="files")
    return html.Div(
        [
            page_header(_("Rode draad"), lead, table),
            html.Div([year, buttons], className="filters"),
            html.Div(id="thread-body"),
            dcc.Download(id="thread-download"),
        ],
        className="page",
    )


def _table_of(year: object) -> Component:
    return link_button(_("Verhalentafel"), f"{TABLE_PATH}?jaar={year}", symbol="printer", primary=False)


def _file(kind: str) -> Component:
    name = {"csv": "CSV", "xlsx": "Excel"}[kind]
    whole = {"type": SAVE, "page": PREFIX, "chart": "", "as": kind}
    inside: list[Component | str] = [html.Span(f"{_('Download als')} ", className="unseen"), name]
    return dmc.Button(inside, id=whole, variant="default", leftSection=icon("download"))


def _nothing_yet() -> Component:
    sentence = _(
        "Na een schooljaar komen de aantallen vrij, als over elk verhaal besloten is, uiterlijk na drie maanden."
    )
    return empty_state(_("Er is nog niets vrijgegeven"), sentence, symbol="message-square-quote")


def register(callbacks: Callbacks, services: Services) -> None:
    _register_files(callbacks, services)

    @callbacks(
        Output("thread-body", "children"),
        Output("thread-table", "children"),
        Output("page-question", "data", allow_duplicate=True),
        Input("thread-year", "value"),
        roles=THREAD,
        prevent_initial_call="initial_duplicate",
    )
    def show(year: object) -> tuple[Component, Component, str]:
        with services.database.reading() as session:
            thread = common_thread.of_year(session, _year(year))
            if thread is None:
                return card(_nothing_yet()), _table_of(year), ""
            cards = theme_cards(session, thread.large)
        pictures = [drawn(finding, PREFIX, "") for finding in findings(thread)]
        why = html.P(hidden(), className="note")  # once, where each picture would say the same
        return (
            html.Div([why, *pictures[:1], *cards, *_small(thread), *pictures[1:]], className="stack"),
            _table_of(thread.year),
            f"jaar={thread.year}",
        )


def _register_files(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("thread-download", "data"),
        Input({"type": SAVE, "page": PREFIX, "chart": ALL, "as": ALL}, "n_clicks"),
        State("thread-year", "value"),
        roles=THREAD,
        prevent_initial_call=True,
    )
    def download(_clicks: object, year: object) -> dict[str, Any] | None:
        if not any(one["value"] for one in ctx.triggered):
            return None
        with services.database.reading() as session:
            thread = common_thread.of_year(session, _year(year))
        return _sheet(thread, ctx.triggered_id) if thread else None


def _sheet(thread: Thread, asked: Any) -> dict[str, Any]:  # noqa: ANN401 - the name of a button, as Dash gives it
    """What is on screen as a file: all pictures, or one."""
    every = findings(thread)
    found = [one for one in every if one.key == asked["chart"]] or list(every)
    name, explained = f"{_('rode-draad')}-{thread.year}", [hidden()]
    if asked["as"] == "xlsx":
        content = files.as_workbook(found, explained)
        return {"content": content, "filename": f"{name}.xlsx", "base64": True, "type": files.WORKBOOK}
    return {"content": files.as_text(found, explained), "filename": f"{name}.csv", "type": "text/csv"}


def _small(thread: Thread) -> list[Component]:
    names = ", ".join(one.name for one in thread.themes if not one.now.shown)
    said = _("Te weinig verhalen om te tonen, of geen: {names}.", names=names)
    return [notice(html.P(said), tone="plain")] if names else []


def hidden() -> str:
    """Why some numbers are not there."""
    few = _("Minder dan {n} verhalen: dat aantal tonen we niet, zodat niemand te herkennen is.", n=THRESHOLD)
    sensitive = _("Bij gevoelige onderwerpen ligt die grens op {n}.", n=SENSITIVE_THRESHOLD)
    return f"{few} {sensitive} {text.why_rounded()}"


def _year(typed: object) -> int:
    return int(typed) if isinstance(typed, str) and typed.isdecimal() else 0


PAGE = Page(
    PATH,
    lazy("Rode draad"),
    THREAD,
    layout,
    register=register,
    icon="spool",
    group=INSIGHT,
    query=QUERY,
    charts=True,
)
