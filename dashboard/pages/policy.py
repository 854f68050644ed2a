"""Policy: what rises and what falls, from published numbers alone."""

from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import INSIGHT, POLICY, Page
from dashboard.parts import empty_state, page_header
from dashboard.parts.numbers.school_year import school_year
from dashboard.parts.numbers.school_year_file import school_year_file
from dashboard.parts.numbers.year_choice import ADDRESS, QUERY, Choice, choice, chosen, chosen_now, controls
from domain.register import published_numbers
from domain.register.overview import Overview
from i18n import _, lazy
from store.queries import choices
from store.sessions import Session
from trends import text
from trends.disclosure import SENSITIVE_THRESHOLD
from trends.periods import PUBLISHED_ON_DAY
from web.services import Services

PREFIX = "policy"


def layout(services: Services, jaar: str | None = None, groep: str | None = None) -> Component:
    with services.database.reading() as session:
        years, groups = published_numbers.years(session), choices.topic_groups(session)
    now = choice(jaar, groep, years, groups)
    header = page_header(_("Beleid"), _("Wat stijgt, wat daalt: cijfers waarin niemand te herkennen is."))
    if now is None:
        return html.Div([header, _nothing_yet()], className="page")
    return html.Div(
        [
            header,
            controls(PREFIX, now, years, groups),
            html.Div(id="policy-body"),
            dcc.Download(id="policy-download"),
        ],
        className="page",
    )


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("policy-body", "children"),
        ADDRESS,
        *chosen(PREFIX),
        roles=POLICY,
        prevent_initial_call="initial_duplicate",
    )
    def show(year: object, group: object) -> tuple[Component, str]:
        with services.database.reading() as session:
            now, found = _read(session, year, group)
        if not (found and now):
            return _not_this(), now.address if now else ""
        return school_year(found, prefix=PREFIX, note=_protected()), now.address

    @callbacks(
        Output("policy-download", "data"),
        Input("policy-file", "n_clicks"),
        *chosen_now(PREFIX),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def download(_clicks: object, year: object, group: object) -> dict[str, object] | None:
        with services.database.reading() as session:
            now, found = _read(session, year, group)
        if not (found and now):
            return None
        content = school_year_file(found, _protected())
        return {"content": content, "filename": _("trends-{year}.csv", year=now.year), "type": "text/csv"}


def _read(session: Session, year: object, group: object) -> tuple[Choice | None, Overview | None]:
    now = choice(year, group, published_numbers.years(session), choices.topic_groups(session))
    return now, published_numbers.overview(session, now.year, now.group) if now else None


def _protected() -> str:
    sensitive = _("Bij gevoelige onderwerpen ligt die grens op {n}.", n=SENSITIVE_THRESHOLD)
    return f"{text.why_hidden()} {sensitive} {text.why_rounded()}"


def _nothing_yet() -> Component:
    sentence = _("Cijfers van een maand verschijnen vanaf de {n}e dag van de maand erna.", n=PUBLISHED_ON_DAY)
    return empty_state(_("Er is nog niets vrijgegeven"), sentence, symbol="chart-line")


def _not_this() -> Component:
    sentence = _("Van deze groep zijn er nog geen cijfers in dit schooljaar. Die verschijnen per kwartaal.")
    return empty_state(_("Nog niets vrijgegeven"), sentence, symbol="chart-line")


PAGE = Page(
    "/werk/beleid",
    lazy("Beleid"),
    POLICY,
    layout,
    register=register,
    icon="chart-column",
    group=INSIGHT,
    query=QUERY,
)
