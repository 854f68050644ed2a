"""Saving a word, an address or a standard answer; who saves second hears what the other one changed."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from dash import ALL, Input, Output, State, ctx, html, no_update
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.fields import FIELD, blank, field_errors, field_values, typed
from dashboard.parts.information.entry_form import FORM, EntryKind, kind_of
from dashboard.parts.meanwhile import Opened, names, newest
from dashboard.parts.saving import Newer, try_to_save
from dashboard.parts.set_aside import asides, with_typed
from dashboard.parts.toasts import toast
from domain.checking import Checked
from domain.information import entries
from domain.refused import Refused
from i18n import _
from store.queries.editors import editors_of_entry
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

VALUES = Output({"type": FIELD, "form": FORM, "key": ALL}, "value", allow_duplicate=True)


def opened(services: Services, session: Session, kind: EntryKind, key: str) -> Opened:
    """An entry as it stands now, to be changed. Raises `Refused` when there is none."""
    one = next((row for row in entries.listed(session, kind.catalogue) if row.key == key), None)
    if one is None:
        raise Refused("catalogue.unknown")
    return Opened(services.now(), kind.values_of(one.plan), key, one.plan.mark)


def register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        VALUES,
        Output("entry-said", "children"),
        Output("entry-changed", "data"),
        Output("entry-opened", "data"),
        Output(f"{FORM}-aside", "data", allow_duplicate=True),
        Input("entry-save", "n_clicks"),
        Input("entry-empty", "n_clicks"),
        field_values(FORM),
        State("entry-opened", "data"),
        asides(FORM),
        State("entry-kind", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def save(
        pressed: object, emptied: object, values: list[object], seen: object, aside: object, name: str
    ) -> tuple[Any, ...]:
        if not (pressed or emptied):
            raise PreventUpdate  # the page was drawn: nobody pressed
        kind = kind_of(name)
        if ctx.triggered_id == "entry-empty":
            form = kind.form()
            return *blank(form), None, no_update, None, with_typed(aside, typed(form, values), seen)
        return *_save(services, kind, values, Opened.read(seen) if seen else None), no_update


def _save(services: Services, kind: EntryKind, values: list[object], seen: Opened | None) -> tuple[Any, ...]:
    """Save and empty the form; or say what is wrong, or what somebody else changed meanwhile."""
    form = kind.form()
    as_typed, changed = typed(form, values), services.now().isoformat()
    newer = partial(_newer, services, kind, seen, as_typed) if seen else None
    tried = try_to_save(form, as_typed, lambda checked: _write(services, kind, checked, seen), newer)
    if not tried.saved:
        return tried.errors, tried.values, tried.said, changed, tried.seen
    toast(_("Bewaard."))
    return *blank(form), None, changed, None


def _write(services: Services, kind: EntryKind, checked: Checked, seen: Opened | None) -> None:
    by, now, plan = current_actor(), services.now(), kind.plan(checked)
    with services.database.writing() as session:
        if seen is None:
            entries.add(session, kind.catalogue, plan, by=by, now=now)
        else:
            entries.change(session, kind.catalogue, seen.key, plan, by=by, now=now, seen=seen.mark)


def _newer(services: Services, kind: EntryKind, seen: Opened, as_typed: Mapping[str, object]) -> Newer:
    with services.database.reading() as session:
        now = opened(services, session, kind, seen.key)
        who = editors_of_entry(session, kind.catalogue, seen.key, since=seen.at)
    said = _("{name} wijzigde dit terwijl u typte.", name=names(who))
    again = html.P(_("Kijk het na en kies dan weer Bewaar."))
    return *newest(kind.form(), seen.values, as_typed, now.values, said, again), now.as_data()
