"""One improvement: what was decided, how far it is, what came of it, and what parents read."""

from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import POLICY, Page
from dashboard.parts import card, link_button, page_header, toast
from dashboard.parts.facts import Fact, facts
from dashboard.parts.improving.effect import effect
from dashboard.parts.improving.improvement_words import ACTIONS, improvement_state, when
from dashboard.parts.improving.signal_words import PATH, SIGNALS
from dashboard.parts.improving.telling import register_telling, telling_card
from domain.improving import effects, improvements
from domain.local_time import wall
from i18n import _, lazy
from store.queries.improving import quality
from store.queries.improving.quality import ImprovementFacts
from store.states import ImprovementState
from web.services import Services
from web.sessions import current_actor

MOVE = "improvement-move"
TO = {
    ImprovementState.PLANNED: lazy("Nog niet begonnen"),
    ImprovementState.RUNNING: lazy("Het loopt"),
    ImprovementState.DONE: lazy("Het is klaar"),
    ImprovementState.STOPPED: lazy("We stoppen ermee"),
}


def layout(number: int) -> Component:
    return html.Div(
        [
            dcc.Store(id="improvement-shown", data=number),
            dcc.Store(id="improvement-changed"),
            html.Div(id="improvement"),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    register_telling(callbacks, services)
    _register_moves(callbacks, services)

    @callbacks(
        Output("improvement", "children"),
        Input("improvement-shown", "data"),
        Input("improvement-changed", "data"),
        roles=POLICY,
    )
    def show(number: int, _changed: object) -> Component:
        with services.database.reading() as session:
            one = quality.improvement(session, number)
            if one is None:
                return page_header(_("Deze verbeteractie is er niet"), back=(PATH, _("Verbeteren")))
            found = effects.of(session, [code for code, _name in one.topics], one.starts_on)
        came_of_it = effect(found, today=wall(services.now())[0])
        return html.Div([*_decided(one), came_of_it, telling_card(one)], className="stack")


def _register_moves(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("improvement-changed", "data"),
        Input({"type": MOVE, "to": ALL}, "n_clicks"),
        State("improvement-shown", "data"),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def move(clicks: list[object], number: int) -> Any:  # noqa: ANN401 - a moment or "leave it"
        pressed = ctx.triggered_id
        if not any(clicks) or not pressed or pressed["to"] not in set(ImprovementState):
            return no_update
        now = services.now()
        with services.database.writing() as session:
            improvements.move(session, number, ImprovementState(pressed["to"]), by=current_actor(), now=now)
        toast(_("Bewaard."))
        return now.isoformat()


def _decided(one: ImprovementFacts) -> list[Component]:
    change = link_button(_("Wijzigen"), f"{ACTIONS}/{one.id}/wijzigen", symbol="pencil", primary=False)
    moves = [
        dmc.Button(str(words), id={"type": MOVE, "to": str(to)}, variant="default")
        for to, words in TO.items()
        if to is not one.state
    ]
    what = [html.P(line) for line in one.what.splitlines() if line.strip()]
    return [
        page_header(one.title, action=change, back=(PATH, _("Verbeteren"))),
        card(html.Div([*what, facts(_facts(one)), html.Div(moves, className="actions")], className="stack")),
    ]


def _facts(one: ImprovementFacts) -> list[Fact]:
    rows: list[Fact] = [(_("Stand"), improvement_state(one.state)), (_("Wanneer"), when(one))]
    if one.who:
        rows.append((_("Wie"), one.who))
    if one.topics:
        rows.append((_("Onderwerpen"), ", ".join(name for _code, name in one.topics)))
    if one.signals:
        links = [html.Li(dcc.Link(topic, href=f"{SIGNALS}/{number}")) for number, topic in one.signals]
        rows.append((_("Signalen"), html.Ul(links)))
    if one.came_of_it:
        rows.append((_("Wat kwam ervan"), one.came_of_it))
    return rows


PAGE = Page(f"{ACTIONS}/<int:number>", lazy("Verbeteractie"), POLICY, layout, register=register)
