"""Information: every page that people can read, how it stands in each language, and when to look at it again."""

from datetime import date

from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, WORK, Page
from dashboard.parts import card, empty_state, link_button, notice, table
from dashboard.parts.information.words import (
    AUDIENCES,
    KINDS,
    NEW,
    PATH,
    information_page,
    languages,
    standing,
    to_review,
)
from dashboard.parts.tables import Cell
from domain.local_time import wall
from i18n import _, lazy, n_
from store.queries import articles
from store.queries.articles import Listed
from web.services import Services


def layout() -> Component:
    return information_page(
        PATH, html.Div(id="articles", className="stack"), action=link_button(_("Pagina maken"), NEW, symbol="plus")
    )


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("articles", "children"), Input("articles", "id"), roles=COORDINATOR)
    def show(_id: str) -> list[Component]:
        with services.database.reading() as session:
            found = articles.listed(session)
        today = wall(services.now())[0]
        return [*_attention(found, today), _list(found, today)]


def _attention(found: tuple[Listed, ...], today: date) -> list[Component]:
    late = sum(one.about.is_late(today) for one in found)
    fresh = sum(one.about.is_draft_content and not one.about.is_withdrawn for one in found)
    said = [
        n_("{n} pagina is toe aan nakijken.", "{n} pagina's zijn toe aan nakijken.", late) if late else "",
        n_(
            "{n} tekst kwam met het programma mee. Bezoekers zien dat het een concept is, tot u hem nakijkt.",
            "{n} teksten kwamen met het programma mee. Bezoekers zien dat het een concept is, tot u ze nakijkt.",
            fresh,
        ) if fresh else "",
    ]  # fmt: skip
    lines = [html.P(one) for one in said if one]
    return [notice(html.Strong(_("Let op")), *lines, tone="warn" if late else "accent")] if lines else []


def _list(found: tuple[Listed, ...], today: date) -> Component:
    if not found:
        action = link_button(_("Pagina maken"), NEW, symbol="plus", primary=False)
        return card(
            empty_state(_("Nog geen pagina's"), _("Schrijf uw eerste pagina."), symbol="book-open", action=action)
        )
    columns = [_("Pagina"), _("Soort"), _("Voor wie"), *(name for _code, name in languages()), _("Nakijken")]
    return card(table(columns, [_row(one, today) for one in found], caption=_("Pagina's met informatie")))


def _row(one: Listed, today: date) -> list[Cell]:
    about = one.about
    states = [standing(one, code) for code, _name in languages()]
    link = dcc.Link(one.title, href=f"{PATH}/{about.id}")
    return [link, str(KINDS[about.kind]), str(AUDIENCES[about.audience]), *states, to_review(one, today)]


PAGE = Page(PATH, lazy("Informatie"), COORDINATOR, layout, register=register, icon="book-open", group=WORK)
