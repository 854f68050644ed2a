"""The words of danger that we look for, and the phrases that only look like it: changed in lines of text."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

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
    seen = dcc.Store(id="danger-seen", data=_texts(found))
    words = card(html.P(text), html.P(how), groups, save, title=_("Woorden van gevaar"))
    return settings_page(DANGER_WORDS, seen, words)


def _texts(found: Sequence[Entry]) -> dict[str, list[str]]:
    """By list both its texts, as they stand on screen."""
    return {one.key: ["\n".join(one.data["say"]), "\n".join(one.data.get("unless", ()))] for one in found}


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
        Output({"type": SAY, "key": ALL}, "value"),
        Output({"type": UNLESS, "key": ALL}, "value"),
        Output("danger-seen", "data"),
        Input("danger-save", "n_clicks"),
        State({"type": SAY, "key": ALL}, "value"),
        State({"type": UNLESS, "key": ALL}, "value"),
        State({"type": SAY, "key": ALL}, "id"),
        State("danger-seen", "data"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def save(
        clicks: object, say: list[object], unless: list[object], ids: list[dict[str, str]], seen: dict[str, list[str]]
    ) -> tuple[list[str], list[str], dict[str, list[str]]]:
        if not clicks:
            raise PreventUpdate  # the page was drawn: nobody pressed
        keys = [one["key"] for one in ids]
        typed = {key: (str(yes or ""), str(no or "")) for key, yes, no in zip(keys, say, unless, strict=True)}
        stored = _save(services, typed, seen)
        return [stored[key][0] for key in keys], [stored[key][1] for key in keys], stored


def _save(services: Services, typed: dict[str, tuple[str, str]], seen: dict[str, list[str]]) -> dict[str, list[str]]:
    """Both texts of every list as they are now; what a colleague changed meanwhile is in them, and is told."""
    by, now = current_actor(), services.now()
    with services.database.writing() as session:
        before = _texts(catalogue.entries(session, crisis.CATALOGUE, all_of_them=True))
        changed = sum(
            crisis.change(session, key, *texts, by=by, now=now, seen=_pair(seen.get(key)))
            for key, texts in typed.items()
        )
        stored = _texts(catalogue.entries(session, crisis.CATALOGUE, all_of_them=True))
    toast(n_("{n} lijst is nu anders.", "{n} lijsten zijn nu anders.", changed))
    if any(before[key] != seen.get(key, before[key]) for key in typed):
        toast(_("Een collega veranderde intussen ook woorden. Wat u beiden deed, staat er nu."))
    return stored


def _pair(texts: Sequence[str] | None) -> tuple[str, str] | None:
    return (texts[0], texts[1]) if texts else None


PAGE = Page(DANGER_WORDS, lazy("Woorden van gevaar"), ROLES, layout, register)
