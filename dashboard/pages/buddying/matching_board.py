"""The matching board: where every request stands, from asking to done, at a glance."""

from datetime import timedelta
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import card, empty_state, page_header
from dashboard.parts.buddying.board_cards import as_table, board
from dashboard.parts.buddying.matching_tabs import BOARD, matching_tabs
from domain import catalogue
from i18n import _, lazy, n_
from store.queries import choices
from store.queries.matchmaking.board import Card, Stage, cards
from store.sessions import Session
from web.services import Services

RECENT = timedelta(weeks=8)
AS_BOARD, AS_TABLE = "board", "table"


def layout(services: Services) -> Component:
    with services.database.reading() as session:
        topics = [{"value": one.code, "label": one.name} for one in choices.topics(session)]
        places = [{"value": one.code, "label": one.name} for one in choices.municipalities(session)]
    return html.Div(
        [
            page_header(_("Koppelbord"), _("Waar elke buddyvraag nu is. Een kaart brengt u naar de vraag.")),
            matching_tabs(BOARD),
            _filters(topics, places),
            html.Div(id="board-body"),
        ]
    )


def _filters(topics: list[dict[str, str]], places: list[dict[str, str]]) -> Component:
    ways = [{"value": AS_BOARD, "label": _("Bord")}, {"value": AS_TABLE, "label": _("Tabel")}]
    every: dict[str, Any] = {"clearable": True, "searchable": True, "checkIconPosition": "right"}
    return html.Div(
        [
            dmc.Select(id="board-topic", label=_("Onderwerp"), data=topics, placeholder=_("Alle onderwerpen"), **every),
            dmc.Select(id="board-place", label=_("Gemeente"), data=places, placeholder=_("Alle gemeenten"), **every),
            html.Div(dmc.SegmentedControl(id="board-way", data=ways, value=AS_BOARD), className="choose"),
        ],
        className="filters",
    )


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("board-body", "children"),
        Input("board-topic", "value"),
        Input("board-place", "value"),
        Input("board-way", "value"),
        roles=COORDINATOR,
    )
    def show(topic: object, place: object, way: object) -> Component:
        now = services.now()
        with services.database.reading() as session:
            every = cards(session, ended_since=now - RECENT)
            reasons = _end_reasons(session)
        found = [one for one in every if _is_about(one, topic) and place in (None, "", one.asked.municipality_code)]
        if not found:
            return card(empty_state(_("Niemand"), _("Hier staan ouders zodra ze een buddy vragen."), symbol="smile"))
        drawn = as_table(found, now, reasons) if way == AS_TABLE else board(found, now, reasons)
        return html.Div([html.P(_summary(found), className="answer"), drawn], className="stack")


def _is_about(one: Card, topic: object) -> bool:
    return topic in (None, "") or topic in {code for code, _name in one.asked.topics}


def _end_reasons(session: Session) -> dict[str, str]:
    entries = catalogue.entries(session, "term", under="end_reason", all_of_them=True)
    return {one.key.removeprefix("end_reason."): one.label for one in entries}


def _summary(found: list[Card]) -> str:
    waiting = sum(one.stage is Stage.WAITING for one in found)
    running = sum(one.stage is Stage.RUNNING for one in found)
    return _(
        "{waiting}, {running}.",
        waiting=n_("{n} ouder wacht", "{n} ouders wachten", waiting),
        running=n_("{n} koppeling loopt", "{n} koppelingen lopen", running),
    )


PAGE = Page(BOARD, lazy("Koppelbord"), COORDINATOR, layout, register=register)
