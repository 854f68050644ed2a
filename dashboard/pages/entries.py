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
    errors_of,
    field_errors,
    field_values,
    form_controls,
    page_header,
    table,
    toast,
    typed,
)
from dashboard.parts.attempt import attempt
from dashboard.parts.fields import FIELD
from dashboard.parts.information.entry_form import ADDRESS, ANSWER, FORM, KINDS, WORD, EntryKind
from dashboard.parts.information.words import ADDRESSES, WORDS, information_page
from dashboard.parts.inquiring.looks import PATH as QUEUE
from dashboard.parts.inquiring.looks import STANDARD_ANSWERS
from dashboard.parts.tables import Cell
from domain.checking import Checked
from domain.information import entries
from domain.information.entries import EntryRow
from domain.refused import Refused
from i18n import _
from web.services import Services
from web.sessions import current_actor

DO = "entry-act"
CHANGE, SWITCH, BACK = "change", "switch", "back"
VALUES = Output({"type": FIELD, "form": FORM, "key": ALL}, "value", allow_duplicate=True)
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
        dcc.Store(id="entry-key"),
        card(fields, html.Div(buttons, className="actions"), title=_("Toevoegen of wijzigen")),
        html.Div(id="entry-list"),
    ]
    return frame(*content)


def register(callbacks: Callbacks, services: Services) -> None:
    _register_list(callbacks, services)
    _register_saving(callbacks, services)
    _register_acts(callbacks, services)


def _register_list(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("entry-list", "children"),
        Input("entry-changed", "data"),
        State("entry-kind", "data"),
        roles=COORDINATOR,
    )
    def show(_changed: object, name: str) -> Component:
        kind = _kind(name)
        with services.database.reading() as session:
            found = entries.listed(session, kind.catalogue)
        if not found:
            return card(empty_state(_("Nog niets"), _("Wat u hierboven bewaart, komt hier te staan.")))
        columns = [str(kind.what), kind.column, _("Stand"), _("Wijzigen")]
        rows = [_row(kind, one) for one in found]
        return card(table(columns, rows, caption=str(kind.title)), title=str(kind.title))


def _register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        VALUES,
        Output("entry-changed", "data"),
        Output("entry-key", "data"),
        Input("entry-save", "n_clicks"),
        Input("entry-empty", "n_clicks"),
        field_values(FORM),
        State("entry-key", "data"),
        State("entry-kind", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def save(pressed: object, emptied: object, values: list[object], key: str | None, name: str) -> tuple[Any, ...]:
        if not (pressed or emptied):
            raise PreventUpdate  # the page was drawn: nobody pressed
        kind, now = _kind(name), services.now()
        form = kind.form()
        nothing = [None for _one in form.fields]
        if ctx.triggered_id == "entry-empty":
            return nothing, nothing, no_update, None
        errors = attempt(form, typed(form, values), lambda checked: _write(services, kind, key, checked))
        if errors:
            return errors_of(form, errors), [no_update for _one in form.fields], no_update, no_update
        toast(_("Bewaard."))
        return nothing, nothing, now.isoformat(), None


def _write(services: Services, kind: EntryKind, key: str | None, checked: Checked) -> None:
    by, now = current_actor(), services.now()
    with services.database.writing() as session:
        if key is None:
            entries.add(session, kind.catalogue, kind.plan(checked), by=by, now=now)
        else:
            entries.change(session, kind.catalogue, key, kind.plan(checked), by=by, now=now)


def _register_acts(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        VALUES,
        Output("entry-key", "data", allow_duplicate=True),
        CHANGED,
        Input({"type": DO, "what": ALL, "key": ALL}, "n_clicks"),
        State("entry-kind", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def act(clicks: list[object], name: str) -> tuple[Any, ...]:
        pressed, kind = ctx.triggered_id, _kind(name)
        if not any(clicks) or not pressed:
            raise PreventUpdate  # the list was drawn: nobody pressed
        form, key, now = kind.form(), str(pressed["key"]), services.now()
        with services.database.reading() as session:
            one = next((row for row in entries.listed(session, name) if row.key == key), None)
        if one is None:
            raise Refused("catalogue.unknown")
        if pressed["what"] == CHANGE:
            values = kind.values_of(one.plan)
            return [values.get(field.key) for field in form.fields], key, no_update
        _do(services, kind, one, str(pressed["what"]))
        return [no_update for _one in form.fields], no_update, f"{now.isoformat()} {key}"


def _do(services: Services, kind: EntryKind, one: EntryRow, what: str) -> None:
    by, now = current_actor(), services.now()
    with services.database.writing() as session:
        if what == BACK:
            entries.put_back(session, kind.catalogue, one.key, by=by, now=now)
            toast(_("De standaard staat er weer."))
        else:
            entries.switch(session, kind.catalogue, one.key, active=not one.active, by=by, now=now)
            toast(_("Uitgezet.") if one.active else _("Aangezet."))


def _row(kind: EntryKind, one: EntryRow) -> list[Cell]:
    name = one.plan.label_nl
    standing = badge(_("aan"), "good", symbol="check") if one.active else badge(_("uit"), "plain", symbol="ban")
    words = _("Zet uit") if one.active else _("Zet aan")
    buttons = [
        _button(CHANGE, one, _("Wijzig"), _("Wijzig: {name}", name=name)),
        _button(SWITCH, one, words, f"{words}: {name}"),
    ]
    if one.has_standard and not one.is_standard:
        buttons.append(_button(BACK, one, _("Zet standaard terug"), _("Zet standaard terug: {name}", name=name)))
    return [name, kind.shown(one.plan), standing, html.Div(buttons, className="actions")]


def _button(what: str, one: EntryRow, words: str, label: str) -> Component:
    key = {"type": DO, "what": what, "key": one.key}
    return dmc.Button(words, id=key, size="compact-md", variant="default", **aria(label=label))


def _kind(name: str) -> EntryKind:
    if name not in KINDS:
        raise Refused("catalogue.unknown")
    return KINDS[name]


def _beside_questions(*content: Component) -> Component:
    lead = _("Korte teksten waarmee u een antwoord begint. Bij een vraag zet u er een in uw antwoord met één klik.")
    return html.Div([page_header(str(ANSWER.title), lead, back=(QUEUE, _("Vragen van ouders"))), *content])


_WORDS = partial(_layout, WORD, partial(information_page, WORDS))
_ADDRESSES = partial(_layout, ADDRESS, partial(information_page, ADDRESSES))
WORDS_PAGE = Page(WORDS, WORD.title, COORDINATOR, _WORDS, register=register)
ADDRESSES_PAGE = Page(ADDRESSES, ADDRESS.title, COORDINATOR, _ADDRESSES)
ANSWERS_PAGE = Page(STANDARD_ANSWERS, ANSWER.title, COORDINATOR, partial(_layout, ANSWER, _beside_questions))
