"""Questions: write a call down within a minute by keyboard, and see what was written down last."""

from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, WORK, Page
from dashboard.parts import aria, errors_of, field_errors, field_values, icon, link_button, notice, page_header, typed
from dashboard.parts.attempt import attempt
from dashboard.parts.fields import FIELD
from dashboard.parts.numbers.question_drafts import draft_notices, register_note
from dashboard.parts.numbers.question_form import FORM, blank, question_fields
from dashboard.parts.numbers.question_list import PATH, PLACES, UNDO, undo_button
from dashboard.parts.numbers.question_register import QUERY, register_card, register_register
from dashboard.parts.numbers.question_topics import every_topic, often_chosen, register_topics_of_the_day
from dashboard.parts.numbers.tally_rows import PATH as TALLY
from domain.checking import Checked
from domain.forms import load
from domain.forms import topics as topics_of
from domain.local_time import wall
from domain.register import questions
from i18n import _, lazy
from web.services import Services
from web.sessions import current_actor

CHANGED = Output("question-changed", "data", allow_duplicate=True)
SAID = Output("question-said", "children", allow_duplicate=True)
EVERY_VALUE = {"type": FIELD, "form": FORM, "key": ALL}


def layout(services: Services, **said: str) -> Component:
    with services.database.reading() as session:
        today = wall(services.now())[0]
        form = load(session, FORM).with_topics(topics_of(session, on=today))
        favourites = often_chosen(session, today)
        below_form = register_card(session, said)
    save = dmc.Button(_("Opslaan"), id="question-save", leftSection=icon("check"))
    keys = html.Span(_("of Ctrl + Enter"), className="note wide")
    answer = html.Div(id="question-said", role="status", **aria(live="polite"))
    tally = link_button(_("Turven na een café"), TALLY, symbol="list-checks", primary=False)
    below = [html.Div([save, keys], className="actions save-bar"), *draft_notices(), answer]
    return html.Div(
        [
            page_header(_("Vragen"), _("Schrijf een vraag op, zonder naam. Onderwerp en kanaal zijn genoeg."), tally),
            html.Div(
                question_fields(form, below, favourites=favourites),
                id="question-form",
                className="card",
                role="form",
                **aria(label=_("Nieuwe vraag")),
            ),
            below_form,
            dcc.Store(id="question-changed"),
            dcc.Store(id="question-token"),
            html.Span(id="question-kept", hidden=True),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_drafts(callbacks)
    register_note(callbacks)
    register_topics_of_the_day(callbacks, services)
    _register_saving(callbacks, services)
    for place in PLACES:
        _register_undo(callbacks, services, place)
    register_register(callbacks, services)


def _register_drafts(callbacks: Callbacks) -> None:
    values, token = Output(EVERY_VALUE, "value", allow_duplicate=True), Output("question-token", "data")
    callbacks.clientside(
        "questions.restore", values, token, Input("question-form", "id"), prevent_initial_call="initial_duplicate"
    )
    callbacks.clientside(
        "questions.keep", Output("question-kept", "id"), Input(EVERY_VALUE, "value"), prevent_initial_call=True
    )
    callbacks.clientside(
        "questions.saved",
        Output("question-token", "data", allow_duplicate=True),
        Input("question-changed", "data"),
        Input("question-said", "children"),
        prevent_initial_call=True,
    )


def _register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        Output(EVERY_VALUE, "value", allow_duplicate=True),
        SAID,
        CHANGED,
        Input("question-save", "n_clicks"),
        State("question-token", "data"),
        field_values(FORM),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def save(_clicks: object, token: object, values: list[object]) -> tuple[Any, Any, Any, Any]:
        numbers: list[int] = []
        sent = token if isinstance(token, str) else ""

        def write(checked: Checked) -> None:
            by, now = current_actor(), services.now()
            with services.database.writing() as session:
                numbers.append(questions.register(session, checked.values, by=by, now=now, token=sent))

        with services.database.reading() as session:
            form = load(session, FORM).with_topics(every_topic(session))
        errors = attempt(form, typed(form, values), write)
        if errors:
            keep = [no_update] * len(form.fields)
            return errors_of(form, errors), keep, _not_saved(errors), no_update
        return errors_of(form, {}), blank(form), _saved(numbers[0]), f"saved {numbers[0]}"


def _register_undo(callbacks: Callbacks, services: Services, place: str) -> None:
    """Each place has its own: a list that is drawn anew would otherwise drown the click beside it."""

    @callbacks(
        SAID,
        CHANGED,
        Input({"type": UNDO, "number": ALL, "place": place}, "n_clicks"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def undo(_clicks: list[object]) -> tuple[Any, Any]:
        number = ctx.triggered_id["number"] if ctx.triggered_id and ctx.triggered[0]["value"] else None
        if not isinstance(number, int):
            raise PreventUpdate
        with services.database.writing() as session:
            questions.undo(session, number, by=current_actor(), now=services.now())
        return notice(_("De vraag is weer weg."), symbol="undo-2"), f"undone {number}"


def _saved(number: int) -> Component:
    return notice(html.Span(_("Opgeslagen.")), undo_button(number, "said"), tone="good", symbol="check")


def _not_saved(errors: Any) -> Component:  # noqa: ANN401
    return notice(html.Ul([html.Li(sentence) for sentence in errors.values()]), tone="bad", symbol="triangle-alert")


PAGE = Page(
    PATH, lazy("Vragen"), COORDINATOR, layout, register=register, icon="message-circle", group=WORK, query=QUERY
)
