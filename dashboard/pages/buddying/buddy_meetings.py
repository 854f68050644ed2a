"""Who was at training or peer supervision: choose the day, tick who came, done in a minute."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.pages.buddying.buddies import PATH as BUDDIES
from dashboard.parts import card, empty_state, icon, page_header, toast
from dashboard.parts.buddying.buddy_meetings import PATH
from domain.buddying import attendance
from domain.local_time import wall
from domain.refused import Refused
from domain.texts import say
from i18n import _, day, lazy, n_
from store.queries.buddying import buddies, buddy_attendance
from store.queries.buddying.buddy_attendance import SUPERVISION, TRAINING, Met
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

KIND, DAY, WHO = "met-kind", "met-day", "met-who"


def layout(services: Services) -> Component:
    with services.database.reading() as session:
        met = buddy_attendance.gatherings(session, services.now(), most=1)
    kind, on = (met[0].kind, wall(met[0].starts_at)[0]) if met else (SUPERVISION, wall(services.now())[0])
    kinds = [
        dmc.Radio(label=label, value=one) for one, label in ((SUPERVISION, _("Intervisie")), (TRAINING, _("Training")))
    ]
    controls = [
        dmc.RadioGroup(html.Div(kinds, className="moments short"), id=KIND, label=_("Wat was het?"), value=kind),
        dmc.DatePickerInput(id=DAY, label=_("Wanneer?"), value=str(on), leftSection=icon("calendar")),
        html.Div(id="met-said", className="note", role="status"),
        dmc.CheckboxGroup(html.Div(id="met-boxes", className="options"), id=WHO, label=_("Wie waren er?"), value=[]),
        html.Div(dmc.Button(_("Bewaar"), id="met-save", leftSection=icon("check")), className="actions"),
    ]
    sentence = _("Vink aan wie er was. Wie er al staat, blijft staan tot u het vinkje weghaalt.")
    head = page_header(_("Intervisie en training"), sentence, back=(BUDDIES, _("Buddy's")))
    return html.Div([head, card(html.Div(controls, className="stack"))])


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("met-boxes", "children"),
        Output(WHO, "value"),
        Output("met-said", "children"),
        Input(KIND, "value"),
        Input(DAY, "value"),
        roles=COORDINATOR,
    )
    def show(kind: object, on: object) -> tuple[Any, list[str], str]:
        chosen = _day(on)
        with services.database.reading() as session:
            return _drawn(session, str(kind), chosen, services.now())

    _register_saving(callbacks, services)


def _register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output(DAY, "error"),
        Input("met-save", "n_clicks"),
        State(KIND, "value"),
        State(DAY, "value"),
        State(WHO, "value"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def save(clicks: object, kind: object, on: object, who: object) -> Any:  # noqa: ANN401 - an error or "leave it"
        if not clicks:
            return no_update
        chosen = _day(on)
        if chosen is None:
            return _("Kies een datum")
        try:
            with services.database.writing() as session:
                added, gone = attendance.note(
                    session, str(kind), chosen, _numbers(who), by=current_actor(), now=services.now()
                )  # fmt: skip
        except Refused as refused:
            if refused.field is None:
                raise
            return say(refused)
        toast(_("Bewaard: {added} erbij, {gone} eraf.", added=added, gone=gone))
        return ""


def _drawn(session: Session, kind: str, on: date | None, now: datetime) -> tuple[Any, list[str], str]:
    """Everybody to tick, who is known to have been there, and what was planned that day."""
    rows = buddies.listed(session)
    if not rows:
        return empty_state(_("Nog geen buddy's"), _("Voeg de eerste buddy toe."), symbol="users"), [], ""
    boxes = [dmc.Checkbox(label=one.name, value=str(one.id)) for one in rows]
    there = buddy_attendance.present(session, kind, on) if on else frozenset()
    planned = [
        one for one in buddy_attendance.gatherings(session, now) if one.kind == kind and wall(one.starts_at)[0] == on
    ]
    hosts = {number for one in planned for number in one.hosts} if not there else set()
    ticked = [str(one.id) for one in rows if one.id in there | hosts]
    return boxes, ticked, _said(len(there), planned, on)


def _said(known: int, planned: Sequence[Met], on: date | None) -> str:
    title = f"{planned[0].title}, {day(on)}. " if planned and on else ""
    return title + (n_("{n} buddy is al genoteerd.", "{n} buddy's zijn al genoteerd.", known) if known else "")


def _numbers(who: object) -> list[int]:
    return [int(one) for one in who if isinstance(one, str) and one.isdecimal()] if isinstance(who, list) else []


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


PAGE = Page(PATH, lazy("Intervisie en training"), COORDINATOR, layout, register=register)
