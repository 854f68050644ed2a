"""Words that are explained, addresses, standard answers: added, changed, switched off, put back as they came."""

from collections.abc import Callable
from functools import partial
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import (
    aria,
    badge,
    card,
    empty_state,
    field_values,
    filled,
    form_controls,
    page_header,
    table,
    toast,
    typed,
)
from dashboard.parts.information.entry_form import ADDRESS, ANSWER, FORM, WORD, EntryKind, kind_of
from dashboard.parts.information.entry_saving import VALUES, opened, register_saving
from dashboard.parts.information.words import ADDRESSES, WORDS, information_page
from dashboard.parts.inquiring.looks import PATH as QUEUE
from dashboard.parts.inquiring.looks import STANDARD_ANSWERS
from dashboard.parts.news import news, register_news
from dashboard.parts.set_aside import aside_room, asides, register_aside, to_fields, with_typed
from dashboard.parts.tables import Cell
from domain.information import entries
from domain.information.entries import EntryRow
from domain.refused import Refused
from domain.texts import say
from i18n import _, lazy
from web.services import Services
from web.sessions import current_actor

DO = "entry-act"
CHANGE, ON, OFF, BACK = "change", "on", "off", "back"
DONE = {ON: lazy("Aangezet."), OFF: lazy("Uitgezet."), BACK: lazy("De standaard staat er weer.")}
CHANGED = Output("entry-changed", "data", allow_duplicate=True)


def _layout(kind: EntryKind, frame: Callable[..., Component]) -> Component:
    buttons = [
        dmc.Button(_("Bewaar"), id="entry-save"),
        dmc.Button(_("Leegmaken"), id="entry-empty", variant="default"),
    ]
    fields = html.Div(form_controls(kind.form()), className="fields")
    content = [
        dcc.Store(id="entry-kind", data=kind.catalogue),
        dcc.Store(id="entry-changed"),
        dcc.Store(id="entry-opened"),
        news("entry-said"),
        card(aside_room(FORM), fields, html.Div(buttons, className="actions"), title=_("Toevoegen of wijzigen")),
        html.Div(id="entry-list"),
    ]
    return frame(*content)


def register(callbacks: Callbacks, services: Services) -> None:
    _register_list(callbacks, services)
    register_saving(callbacks, services)
    register_news(callbacks, "entry-said")
    register_aside(callbacks, FORM, "entry-opened", COORDINATOR)
    _register_acts(callbacks, services)


def _register_list(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("entry-list", "children"),
        Input("entry-changed", "data"),
        State("entry-kind", "data"),
        roles=COORDINATOR,
    )
    def show(_changed: object, name: str) -> Component:
        kind = kind_of(name)
        with services.database.reading() as session:
            found = entries.listed(session, kind.catalogue)
        if not found:
            return card(empty_state(_("Nog niets"), _("Wat u hierboven bewaart, komt hier te staan.")))
        columns = [str(kind.what), kind.column, _("Stand"), _("Wijzigen")]
        rows = [_row(kind, one) for one in found]
        return card(table(columns, rows, caption=str(kind.title)), title=str(kind.title))


def _register_acts(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        VALUES,
        Output("entry-said", "children", allow_duplicate=True),
        Output("entry-opened", "data", allow_duplicate=True),
        Output(f"{FORM}-aside", "data", allow_duplicate=True),
        CHANGED,
        Input({"type": DO, "what": ALL, "key": ALL, "seen": ALL}, "n_clicks"),
        field_values(FORM),
        State("entry-opened", "data"),
        asides(FORM),
        State("entry-kind", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def act(clicks: list[object], values: list[object], seen: object, aside: object, name: str) -> tuple[Any, ...]:
        pressed, kind = ctx.triggered_id, kind_of(name)
        if not any(clicks) or not pressed:
            raise PreventUpdate  # the list was drawn: nobody pressed
        key, what = str(pressed["key"]), str(pressed["what"])
        if what == CHANGE:
            with services.database.reading() as session:
                now = opened(services, session, kind, key)
            left = with_typed(aside, typed(kind.form(), values), seen)
            return filled(kind.form(), now.values), None, now.as_data(), left, no_update
        _do(services, kind, key, what, str(pressed["seen"]))
        left = [no_update for _one in kind.form().fields]
        return left, no_update, no_update, no_update, f"{services.now().isoformat()} {key}"


def _do(services: Services, kind: EntryKind, key: str, what: str, seen: str) -> None:
    """What the button says, also when a colleague did something else since the list was drawn."""
    by, now = current_actor(), services.now()
    try:
        with services.database.writing() as session:
            if what == BACK:
                entries.put_back(session, kind.catalogue, key, by=by, now=now, seen=seen)
            else:
                entries.switch(session, kind.catalogue, key, active=what == ON, by=by, now=now)
    except Refused as refused:
        if refused.key != "catalogue.changed_meanwhile":
            raise
        toast(say(refused), tone="bad")
    else:
        toast(str(DONE[what]))


def _row(kind: EntryKind, one: EntryRow) -> list[Cell]:
    name = one.plan.label_nl
    standing = badge(_("aan"), "good", symbol="check") if one.active else badge(_("uit"), "plain", symbol="ban")
    words, to = (_("Zet uit"), OFF) if one.active else (_("Zet aan"), ON)
    buttons = [
        _button(CHANGE, one, _("Wijzig"), _("Wijzig: {name}", name=name)),
        _button(to, one, words, f"{words}: {name}"),
    ]
    if one.has_standard and not one.is_standard:
        buttons.append(_button(BACK, one, _("Zet standaard terug"), _("Zet standaard terug: {name}", name=name)))
    together = "actions pair" if len(buttons) == 2 else "actions"
    return [name, kind.shown(one.plan), standing, html.Div(buttons, className=together)]


def _button(what: str, one: EntryRow, words: str, label: str) -> Component:
    key = {"type": DO, "what": what, "key": one.key, "seen": one.plan.mark}
    to = to_fields(FORM) if what == CHANGE else {}
    return dmc.Button(words, id=key, size="compact-md", variant="default", **aria(label=label), **to)


def _beside_questions(*content: Component) -> Component:
    lead = _("Korte teksten waarmee u een antwoord begint. Bij een vraag zet u er een in uw antwoord met één klik.")
    return html.Div([page_header(str(ANSWER.title), lead, back=(QUEUE, _("Vragen van ouders"))), *content])


_WORDS = partial(_layout, WORD, partial(information_page, WORDS))
_ADDRESSES = partial(_layout, ADDRESS, partial(information_page, ADDRESSES))
WORDS_PAGE = Page(WORDS, WORD.title, COORDINATOR, _WORDS, register=register)
ADDRESSES_PAGE = Page(ADDRESSES, ADDRESS.title, COORDINATOR, _ADDRESSES)
ANSWERS_PAGE = Page(STANDARD_ANSWERS, ANSWER.title, COORDINATOR, partial(_layout, ANSWER, _beside_questions))
