"""Saving what happened meanwhile; who saves second hears what the other one changed, or that it was taken away."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from dash import ALL, Input, Output, State, ctx, html, no_update
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import POLICY
from dashboard.parts.fields import FIELD, blank, field_errors, field_values, typed
from dashboard.parts.improving.marker_form import FORM, as_plan, marker_form, plan_of, values_of
from dashboard.parts.meanwhile import Opened, changed_meanwhile, names, newest
from dashboard.parts.saving import Newer, try_to_save
from dashboard.parts.set_aside import asides, with_typed
from dashboard.parts.toasts import toast
from domain.checking import Checked
from domain.improving import markers
from i18n import _
from store.queries.editors import editors
from store.queries.numbers import happenings
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

VALUES = Output({"type": FIELD, "form": FORM, "key": ALL}, "value", allow_duplicate=True)
OPENED = "marker-opened"


def opened(services: Services, session: Session, number: int) -> Opened | None:
    """A marker as it stands now, to be changed; nothing when somebody took it away."""
    one = next((found for found in happenings.markers(session) if found.id == number), None)
    return Opened(services.now(), values_of(one), str(number)) if one else None


def register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        VALUES,
        Output("marker-said", "children"),
        Output("marker-changed", "data"),
        Output(OPENED, "data"),
        Output(f"{FORM}-aside", "data", allow_duplicate=True),
        Input("marker-save", "n_clicks"),
        Input("marker-empty", "n_clicks"),
        field_values(FORM),
        State(OPENED, "data"),
        asides(FORM),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def save(pressed: object, emptied: object, values: list[object], seen: object, aside: object) -> tuple[Any, ...]:
        if not (pressed or emptied):
            raise PreventUpdate  # the page was drawn: nobody pressed
        if ctx.triggered_id == "marker-empty":
            form = marker_form()
            return *blank(form), None, no_update, None, with_typed(aside, typed(form, values), seen)
        return *_save(services, values, Opened.read(seen) if seen else None), no_update


def _save(services: Services, values: list[object], seen: Opened | None) -> tuple[Any, ...]:
    """Save and empty the form; or say what is wrong, or what somebody else did meanwhile."""
    form, changed = marker_form(), services.now().isoformat()
    as_typed = typed(form, values)
    newer = partial(_newer, services, seen, as_typed) if seen else None
    tried = try_to_save(form, as_typed, lambda checked: _write(services, checked, seen), newer)
    if not tried.saved:
        return tried.errors, tried.values, tried.said, changed, tried.seen
    toast(_("Opgeslagen."))
    return *blank(form), None, changed, None


def _write(services: Services, checked: Checked, seen: Opened | None) -> None:
    by, now, plan = current_actor(), services.now(), plan_of(checked)
    with services.database.writing() as session:
        if seen is None:
            markers.add(session, plan, by=by, now=now)
        else:
            markers.change(session, int(seen.key), plan, by=by, now=now, seen=as_plan(seen.values))


def _newer(services: Services, seen: Opened, as_typed: Mapping[str, object]) -> Newer:
    form, number = marker_form(), int(seen.key)
    with services.database.reading() as session:
        now = opened(services, session, number)
        who = names(editors(session, "marker", number, since=seen.at))
    if now is None:
        gone = _("{name} haalde dit weg terwijl u typte.", name=who)
        again = html.P(_("Kies weer Opslaan om het opnieuw toe te voegen."))
        return [no_update for _one in form.fields], changed_meanwhile(form, (), gone, again), {}
    said = _("{name} wijzigde dit terwijl u typte.", name=who)
    again = html.P(_("Kijk het na en kies dan weer Opslaan."))
    return *newest(form, seen.values, as_typed, now.values, said, again), now.as_data()
