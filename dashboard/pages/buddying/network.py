"""The network: who is tied to what, what hangs on one buddy, and the surroundings of one person."""

from typing import Any
from urllib.parse import urlencode

import dash_mantine_components as dmc
import networkx as nx
from dash import Input, Output, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.charts.network import drawn, height, names_everybody
from dashboard.page import COORDINATOR, Page
from dashboard.parts import card, chart, empty_state, link_button, page_header
from dashboard.parts.buddying.matching_tabs import NETWORK, matching_tabs
from dashboard.parts.coverage.network_rows import columns, rows
from dashboard.parts.coverage.network_words import answer, notes
from domain.matchmaking import ties
from domain.matchmaking.ties import Ties
from i18n import _, lazy, n_
from matching.network import Kind, Node
from matching.surroundings import around, narrowed
from store.queries import choices
from web.services import Services

QUERY = ("onderwerp", "gemeente", "wie")
Choice = list[dict[str, str]]


def layout(
    services: Services, onderwerp: str | None = None, gemeente: str | None = None, wie: str | None = None
) -> Component:
    with services.database.reading() as session:
        found = ties.now(session, now=services.now())
        topics = [{"value": one.code, "label": one.name} for one in choices.topics(session)]
        places = [{"value": one.code, "label": one.name} for one in choices.municipalities(session)]
    lead = _("Wie hangt aan wat: ouders die wachten of een buddy hebben, hun onderwerpen, en alle buddy's.")
    chosen = [
        _select("network-topic", _("Onderwerp"), _("Alle onderwerpen"), topics, onderwerp),
        _select("network-place", _("Gemeente"), _("Alle gemeenten"), places, gemeente),
        _select("network-who", _("Eén persoon"), _("Iedereen"), _everybody(found), wie),
    ]
    parts = [page_header(_("Netwerk"), lead), matching_tabs(NETWORK), html.Div(id="network-answer")]
    return html.Div([*parts, html.Div(chosen, className="filters"), html.Div(id="network-body")])


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("network-answer", "children"), Input("network-answer", "id"), roles=COORDINATOR)
    def say(_id: str) -> Component:
        with services.database.reading() as session:
            found = ties.now(session, now=services.now())
        return answer(found, found.names) if found.graph else _nobody_yet()

    @callbacks(
        Output("network-body", "children"),
        Output("page-question", "data", allow_duplicate=True),
        Input("network-topic", "value"),
        Input("network-place", "value"),
        Input("network-who", "value"),
        roles=COORDINATOR,
        prevent_initial_call="initial_duplicate",
    )
    def show(topic: object, place: object, who: object) -> tuple[Component | None, str]:
        chosen = {"onderwerp": topic, "gemeente": place, "wie": who}
        address = urlencode({key: value for key, value in chosen.items() if isinstance(value, str) and value})
        with services.database.reading() as session:
            found = ties.now(session, now=services.now())
        if not found.graph:
            return None, address
        return _picture(_part(found, topic, place, who), found), address


def _select(id: str, label: str, every: str, data: Choice, value: str | None) -> Component:  # noqa: A002
    known = value if value in {one["value"] for one in data} else None
    how: dict[str, Any] = {"clearable": True, "searchable": True, "checkIconPosition": "right"}
    return dmc.Select(id=id, label=label, placeholder=every, data=data, value=known, **how)


def _everybody(found: Ties) -> Choice:
    """Parents and buddies who are in the network, by name."""
    kinds = {Kind.PARENT: _("ouder"), Kind.BUDDY: _("buddy")}
    people = [node for node in found.graph if node.kind in kinds]
    people.sort(key=lambda node: (found.names[node].casefold(), node))
    return [
        {"value": f"{node.kind}-{node.key}", "label": f"{found.names[node]} ({kinds[node.kind]})"} for node in people
    ]


def _part(found: Ties, topic: object, place: object, who: object) -> "nx.Graph[Node]":
    """One person's surroundings, or what was chosen of topic and place."""
    kind, _dash, number = who.partition("-") if isinstance(who, str) else ("", "", "")
    if kind in (Kind.PARENT, Kind.BUDDY):
        return around(found.graph, Node(Kind(kind), number))
    asked = {"topic": topic, "place": place}
    return narrowed(found.graph, **{name: value for name, value in asked.items() if isinstance(value, str) and value})


def _picture(graph: "nx.Graph[Node]", found: Ties) -> Component:
    people = {kind: sum(node.kind is kind for node in graph) for kind in Kind}
    if not people[Kind.PARENT] + people[Kind.BUDDY]:
        sentence = _("Kies een ander onderwerp of een andere gemeente.")
        return card(empty_state(_("Hier is nu niemand"), sentence, symbol="network"))
    sentence = _(
        "{parents} en {buddies}. Een dikke lijn is een koppeling, een streepjeslijn een buddy die gevraagd is.",
        parents=n_("{n} ouder", "{n} ouders", people[Kind.PARENT]),
        buddies=n_("{n} buddy", "{n} buddy's", people[Kind.BUDDY]),
    )
    if not names_everybody(graph):
        sentence += " " + _("Met zo veel mensen passen de namen er niet bij: kies een onderwerp of één persoon.")
    said = notes(found)
    picture = chart(
        drawn(graph, found.names, said),
        id="network",
        title=_("Wie hangt aan wat"),
        sentence=sentence,
        columns=columns(),
        rows=rows(graph, found.names, said),
        height=height(graph),
    )
    return html.Div(picture, className="network")


def _nobody_yet() -> Component:
    action = link_button(_("Voeg een buddy toe"), "/werk/buddys/nieuw", symbol="plus")
    sentence = _("Zodra er een buddy is of een ouder een buddy vraagt, ziet u hier hoe zij samenhangen.")
    return card(empty_state(_("Nog niets om te tekenen"), sentence, symbol="network", action=action))


PAGE = Page(NETWORK, lazy("Netwerk"), COORDINATOR, layout, register=register, query=QUERY)
