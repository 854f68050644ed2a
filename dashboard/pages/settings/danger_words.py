"""The words of danger that we look for, and the phrases that only look like it: changed in lines of text."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import Page
from dashboard.parts import card, icon, toast
from dashboard.parts.setup.setup_tabs import DANGER_WORDS, ROLES, settings_page
from domain import catalogue, crisis
from domain.catalogue import Entry
from i18n import _, lazy, n_
from web.services import Services
from web.sessions import current_actor

SAY, UNLESS = "danger-say", "danger-unless"


def layout(services: Services) -> Component:
    with services.database.reading() as session:
        found = catalogue.entries(session, crisis.CATALOGUE)
    text = _("Wie deze woorden schrijft, ziet meteen waar hulp is, en u krijgt een bericht. Niets wordt tegengehouden.")
    how = _("Eén zin per regel. Met / kiest u tussen woorden. Met * past elk einde. Met .. mag er iets tussen staan.")
    save = dmc.Button(_("Bewaar"), id="danger-save", leftSection=icon("check"))
    groups = html.Div([_group(one) for one in found], className="stack")
    return settings_page(DANGER_WORDS, card(html.P(text), html.P(how), groups, save, title=_("Woorden van gevaar")))


def _group(one: Entry) -> Component:
    fields = [
        _lines(SAY, one.key, _("Waarschuw bij"), one.data["say"]),
        _lines(UNLESS, one.key, _("Maar niet bij"), one.data.get("unless", ())),
    ]
    return html.Fieldset([html.Legend(one.label), html.Div(fields, className="columns")], className="plain-group")


def _lines(kind: str, key: str, label: str, lines: Sequence[str]) -> Component:
    text = "\n".join(lines)
    return dmc.Textarea(id={"type": kind, "key": key}, label=label, value=text, autosize=True, minRows=4, maxRows=14)


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("danger-save", "n_clicks"),
        Input("danger-save", "n_clicks"),
        State({"type": SAY, "key": ALL}, "value"),
        State({"type": UNLESS, "key": ALL}, "value"),
        State({"type": SAY, "key": ALL}, "id"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def save(clicks: object, say: Sequence[object], unless: Sequence[object], ids: Sequence[dict[str, str]]) -> int:
        if not clicks:
            return 0
        by, now = current_actor(), services.now()
        with services.database.writing() as session:
            changed = sum(
                crisis.change(session, one["key"], str(yes or ""), str(no or ""), by=by, now=now)
                for one, yes, no in zip(ids, say, unless, strict=True)
            )
        toast(n_("{n} lijst is nu anders.", "{n} lijsten zijn nu anders.", changed))
        return 0


PAGE = Page(DANGER_WORDS, lazy("Woorden van gevaar"), ROLES, layout, register)
