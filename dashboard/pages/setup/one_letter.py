"""One letter: as its reader sees it, how it fared, and sending it again."""

from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import Page
from dashboard.pages.setup.out_tray import PATH, STAFF
from dashboard.parts import aria, card, empty_state, icon, notice, page_header, toast
from dashboard.parts.facts import facts
from dashboard.parts.setup.job_words import moment
from dashboard.parts.setup.letter_words import meaning, paper, standing
from domain.actors import Role
from domain.post import letters as verbs
from i18n import _, lazy, n_
from store.queries import letters
from store.queries.letters import Paper
from store.states import LetterState
from web.services import Services
from web.sessions import current_actor

AGAIN = (LetterState.SENT, LetterState.KEPT, LetterState.FAILED, LetterState.DROPPED)
TRIED = (LetterState.QUEUED, LetterState.SENDING, LetterState.FAILED)


def layout(letter_id: int) -> Component:
    again = dmc.Button(_("Stuur opnieuw"), id="letter-again", leftSection=icon("rotate-cw"))
    called = dmc.Button(_("Ik heb gebeld"), id="letter-called", leftSection=icon("phone"))
    actions = [html.Div(again, id="letter-can-go", hidden=True), html.Div(called, id="letter-can-call", hidden=True)]
    state = card(html.Div(id="letter-state", **aria(live="polite")), html.Div(actions, className="actions"))
    return html.Div(
        [
            page_header(_("Bericht"), back=(PATH, _("Postbak"))),
            html.Div([state, card(html.Div(id="letter-paper"))], className="columns letter"),
            dcc.Store(id="letter-number", data=letter_id),
            dcc.Store(id="letter-changed"),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_acts(callbacks, services)

    @callbacks(
        Output("letter-state", "children"),
        Output("letter-paper", "children"),
        Output("letter-can-go", "hidden"),
        Output("letter-can-call", "hidden"),
        Input("letter-number", "data"),
        Input("letter-changed", "data"),
        roles=STAFF,
    )
    def show(letter_id: int, _changed: object) -> tuple[Component, Component, bool, bool]:
        with services.database.reading() as session:
            found = letters.one(session, int(letter_id))
        if found is None:
            gone = empty_state(_("Dit bericht bestaat niet"), _("Ga terug naar de postbak."), symbol="inbox")
            return gone, html.Div(), True, True
        can_go = found.row.state in AGAIN and bool(found.address and found.body)
        return _state(found, services), _paper(found), not can_go, found.row.state is not LetterState.TO_CALL


def _register_acts(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("letter-changed", "data"),
        Input("letter-again", "n_clicks"),
        Input("letter-called", "n_clicks"),
        State("letter-number", "data"),
        roles=STAFF,
        prevent_initial_call=True,
    )
    def act(_again: object, _called: object, letter_id: int) -> Any:  # noqa: ANN401 - a moment or Dash's own "leave it"
        if not ctx.triggered[0]["value"]:
            return no_update
        verb = verbs.passed_on if ctx.triggered_id == "letter-called" else verbs.again
        now = services.now()
        with services.database.writing() as session:
            verb(session, int(letter_id), by=current_actor(), now=now)
        toast(_("Bewaard.") if verb is verbs.passed_on else _("Het bericht staat weer klaar."))
        return now.isoformat()


def _paper(found: Paper) -> Component:
    if found.body is None:
        words = _("We bewaren alleen dat het bericht er was. De tekst is gewist, omdat het oud is.")
        return notice(html.P(words), symbol="trash-2")
    # With the link of an account a reader becomes that user: only who may give out passwords anyway gets to see it.
    needed = Role.ADMINISTRATOR if found.subject[0] == "account" else Role.COORDINATOR
    return paper(found, with_links=current_actor().has(needed))


def _state(found: Paper, services: Services) -> Component:
    row, now = found.row, services.now()
    tried = n_("{n} keer", "{n} keer", row.attempts) if row.attempts and row.state in TRIED else ""
    known = [
        (_("Aan"), " ".join(part for part in (row.recipient, f"<{found.address}>" if found.address else "") if part)),
        (_("Geschreven"), moment(row.written_at, now)),
        (_("Geprobeerd"), tried),
        (_("De mailserver zei"), row.last_error or ""),
        (_("Bijlage"), "agenda.ics" if found.calendar else ""),
    ]
    head = [html.Div(standing(row), className="badges"), html.P(meaning(row, now))]
    return html.Div([*head, facts((heading, text) for heading, text in known if text)], className="stack")


PAGE = Page(f"{PATH}/<int(signed=True):letter_id>", lazy("Bericht"), STAFF, layout, register=register)
