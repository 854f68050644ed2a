"""Information: every page that people can read, how it stands in each language, and when to look at it again."""

from datetime import date

import dash_mantine_components as dmc
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
    in_short,
    information_page,
    languages,
    to_review,
)
from dashboard.parts.paging import page_number, page_numbers, paged
from dashboard.parts.tables import Cell
from domain.local_time import wall
from i18n import _, lazy, n_
from store.queries import article_list, articles
from store.queries.articles import Listed
from web.services import Services

A_PAGE = 50


def layout() -> Component:
    find = dmc.TextInput(id="articles-find", label=_("Zoek een pagina"), value="", debounce=300)
    return information_page(
        PATH,
        html.Div(find, className="filters"),
        html.Div(id="articles", className="stack"),
        page_numbers("articles-page", 1),
        action=link_button(_("Pagina maken"), NEW, symbol="plus"),
    )


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("articles", "children"),
        Output("articles-page", "total"),
        Input("articles-find", "value"),
        Input("articles-page", "value"),
        roles=COORDINATOR,
    )
    def show(words: object, page: object) -> tuple[list[Component], int]:
        today, asked = wall(services.now())[0], str(words or "")
        with services.database.reading() as session:
            found = article_list.found(session, asked)
            part = paged(
                lambda skip: (articles.listed(session, found[skip : skip + A_PAGE]), len(found)),
                page_number(page),
                A_PAGE,
            )
            late, fresh = article_list.to_look_at(session, today), article_list.drafts(session)
        return [*_attention(late, fresh), _list(part.rows, today, narrowed=bool(asked.strip()))], part.pages


def _attention(late: int, fresh: int) -> list[Component]:
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


def _list(found: tuple[Listed, ...], today: date, *, narrowed: bool) -> Component:
    if not found and narrowed:
        return card(empty_state(_("Niets gevonden"), _("Zoek met een ander woord uit de titel."), symbol="book-open"))
    if not found:
        action = link_button(_("Pagina maken"), NEW, symbol="plus", primary=False)
        return card(
            empty_state(_("Nog geen pagina's"), _("Schrijf uw eerste pagina."), symbol="book-open", action=action)
        )
    columns = [_("Pagina"), _("Soort"), _("Voor wie"), *(name for _code, name in languages()), _("Nakijken")]
    return card(table(columns, [_row(one, today) for one in found], caption=_("Pagina's met informatie")))


def _row(one: Listed, today: date) -> list[Cell]:
    about = one.about
    states = [in_short(one, code) for code, _name in languages()]
    link = dcc.Link(one.title, href=f"{PATH}/{about.id}")
    return [link, str(KINDS[about.kind]), str(AUDIENCES[about.audience]), *states, to_review(one, today)]


PAGE = Page(PATH, lazy("Informatie"), COORDINATOR, layout, register=register, icon="book-open", group=WORK)
