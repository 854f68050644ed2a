"""One question from a parent: read, answer, phone, count it in the register, close."""

from typing import Any

from dash import Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import data, toast
from dashboard.parts.inquiring.conversation import ACTS, Writing, conversation
from dashboard.parts.inquiring.counting import register_counting
from dashboard.parts.inquiring.happened import Shown
from dashboard.parts.inquiring.looks import PATH
from dashboard.parts.inquiring.meanwhile import Typed, begun_by_another, erased, typed_meanwhile
from domain import forms
from domain.inquiring import answering
from domain.inquiring.standard_answers import standard_answers
from domain.local_time import wall
from domain.refused import Refused
from domain.texts import say
from i18n import _, lazy
from store.queries import inquiries, journal
from web.services import Services
from web.sessions import current_actor

EVERY_SECONDS = 10
CHANGED = Output("inquiry-changed", "data", allow_duplicate=True)
TOLD = {"inquiry.changed_meanwhile", "not_found"}  # what is drawn anew, with what was typed still there


def layout(number: int) -> Component:
    back = _("Wat u typte, staat er weer. Het is nog niet verstuurd.")
    return html.Div(
        [
            dcc.Store(id="inquiry-number", data=number),
            dcc.Store(id="inquiry-changed"),
            dcc.Store(id="inquiry-seen"),
            dcc.Store(id="inquiry-kept"),
            dcc.Store(id="inquiry-shown"),
            dcc.Interval(id="inquiry-pause", interval=EVERY_SECONDS * 1000),
            html.Div(id="inquiry", **data(me=current_actor().label, back=back)),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_view(callbacks, services)
    _register_draft(callbacks, services)
    _register_acts(callbacks, services)
    register_counting(callbacks, services)
    _register_kept_here(callbacks)


def _register_kept_here(callbacks: Callbacks) -> None:
    """What the server does not keep yet is kept in the browser: assets/answers.js."""
    callbacks.clientside(
        "answers.restore",
        Output("inquiry-answer", "value", allow_duplicate=True),
        Output("inquiry-back", "children"),
        Input("inquiry-shown", "data"),
        State("inquiry-changed", "data"),
        State("inquiry-kept", "data"),
        prevent_initial_call=True,
    )
    callbacks.clientside(
        "answers.saved", Output("inquiry-kept", "id"), Input("inquiry-kept", "data"), prevent_initial_call=True
    )


def _register_view(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("inquiry", "children"),
        Output("inquiry-seen", "data"),
        Output("inquiry-kept", "data"),
        Output("inquiry-pause", "disabled"),
        Output("inquiry-shown", "data"),
        Input("inquiry-number", "data"),
        Input("inquiry-changed", "data"),
        State("inquiry-shown", "data"),
        roles=COORDINATOR,
    )
    def show(number: int, changed: object, shown: object) -> tuple[Component, int, str, bool, object]:
        typed = Typed.read(changed)
        with services.database.reading() as session:
            one = inquiries.one(session, int(number))
            if one is None:
                return erased(typed.words), 0, "", True, None
            names = journal.names(session, {label for label in (one.draft_by, one.answered_by) if label})
            topics = forms.topics(session, kept=(one.topic_code,) if one.topic_code else ())
            moments = forms.term_names(session, "call_moment")
            standard = standard_answers(session, one.language)
            following = inquiries.next_waiting(session, one.id)
        me = current_actor().label
        before = Shown.read(shown, one)
        told = typed_meanwhile(one, before, names, me) if typed.is_told else begun_by_another(one, names, me)
        words = typed.words if typed.is_kept else one.draft
        writing = Writing(words, told, standard, following)
        drawn = conversation(one, writing, topics, moments, today=wall(services.now())[0])
        return drawn, one.revision, words if typed.is_told else one.draft, False, Shown.of(one).kept()


def _register_draft(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("inquiry-seen", "data", allow_duplicate=True),
        Output("inquiry-kept", "data", allow_duplicate=True),
        Output("inquiry-draft-said", "children"),
        CHANGED,
        Input("inquiry-pause", "n_intervals"),
        State("inquiry-answer", "value"),
        State("inquiry-kept", "data"),
        State("inquiry-seen", "data"),
        State("inquiry-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def keep(_beat: object, words: object, kept: object, seen: int, number: int) -> Any:  # noqa: ANN401 - or "leave it"
        typed = str(words or "")
        if typed == str(kept or ""):
            return no_update, no_update, no_update, no_update
        try:
            with services.database.writing() as session:
                revision = answering.keep_draft(session, int(number), typed, seen=int(seen), by=current_actor())
        except Refused as refused:
            if refused.key not in TOLD:
                raise
            return no_update, no_update, no_update, Typed.kept(typed, services.now(), told=True)
        return revision, typed, _("Concept bewaard."), no_update


def _register_acts(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("inquiry-changed", "data"),
        Output("inquiry-answer", "error"),
        *[Input(f"inquiry-{act}", "n_clicks") for act in ACTS],
        State("inquiry-answer", "value"),
        State("inquiry-seen", "data"),
        State("inquiry-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def act(*given: Any) -> Any:  # noqa: ANN401 - clicks, text, revision, number; a moment or Dash's own "leave it"
        words, seen, number = str(given[-3] or ""), int(given[-2] or 0), int(given[-1])
        # Buttons that were only just drawn report too; their count is still empty.
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            return no_update, no_update
        name = str(ctx.triggered_id).removeprefix("inquiry-")
        try:
            _do(services, name, number, words, seen)
        except Refused as refused:
            if refused.key in TOLD:
                return Typed.kept(words, services.now(), told=True), None
            if refused.field == "words":
                return no_update, say(refused)
            raise
        toast(str(ACTS[name]))
        return Typed.kept("" if name == "send" else words, services.now()), None


def _do(services: Services, name: str, number: int, words: str, seen: int) -> None:
    by, now = current_actor(), services.now()
    with services.database.writing() as session:
        match name:
            case "send":
                answering.answer(session, number, words, seen=seen, by=by, now=now)
            case "phoned":
                answering.phoned(session, number, by=by, now=now)
            case "not-reached":
                answering.not_reached(session, number, by=by, now=now)
            case "close":
                answering.close(session, number, by=by, now=now)
            case "reopen":
                answering.reopen(session, number, by=by, now=now)


PAGE = Page(f"{PATH}/<int:number>", lazy("Vraag van een ouder"), COORDINATOR, layout, register=register)
