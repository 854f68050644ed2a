"""The themes that stories are held against, and one theme: its names, words and topics."""

from collections.abc import Mapping

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import THEMES, Page
from dashboard.parts import (
    badge,
    card,
    form_controls,
    icon,
    link_button,
    page_header,
    table,
    toast,
)
from dashboard.parts.meanwhile import Opened
from dashboard.parts.news import news, register_news
from dashboard.parts.stories.looks import THEMES_PATH
from dashboard.parts.stories.theme_saving import form_of, opened, register_saving
from dashboard.parts.tables import Cell
from domain.forms import Form
from domain.stories import themes
from domain.stories.themes import Theme
from i18n import _, lazy
from store.queries import choices
from web.services import Services
from web.sessions import current_actor

NEW = f"{THEMES_PATH}/nieuw"
BACK = lazy("Thema's")


def list_layout(services: Services) -> Component:
    with services.database.reading() as session:
        found, topics = themes.themes(session, all_of_them=True), choices.topic_names(session)
    lead = _("Waar verhalen over gaan. De woorden stellen een thema voor, een mens beslist.")
    add = link_button(_("Nieuw thema"), NEW, symbol="plus")
    columns = [_("Thema"), _("Woorden"), _("Onderwerpen"), _("Stand")]
    rows = [_row(one, topics) for one in found]
    return html.Div([page_header(_("Thema's"), lead, add), card(table(columns, rows, caption=_("Thema's")))])


def _row(one: Theme, topics: Mapping[str, str]) -> list[Cell]:
    name = html.Span([dcc.Link(one.name, href=f"{THEMES_PATH}/{one.key}"), html.Br(), html.Small(one.help)])
    named = ", ".join(topics.get(code, code) for code in one.topics) or "–"
    return [name, ", ".join(one.words[:5]) + (" …" if len(one.words) > 5 else ""), named, _used(one.active)]


def new_layout(services: Services) -> Component:
    with services.database.reading() as session:
        form = form_of(session, ())
    return _page(page_header(_("Nieuw thema"), back=(THEMES_PATH, str(BACK))), form, None)


def layout(services: Services, key: str) -> Component:
    with services.database.reading() as session:
        found = next((one for one in themes.themes(session, all_of_them=True) if one.key == key), None)
        if found is None:
            return html.Div([page_header(_("Dit thema is er niet"), back=(THEMES_PATH, str(BACK)))])
        seen, form = opened(services, session, key), form_of(session, found.topics)
    head = page_header(found.name, found.help, back=(THEMES_PATH, str(BACK)))
    use = dmc.Button(_to_switch(found.active), id="theme-switch", variant="default")
    standing = html.Span(_used(found.active), id="theme-standing", role="status")
    return _page(head, form, seen, use, standing, dcc.Store(id="theme-wanted", data=not found.active))


def _to_switch(active: bool) -> str:
    return _("Gebruik niet meer") if active else _("Gebruik weer")


def _used(active: bool) -> Component:
    return badge(_("in gebruik"), "good") if active else badge(_("niet in gebruik"))


def _page(head: Component, form: Form, seen: Opened | None, *more: Component) -> Component:
    save = dmc.Button(_("Bewaar"), id="theme-save", leftSection=icon("check"))
    fields = html.Div(form_controls(form, seen.values if seen else {}), className="fields")
    buttons = html.Div([save, *more], className="actions")
    store = dcc.Store(id="theme-opened", data=seen.as_data() if seen else None)
    return html.Div([head, store, news("theme-said"), card(fields, buttons)], className="stack")


def register(callbacks: Callbacks, services: Services) -> None:
    register_saving(callbacks, services)
    register_news(callbacks, "theme-said")
    _register_switching(callbacks, services)


def _register_switching(callbacks: Callbacks, services: Services) -> None:
    """The page stays, with what was typed and is not saved."""

    @callbacks(
        Output("theme-switch", "children"),
        Output("theme-standing", "children"),
        Output("theme-wanted", "data"),
        Input("theme-switch", "n_clicks"),
        State("theme-opened", "data"),
        State("theme-wanted", "data"),
        roles=THEMES,
        prevent_initial_call=True,
    )
    def switch(clicks: object, seen: object, wanted: object) -> tuple[str, Component, bool]:
        if not clicks:
            raise PreventUpdate  # the page was drawn: nobody pressed
        active = wanted is True
        with services.database.writing() as session:
            themes.switch(session, Opened.read(seen).key, active=active, by=current_actor(), now=services.now())
        toast(_("Dit thema is weer in gebruik.") if active else _("Dit thema is niet meer in gebruik."))
        return _to_switch(active), _used(active), not active


PAGE = Page(THEMES_PATH, lazy("Thema's"), THEMES, list_layout, register)
NEW_PAGE = Page(NEW, lazy("Nieuw thema"), THEMES, new_layout)
ONE_PAGE = Page(f"{THEMES_PATH}/<key>", lazy("Thema"), THEMES, layout)
