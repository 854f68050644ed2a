"""The words of danger that we look for, and the phrases that only look like it: changed in lines of text."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import Page
from dashboard.parts import card, icon, toast
from dashboard.parts.setup import trying_danger as trying
from dashboard.parts.setup.setup_tabs import DANGER_WORDS, ROLES, settings_page
from domain import catalogue, crisis
from domain.catalogue import Entry
from i18n import _, lazy, n_
from web.services import Services
from web.sessions import current_actor

SAY, UNLESS = trying.SAY, trying.UNLESS


def layout(services: Services) -> Component:
    with services.database.reading() as session:
        found = catalogue.entries(session, crisis.CATALOGUE)
    text = _("Wie deze woorden schrijft, ziet meteen waar hulp is, en u krijgt een bericht. Niets wordt tegengehouden.")
    save = html.Div(dmc.Button(_("Bewaar"), id="danger-save", leftSection=icon("check")), className="actions apart")
    groups = html.Div([_group(one) for one in found])
    seen = dcc.Store(id="danger-seen", data=_texts(found))
    words = card(html.P(text), _how(), groups, save, title=_("Woorden van gevaar"))
    return settings_page(DANGER_WORDS, seen, words, trying.card_to_try())


def _how() -> Component:
    """The three signs, each with what it finds."""
    signs = [
        ("/", _("een van deze woorden: “wil/wilde dood” vindt “wil dood” en “wilde dood”")),
        ("*", _("elk einde: “mishandel*” vindt ook “mishandeling”")),
        ("..", _("hoogstens drie woorden ertussen: “wil .. dood” vindt “wil gewoon dood”")),
    ]
    rows = [item for sign, said in signs for item in (html.Dt(html.Code(sign)), html.Dd(said))]
    return html.Div([html.P(_("Eén zin per regel. Tikfouten vinden wij ook.")), html.Dl(rows, className="facts signs")])


def _texts(found: Sequence[Entry]) -> dict[str, list[str]]:
    """By list both its texts, as they stand on screen."""
    return {one.key: ["\n".join(one.data["say"]), "\n".join(one.data.get("unless", ()))] for one in found}


def _group(one: Entry) -> Component:
    fields = [
        _lines(SAY, one.key, _("Waarschuw bij"), one.data["say"]),
        _lines(UNLESS, one.key, _("Maar niet bij"), one.data.get("unless", ())),
    ]
    many = n_("{n} regel", "{n} regels", len(one.data["say"]))
    name = html.Summary([html.Strong(one.label), " ", html.Span(many, className="note")])
    inside = html.Fieldset([html.Legend(one.label, className="unseen"), html.Div(fields, className="columns")])
    return html.Details([name, inside], className="word-group")


def _lines(kind: str, key: str, label: str, lines: Sequence[str]) -> Component:
    text = "\n".join(lines)
    return dmc.Textarea(id={"type": kind, "key": key}, label=label, value=text, resize="vertical")


def register(callbacks: Callbacks, services: Services) -> None:
    trying.register(callbacks)

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
