"""Tally after a café: tap how often each topic came up, and write it down as so many questions at once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import (
    aria,
    card,
    errors_of,
    field_errors,
    field_values,
    form_controls,
    icon,
    notice,
    page_header,
    typed,
)
from dashboard.parts.attempt import attempt
from dashboard.parts.gatherings.event_words import PATH as CALENDAR
from dashboard.parts.numbers.question_form import FORM as QUESTION
from dashboard.parts.numbers.question_list import PATH as QUESTIONS
from dashboard.parts.numbers.tally_rows import PATH, SEARCH, tally_rows
from domain.checking import Checked
from domain.forms import Form, load
from domain.local_time import wall
from domain.refused import Refused
from domain.register import tally
from domain.texts import say
from i18n import _, lazy, n_
from store.queries.gatherings import events
from store.queries.gatherings.events import EventFacts
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

FORM = "tally"
UNDO = "tally-undo"
SAID = Output("tally-said", "children", allow_duplicate=True)
COUNTS = Output("tally-counts", "data", allow_duplicate=True)


def layout(services: Services, bijeenkomst: str = "") -> Component:
    today = wall(services.now())[0]
    with services.database.reading() as session:
        event = events.event(session, int(bijeenkomst)) if bijeenkomst.isdecimal() and len(bijeenkomst) < 9 else None
        day = min(wall(event.starts_at)[0], today) if event else today
        rows = tally_rows(session, day, [one.code for one in event.topics] if event else ())
        about = form_controls(_form(session), _known(event, day))
    back = (f"{CALENDAR}/{event.id}", event.title) if event else (QUESTIONS, _("Vragen"))
    lead = _("Tik hoe vaak elk onderwerp ter sprake kwam. Er staat pas iets in het register als u opslaat.")
    save = dmc.Button(_("Opslaan"), id="tally-save", size="lg", leftSection=icon("check"))
    live = html.P(id="tally-live", className="note", role="status", **aria(live="polite"))
    kept = ("counts", "token", "saved")
    return html.Div(
        [
            page_header(_("Turven na een café"), lead, back=back),
            card(
                html.Div(about, className="tally-about"), rows, html.Div([save, live], className="save-bar tally-bar")
            ),
            html.Div(id="tally-said", role="status", **aria(live="polite")),
            *(dcc.Store(id=f"tally-{one}") for one in kept),
        ],
        id="tally",
        className="stack",
    )


def _form(session: Session) -> Form:
    """The day and the place, as staff set them up for a question."""
    return Form(FORM, tuple(one for one in load(session, QUESTION).fields if one.key in tally.ABOUT))


def _known(event: EventFacts | None, day: date) -> Mapping[str, object]:
    return {"asked_on": day, "municipality": event.municipality or None if event else None}


def register(callbacks: Callbacks, services: Services) -> None:
    counts, token = COUNTS, Output("tally-token", "data", allow_duplicate=True)
    callbacks.clientside("tally.start", counts, token, Input("tally", "id"), prevent_initial_call="initial_duplicate")
    callbacks.clientside("tally.draw", Output("tally-rows", "id"), Input("tally-counts", "data"))
    callbacks.clientside("tally.add", Output(SEARCH, "value"), Input(SEARCH, "value"), prevent_initial_call=True)
    callbacks.clientside("tally.saved", counts, token, Input("tally-saved", "data"), prevent_initial_call=True)
    _register_saving(callbacks, services)
    _register_undo(callbacks, services)


def _register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        SAID,
        Output("tally-saved", "data"),
        Input("tally-save", "n_clicks"),
        State("tally-counts", "data"),
        State("tally-token", "data"),
        field_values(FORM),
        roles=COORDINATOR,
        prevent_initial_call=True,
        running=[(Output("tally-save", "loading"), True, False)],
    )
    def save(clicks: object, counts: object, token: object, values: list[object]) -> tuple[Any, Any, Any]:
        if not clicks:
            raise PreventUpdate
        return _save(services, _counts(counts), token if isinstance(token, str) else "", values)


def _save(services: Services, counts: Mapping[str, int], token: str, values: list[object]) -> tuple[Any, Any, Any]:
    numbers: list[int] = []

    def write(checked: Checked) -> None:
        by, now = current_actor(), services.now()
        with services.database.writing() as session:
            numbers.extend(tally.save(session, counts, checked.values, by=by, now=now, token=token))

    with services.database.reading() as session:
        form = _form(session)
    try:
        errors = attempt(form, typed(form, values), write)
    except Refused as refused:
        return errors_of(form, {}), notice(say(refused), tone="bad", symbol="triangle-alert"), no_update
    if errors:
        wrong = notice(*(html.P(one) for one in errors.values()), tone="bad", symbol="triangle-alert")
        return errors_of(form, errors), wrong, no_update
    return errors_of(form, {}), _saved(len(numbers)), {"numbers": numbers, "counts": counts}


def _counts(counts: object) -> Mapping[str, int]:
    """From the browser: how often by topic."""
    known = counts if isinstance(counts, dict) else {}
    return {str(code): n for code, n in known.items() if isinstance(n, int) and n > 0}


def _saved(number: int) -> Component:
    back = dmc.Button(
        _("Ongedaan maken"), id={"type": UNDO, "place": "said"}, variant="default", leftSection=icon("undo-2")
    )
    said = n_("{n} vraag opgeslagen.", "{n} vragen opgeslagen.", number)
    return notice(html.Span(said), back, tone="good", symbol="check")


def _register_undo(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        SAID,
        COUNTS,
        Input({"type": UNDO, "place": ALL}, "n_clicks"),
        State("tally-saved", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def undo(clicks: list[object], saved: object) -> tuple[Any, Any]:
        if not any(clicks) or not isinstance(saved, dict):
            raise PreventUpdate
        numbers = [one for one in saved.get("numbers", ()) if isinstance(one, int)]
        with services.database.writing() as session:
            tally.undo(session, numbers, by=current_actor(), now=services.now())
        sentence = _("De vragen zijn weer weg. Wat u telde staat er nog.")
        return notice(sentence, symbol="undo-2"), _counts(saved.get("counts"))


PAGE = Page(PATH, lazy("Turven na een café"), COORDINATOR, layout, register=register, query=("bijeenkomst",))
