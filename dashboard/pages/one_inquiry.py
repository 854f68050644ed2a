"""One question from a parent: read, answer, phone, count it in the register, close."""

from typing import Any

from dash import Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import page_header, toast
from dashboard.parts.inquiring.conversation import ACTS, conversation
from dashboard.parts.inquiring.looks import PATH
from domain import forms
from domain.inquiring import answering
from domain.local_time import wall
from domain.refused import Refused
from domain.register import questions
from domain.texts import say
from i18n import _, lazy
from store.door_states import Audience, InquiryKind
from store.queries import inquiries, journal
from web.services import Services
from web.sessions import current_actor

EVERY_SECONDS = 10


def layout(number: int) -> Component:
    return html.Div(
        [
            dcc.Store(id="inquiry-number", data=number),
            dcc.Store(id="inquiry-changed"),
            dcc.Store(id="inquiry-seen"),
            dcc.Store(id="inquiry-kept"),
            dcc.Interval(id="inquiry-pause", interval=EVERY_SECONDS * 1000),
            html.Div(id="inquiry"),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_view(callbacks, services)
    _register_draft(callbacks, services)
    _register_acts(callbacks, services)
    _register_counting(callbacks, services)


def _register_view(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("inquiry", "children"),
        Output("inquiry-seen", "data"),
        Output("inquiry-kept", "data"),
        Input("inquiry-number", "data"),
        Input("inquiry-changed", "data"),
        roles=COORDINATOR,
    )
    def show(number: int, _changed: object) -> tuple[Component, int, str]:
        with services.database.reading() as session:
            one = inquiries.one(session, int(number))
            people = {label for label in (one.draft_by, one.answered_by) if label} if one else set()
            names, topics = journal.names(session, people), forms.topics(session)
            moments = forms.labels(forms.terms(session, "call_moment"))
        if one is None:
            gone = _("Deze vraag is er niet meer. Misschien heeft de vrager hem gewist.")
            return html.Div(page_header(_("Vraag van een ouder"), gone, back=(PATH, _("Vragen van ouders")))), 0, ""
        me = current_actor().label
        drawn = conversation(one, names, topics, moments, me=me, today=wall(services.now())[0])
        return drawn, one.revision, one.draft


def _register_draft(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("inquiry-seen", "data", allow_duplicate=True),
        Output("inquiry-kept", "data", allow_duplicate=True),
        Output("inquiry-pause", "disabled"),
        Output("inquiry-draft-said", "children"),
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
            return no_update, no_update, True, say(refused)
        return revision, typed, False, _("Concept bewaard.")


def _register_acts(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("inquiry-changed", "data"),
        *[Input(f"inquiry-{act}", "n_clicks") for act in ACTS],
        State("inquiry-answer", "value"),
        State("inquiry-seen", "data"),
        State("inquiry-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def act(*given: Any) -> Any:  # noqa: ANN401 - clicks, text, revision, number; a moment or Dash's own "leave it"
        words, seen, number = given[-3:]
        # Buttons that were only just drawn report too; their count is still empty.
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            return no_update
        now, by, name = services.now(), current_actor(), str(ctx.triggered_id).removeprefix("inquiry-")
        with services.database.writing() as session:
            match name:
                case "send":
                    answering.answer(session, int(number), str(words or ""), seen=int(seen), by=by, now=now)
                case "phoned":
                    answering.phoned(session, int(number), by=by, now=now)
                case "not-reached":
                    answering.not_reached(session, int(number), by=by, now=now)
                case "close":
                    answering.close(session, int(number), by=by, now=now)
                case "reopen":
                    answering.reopen(session, int(number), by=by, now=now)
        toast(str(ACTS[name]))
        return now.isoformat()


def _register_counting(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("inquiry-changed", "data", allow_duplicate=True),
        Input("inquiry-count", "n_clicks"),
        State("inquiry-topics", "value"),
        State("inquiry-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def count(clicks: object, topics: object, number: int) -> Any:  # noqa: ANN401 - a moment or Dash's own "leave it"
        if not clicks:
            return no_update
        chosen = tuple(str(one) for one in topics) if isinstance(topics, list) else ()
        now, by = services.now(), current_actor()
        with services.database.writing() as session:
            one = inquiries.one(session, int(number))
            if one is None:
                raise Refused("not_found")
            answering.mark_counted(session, one.id, by=by)
            values = {
                "topics": chosen,
                "channel": "phone" if one.kind is InquiryKind.CALL_BACK else "form",
                "asker": "young" if one.audience is Audience.YOUNG else "parent",
                "asked_on": one.asked_on,
            }
            questions.register(session, values, by=by, now=now)
        toast(_("Het staat in het register, zonder naam en zonder tekst."))
        return now.isoformat()


PAGE = Page(f"{PATH}/<int:number>", lazy("Vraag van een ouder"), COORDINATOR, layout, register=register)
