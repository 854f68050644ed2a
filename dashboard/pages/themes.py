"""The themes that stories are held against, and one theme: its names, words and topics."""

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import THEMES, Page
from dashboard.parts import (
    badge,
    card,
    errors_of,
    field_errors,
    field_values,
    form_controls,
    icon,
    link_button,
    page_header,
    table,
    toast,
    typed,
)
from dashboard.parts.attempt import attempt
from dashboard.parts.stories.looks import THEMES_PATH
from dashboard.parts.tables import Cell
from domain import forms
from domain.checking import Checked
from domain.forms import Field, FieldKind, Form
from domain.refused import Refused
from domain.stories import themes
from domain.stories.themes import Theme, ThemePlan
from i18n import _, lazy
from store.queries import choices
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

FORM, LONGEST_WORDS = "theme", 5000
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
    used = badge(_("in gebruik"), "good") if one.active else badge(_("niet in gebruik"))
    named = ", ".join(topics.get(code, code) for code in one.topics) or "–"
    return [name, ", ".join(one.words[:5]) + (" …" if len(one.words) > 5 else ""), named, used]


def form_of(session: Session, kept: tuple[str, ...]) -> Form:
    fields = (
        Field("name", FieldKind.TEXT, _("Naam"), required=True, most=themes.LONGEST_NAME),
        Field("name_en", FieldKind.TEXT, _("Naam in het Engels"), _("Leeg is de Nederlandse naam.")),
        Field("help", FieldKind.TEXT, _("Waar gaat het over?"), most=themes.LONGEST_HELP),
        Field("help_en", FieldKind.TEXT, _("Waar gaat het over, in het Engels"), most=themes.LONGEST_HELP),
        Field(
            "words",
            FieldKind.LONG_TEXT,
            _("Woorden"),
            _("Eén woord of een paar woorden per regel. Pesten vindt ook gepest. Met * erachter past elk einde."),
            most=LONGEST_WORDS,
        ),
        Field(
            "topics",
            FieldKind.CHOICES,
            _("Onderwerpen die erbij horen"),
            _("Zo leidt een thema naar de trend van een onderwerp. Bij een gevoelig onderwerp geldt een hoger aantal."),
            options=forms.topics(session, kept=kept),
        ),
    )
    return Form(FORM, fields)


def new_layout(services: Services) -> Component:
    with services.database.reading() as session:
        form = form_of(session, ())
    return _page(page_header(_("Nieuw thema"), back=(THEMES_PATH, str(BACK))), form, {}, None)


def layout(services: Services, key: str) -> Component:
    with services.database.reading() as session:
        found = next((one for one in themes.themes(session, all_of_them=True) if one.key == key), None)
        if found is None:
            return html.Div([page_header(_("Dit thema is er niet"), back=(THEMES_PATH, str(BACK)))])
        values, form = vars(themes.plan(session, key)), form_of(session, found.topics)
    head = page_header(found.name, found.help, back=(THEMES_PATH, str(BACK)))
    name = _("Gebruik niet meer") if found.active else _("Gebruik weer")
    use = dmc.Button(name, id="theme-switch", variant="default")
    return _page(head, form, values, key, use)


def _page(
    head: Component, form: Form, values: Mapping[str, object], key: str | None, *more: Component
) -> Component:  # fmt: skip
    save = dmc.Button(_("Bewaar"), id="theme-save", leftSection=icon("check"))
    fields = html.Div(form_controls(form, values), className="fields")
    buttons = html.Div([save, *more], className="actions")
    return html.Div([head, dcc.Store(id="theme-key", data=key), card(fields, buttons)])


def register(callbacks: Callbacks, services: Services) -> None:
    _register_switch(callbacks, services)

    @callbacks(
        field_errors(FORM),
        Output("address", "href", allow_duplicate=True),
        Input("theme-save", "n_clicks"),
        field_values(FORM),
        State("theme-key", "data"),
        roles=THEMES,
        prevent_initial_call=True,
    )
    def save(_clicks: object, values: list[object], key: str | None) -> tuple[list[str | None], Any]:
        with services.database.reading() as session:
            kept = themes.plan(session, key).topics if key else ()
            form = form_of(session, kept)
        errors = attempt(form, typed(form, values), lambda checked: _save(services, key, checked))
        if errors:
            return errors_of(form, errors), no_update
        toast(_("Bewaard."))
        return errors_of(form, {}), THEMES_PATH


def _save(services: Services, key: str | None, checked: Checked) -> None:
    name, name_en, help_, help_en, words = (
        checked.text(part) for part in ("name", "name_en", "help", "help_en", "words")
    )
    plan = ThemePlan(name, name_en, help_, help_en, words, checked.chosen("topics"))
    with services.database.writing() as session:
        themes.save(session, key, plan, by=current_actor(), now=services.now())


def _register_switch(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("address", "href", allow_duplicate=True),
        Input("theme-switch", "n_clicks"),
        State("theme-key", "data"),
        roles=THEMES,
        prevent_initial_call=True,
    )
    def switch(clicks: object, key: str) -> Any:  # noqa: ANN401 - an address or Dash's own "leave it"
        if not clicks:
            return no_update
        with services.database.writing() as session:
            now = next((one for one in themes.themes(session, all_of_them=True) if one.key == key), None)
            if now is None:
                raise Refused("catalogue.unknown")
            themes.switch(session, key, active=not now.active, by=current_actor(), now=services.now())
        toast(_("Bewaard."))
        return THEMES_PATH


PAGE = Page(THEMES_PATH, lazy("Thema's"), THEMES, list_layout, register)
NEW_PAGE = Page(NEW, lazy("Nieuw thema"), THEMES, new_layout)
ONE_PAGE = Page(f"{THEMES_PATH}/<key>", lazy("Thema"), THEMES, layout)
