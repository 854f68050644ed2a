"""Buddy requests: who waits, how long, and who is asked."""

from datetime import datetime, timedelta

import dash_mantine_components as dmc
from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, WORK, Page
from dashboard.parts import Column, badge, card, empty_state, link_button, page_header, table
from dashboard.parts.clock import deadline, lasting
from dashboard.parts.tables import Cell
from domain.matchmaking.requests import PROMISED_HOURS
from i18n import _, lazy
from store.queries.buddying import buddies
from store.queries.matchmaking import requests
from store.queries.matchmaking.requests import Asked
from store.states import RequestState
from web.services import Services

PATH = "/werk/buddyvragen"
STATES = {
    RequestState.OPEN: (lazy("Open"), "warn"),
    RequestState.PROPOSED: (lazy("Buddy gevraagd"), "accent"),
    RequestState.MATCHED: (lazy("Gekoppeld"), "good"),
    RequestState.CLOSED: (lazy("Gesloten"), "plain"),
    RequestState.WITHDRAWN: (lazy("Ingetrokken"), "plain"),
}
CHOICES = {
    "waiting": (lazy("Wacht"), (RequestState.OPEN, RequestState.PROPOSED)),
    "matched": (lazy("Gekoppeld"), (RequestState.MATCHED,)),
    "done": (lazy("Klaar"), (RequestState.CLOSED, RequestState.WITHDRAWN)),
}


def state_badge(state: RequestState) -> Component:
    text, tone = STATES[state]
    return badge(str(text), tone)


def layout() -> Component:
    choose = dmc.SegmentedControl(
        id="requests-state",
        data=[{"value": key, "label": str(label)} for key, (label, _states) in CHOICES.items()],
        value="waiting",
    )
    sentence = _("Wij beloven binnen {hours} uur contact. Wie het langst wacht, staat bovenaan.", hours=PROMISED_HOURS)
    new = link_button(_("Nieuwe buddyvraag"), f"{PATH}/nieuw", symbol="plus")
    return html.Div(
        [
            page_header(_("Buddyvragen"), sentence, action=new),
            html.Div(choose, className="choose"),
            html.Div(id="requests-list"),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("requests-list", "children"), Input("requests-state", "value"), roles=COORDINATOR)
    def show(chosen: object) -> Component:
        key = chosen if isinstance(chosen, str) and chosen in CHOICES else "waiting"
        with services.database.reading() as session:
            found = requests.listed(session, CHOICES[key][1])
            parents = requests.names(session, [one.id for one in found])
            asked = requests.buddies_asked(session)
            named = buddies.names(session, set(asked.values()))
        with_buddy = {request_id: named[buddy_id] for request_id, buddy_id in asked.items() if buddy_id in named}
        return _list(found, parents, with_buddy, services.now(), waiting=key == "waiting")


def _list(
    found: tuple[Asked, ...], parents: dict[int, str], with_buddy: dict[int, str], now: datetime, *, waiting: bool
) -> Component:
    if not found:
        return card(empty_state(_("Niemand"), _("Hier staan ouders zodra ze een buddy vragen."), symbol="smile"))
    columns: list[Column | str] = [
        _("Ouder"),
        _("Onderwerp"),
        _("Gemeente"),
        _("Stand"),
        _("Buddy"),
        Column(_("Wacht"), numeric=True),
    ]
    rows = [_row(one, parents, with_buddy, now) for one in found]
    if waiting:
        columns.append(_("Belofte"))
        rows = [[*row, deadline(_promised(one), now)] for row, one in zip(rows, found, strict=True)]
    return card(table(columns, rows, caption=_("Buddyvragen")))


def _row(one: Asked, parents: dict[int, str], with_buddy: dict[int, str], now: datetime) -> list[Cell]:
    name = parents.get(one.id) or _("Vraag {number}", number=one.id)
    return [
        dcc.Link(name, href=f"{PATH}/{one.id}"),
        ", ".join(topic for _code, topic in one.topics),
        one.municipality,
        state_badge(one.state),
        with_buddy.get(one.id, "–"),
        lasting(now - one.created_at),
    ]


def _promised(one: Asked) -> datetime:
    return one.created_at + timedelta(hours=PROMISED_HOURS)


PAGE = Page(PATH, lazy("Buddyvragen"), COORDINATOR, layout, register=register, icon="hand-heart", group=WORK)
