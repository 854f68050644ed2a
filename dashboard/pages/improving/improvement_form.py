"""A new improvement or a change of one; who saves over somebody else is told first."""

from functools import partial
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import POLICY, Page
from dashboard.parts import card, field_errors, field_values, form_controls, page_header, toast, typed
from dashboard.parts.fields import FIELD
from dashboard.parts.improving.action_form import FORM, action_form, planned, values_of
from dashboard.parts.improving.improvement_words import ACTIONS, NEW_ACTION
from dashboard.parts.improving.signal_words import PATH
from dashboard.parts.meanwhile import Opened, names, newest
from dashboard.parts.saving import Newer, try_to_save
from domain.checking import Checked
from domain.forms import Form
from domain.improving import improvements
from domain.local_time import wall
from domain.refused import Refused
from i18n import _, lazy
from store.queries.editors import editors
from store.queries.improving import quality
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

VALUES = Output({"type": FIELD, "form": FORM, "key": ALL}, "value", allow_duplicate=True)


def layout(services: Services, number: int | None = None, signaal: str = "") -> Component:
    with services.database.reading() as session:
        form = action_form(session)
        one = quality.improvement(session, number) if number is not None else None
        values = values_of(one) if one else _start(session, signaal, services)
    if number is not None and one is None:
        return html.Div([page_header(_("Deze verbeteractie is er niet"), back=(PATH, _("Verbeteren")))])
    opened = Opened(one.changed_at, values).as_data() if one else None
    title = _("Verbeteractie wijzigen") if one else _("Verbeteractie maken")
    back = (f"{ACTIONS}/{one.id}", one.title) if one else (PATH, _("Verbeteren"))
    return html.Div(
        [
            page_header(title, _("Wat u met een signaal doet: wie, wat en wanneer."), back=back),
            html.Div(id="improvement-said", role="alert"),
            card(
                html.Div(form_controls(form, values), className="fields"),
                html.Div(dmc.Button(_("Opslaan"), id="improvement-save"), className="actions"),
            ),
            dcc.Store(id="improvement-number", data=number),
            dcc.Store(id="improvement-opened", data=opened),
        ]
    )


def _start(session: Session, signal: str, services: Services) -> dict[str, object]:
    """What a new one begins with: today, and the signal that it follows from."""
    one = quality.signal(session, int(signal)) if signal.isdecimal() else None
    tied = {"topics": [one.topic_code], "signals": [str(one.id)]} if one else {}
    return {"starts_on": wall(services.now())[0].isoformat(), **tied}


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        VALUES,
        Output("improvement-said", "children"),
        Output("improvement-opened", "data"),
        Output("address", "href", allow_duplicate=True),
        Input("improvement-save", "n_clicks"),
        field_values(FORM),
        State("improvement-number", "data"),
        State("improvement-opened", "data"),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def save(clicks: object, values: list[object], number: object, opened: object) -> tuple[Any, ...]:
        if not clicks:
            raise PreventUpdate  # the page was drawn: nobody pressed
        return _save(
            services, values, number if isinstance(number, int) else None, Opened.read(opened) if opened else None
        )


def _save(services: Services, values: list[object], number: int | None, seen: Opened | None) -> tuple[Any, ...]:
    """Save, and say where to go; or what is wrong, or what somebody else changed meanwhile."""
    with services.database.reading() as session:
        form = action_form(session)
    as_typed, saved = typed(form, values), list[int]()

    def write(checked: Checked) -> None:
        saved.append(_write(services, number, checked, seen))

    newer = partial(_newer, services, form, number, seen, as_typed) if number is not None and seen else None
    tried = try_to_save(form, as_typed, write, newer)
    if tried.saved:
        toast(_("Opgeslagen."))
    return tried.errors, tried.values, tried.said, tried.seen, f"{ACTIONS}/{saved[0]}" if tried.saved else no_update


def _write(services: Services, number: int | None, checked: Checked, seen: Opened | None) -> int:
    by, now, plan = current_actor(), services.now(), planned(checked)
    with services.database.writing() as session:
        if number is None:
            return improvements.add(session, plan, by=by, now=now)
        improvements.change(session, number, plan, by=by, now=now, seen=seen.at if seen else None)
    return number


def _newer(services: Services, form: Form, number: int, seen: Opened, as_typed: dict[str, object]) -> Newer:
    """Somebody else saved: what was not touched follows them, what was typed stays; saving again is the answer."""
    with services.database.reading() as session:
        one = quality.improvement(session, number)
        who = editors(session, "improvement", number, since=seen.at)
    if one is None:
        raise Refused("not_found")
    stored = values_of(one)
    again = html.P(_("Kijk het na en kies dan weer Opslaan."))
    who_did = _("{name} wijzigde deze verbeteractie terwijl u typte.", name=names(who))
    return *newest(form, seen.values, as_typed, stored, who_did, again), Opened(one.changed_at, stored).as_data()


NEW_PAGE = Page(NEW_ACTION, lazy("Verbeteractie maken"), POLICY, layout, register=register, query=("signaal",))
PAGE = Page(f"{ACTIONS}/<int:number>/wijzigen", lazy("Verbeteractie wijzigen"), POLICY, layout)
