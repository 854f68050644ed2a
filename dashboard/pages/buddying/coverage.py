"""Coverage: what parents ask beside what buddies have to give, per topic and per place, and whom to look for."""

from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import card, icon, page_header
from dashboard.parts.buddying.matching_tabs import COVERAGE, NETWORK, matching_tabs
from dashboard.parts.coverage.coverage_table import coverage_table
from dashboard.parts.coverage.coverage_words import answer
from dashboard.parts.coverage.new_buddies import Words, one_buddy, two_buddies
from dashboard.parts.coverage.tile_map import tile_map
from domain import catalogue, organisation
from domain.matchmaking import coverage, wanted
from domain.matchmaking.coverage import Coverage
from i18n import _, lazy
from store.queries import choices
from store.sessions import Session
from web.services import Services

BY_GROUP, BY_TOPIC, BY_PLACE = "group", "topic", "place"
MOST_TOPICS = 3


def layout(services: Services) -> Component:
    with services.database.reading() as session:
        topics = [{"value": one.code, "label": one.name} for one in choices.topics(session)]
        places = [{"value": one.code, "label": one.name} for one in choices.municipalities(session)]
    lead = _("Wat ouders vragen naast wat buddy's te geven hebben. Alleen u ziet dit: het zijn exacte aantallen.")
    return html.Div(
        [
            page_header(_("Dekking"), lead),
            matching_tabs(COVERAGE),
            html.Div(id="coverage-answer"),
            _two_more(),
            html.Div([html.Div(id="coverage-map"), _one_more(topics, places)], className="columns"),
            html.Div(_ways(), className="choose"),
            html.Div(id="coverage-body"),
        ]
    )


def _ways() -> Component:
    ways = {BY_TOPIC: _("Onderwerp"), BY_GROUP: _("Groep"), BY_PLACE: _("Gemeente")}
    data = [{"value": key, "label": label} for key, label in ways.items()]
    return dmc.SegmentedControl(id="coverage-way", data=data, value=BY_TOPIC)


def _two_more() -> Component:
    lead = _("Wij proberen alle tweetallen en koppelen elke keer iedereen die wacht opnieuw. Dat kan even duren.")
    go = dmc.Button(_("Reken het uit"), id="recruits-go", leftSection=icon("search"))
    result = html.Div(id="recruits-found", className="found", role="status")
    return card(
        html.P(lead), html.Div(go, className="actions"), result, title=_("Welke twee nieuwe buddy's helpen het meest?")
    )


def _one_more(topics: list[dict[str, str]], places: list[dict[str, str]]) -> Component:
    how: dict[str, Any] = {"searchable": True, "clearable": True}
    choose = dmc.MultiSelect(
        id="more-topics",
        label=_("Maakte mee"),
        placeholder=_("Kies onderwerpen"),
        data=topics,
        maxValues=MOST_TOPICS,
        **how,
    )
    phone = _("Alleen bellen of online")
    where = dmc.Select(id="more-place", label=_("Woont in"), data=places, placeholder=phone, **how)
    result = html.Div(id="more-found", className="found", role="status")
    lead = _(
        "Bedenk een buddy, en zie hoeveel ouders die nu wachten er dan een buddy bij krijgen. Er wordt niets bewaard."
    )
    return card(
        html.P(lead), html.Div([choose, where], className="row"), result, title=_("Wat als er één buddy bij komt?")
    )


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("coverage-answer", "children"),
        Output("coverage-body", "children"),
        Output("coverage-map", "children"),
        Input("coverage-way", "value"),
        roles=COORDINATOR,
    )
    def show(way: object) -> tuple[Component, Component, Component]:
        with services.database.reading() as session:
            found = coverage.now(session, now=services.now())
        return answer(found), _table(found, way), tile_map(found.places, found.tiles)

    _register_new_buddies(callbacks, services)


def _table(found: Coverage, way: object) -> Component:
    if way == BY_GROUP:
        return coverage_table(found.groups, _("Groep"), title=_("Per groep onderwerpen"))
    if way == BY_PLACE:
        address = f"{NETWORK}?gemeente="
        return coverage_table(found.places, _("Gemeente"), title=_("Per gemeente"), address=address)
    return coverage_table(found.topics, _("Onderwerp"), title=_("Per onderwerp"), address=f"{NETWORK}?onderwerp=")


def _register_new_buddies(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("recruits-found", "children"),
        Input("recruits-go", "n_clicks"),
        roles=COORDINATOR,
        prevent_initial_call=True,
        running=[(Output("recruits-go", "loading"), True, False)],
    )
    def two(_clicks: object) -> Component:
        with services.database.reading() as session:
            found = wanted.two_more(session, now=services.now())
            return two_buddies(found, _waiting(session, services), _words(session), organisation.load(session))

    @callbacks(
        Output("more-found", "children"),
        Input("more-topics", "value"),
        Input("more-place", "value"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def one(topics: object, place: object) -> Component | None:
        chosen = [str(code) for code in topics][:MOST_TOPICS] if isinstance(topics, list) else []
        if not chosen:
            return None
        with services.database.reading() as session:
            gain = wanted.one_more(session, chosen, str(place) if place else None, now=services.now())
            return one_buddy(gain, _waiting(session, services))


def _waiting(session: Session, services: Services) -> int:
    return coverage.now(session, now=services.now()).waiting


def _words(session: Session) -> Words:
    places = {one.code: one.name for one in choices.municipalities(session)}
    spoken = catalogue.entries(session, "term", under="language", all_of_them=True)
    return Words(choices.topic_names(session), places, {one.key.removeprefix("language."): one.label for one in spoken})


PAGE = Page(COVERAGE, lazy("Dekking"), COORDINATOR, layout, register=register)
