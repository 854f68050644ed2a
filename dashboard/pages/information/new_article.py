"""A new page of information: what it is, before its text is written."""

from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import card, errors_of, field_errors, field_values, form_controls, page_header, typed
from dashboard.parts.attempt import attempt
from dashboard.parts.information.about_form import NEW_FORM, new_form, plan_of
from dashboard.parts.information.words import NEW, PATH
from domain.checking import Checked
from domain.information import articles
from domain.information.articles import Words
from i18n import _, lazy, speaking
from i18n.texts import SOURCE
from store.door_states import ArticleKind, Audience
from web.services import Services
from web.sessions import current_actor


def layout(services: Services) -> Component:
    with services.database.reading() as session:
        form = new_form(session)
    values = {"kind": str(ArticleKind.TOPIC), "audience": str(Audience.PARENTS)}
    save = dmc.Button(_("Ga verder"), id="article-new-save")
    head = page_header(_("Pagina maken"), _("Hierna schrijft u de tekst."), back=(PATH, _("Informatie")))
    return html.Div(
        [head, card(html.Div(form_controls(form, values), className="fields"), html.Div(save, className="actions"))]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(NEW_FORM),
        Output("address", "href", allow_duplicate=True),
        Input("article-new-save", "n_clicks"),
        field_values(NEW_FORM),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def save(clicks: object, values: list[object]) -> tuple[list[str | None], Any]:
        if not clicks:
            raise PreventUpdate  # the page was drawn: nobody pressed
        with services.database.reading() as session:
            form = new_form(session)
        made = list[int]()
        errors = attempt(form, typed(form, values), lambda checked: made.append(_add(services, checked)))
        return errors_of(form, errors), no_update if errors else f"{PATH}/{made[0]}"


def _add(services: Services, checked: Checked) -> int:
    """The page with its title and the heads that every page has, to be written on from there."""
    by, now = current_actor(), services.now()
    with speaking(SOURCE):
        heads = "\n\n".join(f"## {head}" for head in (_("Wat is het?"), _("Wat kunt u nu doen?")))
    with services.database.writing() as session:
        made = articles.add(session, plan_of(checked, checked.text("slug")), by=by, now=now)
        articles.write(session, made, SOURCE, Words(checked.text("title"), "", heads), by=by, now=now)
    return made


PAGE = Page(NEW, lazy("Pagina maken"), COORDINATOR, layout, register=register)
