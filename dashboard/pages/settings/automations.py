"""What follows by itself: each automation in words, with a switch."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, ctx, dcc, html, no_update
from dash.development.base_component import Component

from automations.actions import ACTIONS
from automations.actions.send_letter import READERS
from automations.automation import CATALOGUE, Automation, automation
from dashboard.access import Callbacks
from dashboard.page import Page
from dashboard.parts import card, table, toast
from dashboard.parts.setup.setup_tabs import AUTOMATIONS, LETTERS, ROLES, settings_page
from dashboard.parts.tables import Cell
from domain import catalogue
from domain.catalogue import Entry
from domain.clockwork import switching
from domain.journal import KINDS
from domain.post import letter_texts
from i18n import _, lazy, n_
from web.services import Services
from web.sessions import current_actor

SWITCH = "automation-switch"
GROUPS = (
    (lazy("Buddyvragen en voorstellen"), ("request", "proposal", "pair", "plan")),
    (lazy("Koppelingen en afspraken"), ("match", "appointment", "check_in", "care")),
    (lazy("Buddy's"), ("buddy", "availability")),
    (lazy("Oudercafés en bijeenkomsten"), ("signup", "event", "series", "host", "feedback")),
    (lazy("Cijfers en signalen"), ("counts", "signal", "improvement")),
    (lazy("Inloggen en techniek"), ()),
)


def layout(services: Services) -> Component:
    with services.database.reading() as session:
        found = catalogue.entries(session, CATALOGUE, all_of_them=True)
        letters = {one.key: one.name for one in letter_texts.listed(session)}
    on = sum(one.active for one in found)
    lead = n_("{n} staat aan.", "{n} staan aan.", on)
    text = _("Dit gebeurt vanzelf. Wat u uitzet, gebeurt niet meer: doe het dan zelf als het nodig is.")
    groups = [_group(str(title), members, letters) for title, members in _grouped(found)]
    said = html.Div(id="automations-said", role="status", className="unseen")
    return settings_page(AUTOMATIONS, html.P([text, " ", lead]), *groups, said)


def _grouped(found: Sequence[Entry]) -> list[tuple[lazy, list[Entry]]]:
    """By what they are about; what belongs nowhere else stands last."""
    known = {noun: title for title, nouns in GROUPS for noun in nouns}
    groups: dict[lazy, list[Entry]] = {title: [] for title, _nouns in GROUPS}
    for one in found:
        groups[known.get(_noun(one), GROUPS[-1][0])].append(one)
    return [(title, members) for title, members in groups.items() if members]


def _noun(one: Entry) -> str:
    return str(one.data["when"]).partition(".")[0]


def _group(title: str, members: Sequence[Entry], letters: Mapping[str, str]) -> Component:
    columns = [_("Automatisering"), _("Als dit gebeurt"), _("Dan"), _("Aan of uit")]
    return card(table(columns, [_row(one, letters) for one in members], caption=title), title=title)


def _row(one: Entry, letters: Mapping[str, str]) -> list[Cell]:
    meant = automation(one.key, one.data)
    switch = dmc.Switch(
        id={"type": SWITCH, "key": one.key},
        checked=one.active,
        size="md",
        labelPosition="left",
        label=html.Span(one.label, className="unseen"),
    )
    return [one.label, str(KINDS.get(meant.when, meant.when)), _then(meant, letters), switch]


def _then(meant: Automation, letters: Mapping[str, str]) -> Component:
    action = ACTIONS[meant.then]
    letter = str(meant.parameters.get("letter"))
    if letter not in letters:
        return html.Span(str(action.label), title=str(action.help))
    reader = READERS.get(str(meant.parameters.get("to")))
    link = dcc.Link(letters[letter], href=f"{LETTERS}/{letter}")
    return html.Span([_("Bericht"), " ", link, _(", aan {reader}", reader=reader) if reader else ""])


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("automations-said", "children"),
        Input({"type": SWITCH, "key": ALL}, "checked"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def turn(_checked: object) -> Any:  # noqa: ANN401 - a sentence or Dash's own "leave it"
        pressed = ctx.triggered_id
        if not pressed or len(ctx.triggered) != 1:
            return no_update  # the page was drawn: nobody touched a switch
        key, active = str(pressed["key"]), bool(ctx.triggered[0]["value"])
        with services.database.writing() as session:
            switching.switch(session, key, active=active, by=current_actor(), now=services.now())
            label = catalogue.entry(session, CATALOGUE, key).label
        said = _("Aan: {label}", label=label) if active else _("Uit: {label}", label=label)
        toast(said)
        return said


PAGE = Page(AUTOMATIONS, lazy("Automatiseringen"), ROLES, layout, register)
