"""Putting an earlier text back: what was typed and not saved can be had again, and what a colleague wrote is told."""

from collections.abc import Mapping
from typing import Any

from dash import ALL, Input, Output, State, ctx, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.fields import field_values, typed
from dashboard.parts.information.saving import VALUES, newer
from dashboard.parts.information.text_form import FORM, text_form, values_of
from dashboard.parts.information.versions import BACK
from dashboard.parts.news import news, register_news
from dashboard.parts.pieces import notice
from dashboard.parts.saving import Newer
from dashboard.parts.set_aside import aside_room, asides, register_aside, to_form, with_typed
from domain.information import articles
from domain.refused import Refused
from i18n import _
from store.queries import articles as found
from web.services import Services
from web.sessions import current_actor

SAID = "article-back-said"


def room_for_what_came_back() -> Component:
    """Beside the list of earlier texts, where its buttons are."""
    return html.Div([news(SAID, role="status"), aside_room(FORM)])


def register_putting_back(callbacks: Callbacks, services: Services) -> None:
    register_news(callbacks, SAID)
    register_aside(callbacks, FORM, "article-seen", COORDINATOR)

    @callbacks(
        VALUES,
        Output(SAID, "children"),
        Output("article-seen", "data", allow_duplicate=True),
        Output(f"{FORM}-aside", "data", allow_duplicate=True),
        Output("article-changed", "data", allow_duplicate=True),
        Input({"type": BACK, "number": ALL}, "n_clicks"),
        field_values(FORM),
        State("article-about", "data"),
        State("article-seen", "data"),
        asides(FORM),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def put_back(
        clicks: list[object], values: list[object], about: dict[str, Any], seen: dict[str, Any], aside: object
    ) -> tuple[Any, ...]:
        pressed = ctx.triggered_id
        if not any(clicks) or not pressed:
            raise PreventUpdate  # the list was drawn: nobody pressed
        as_typed = typed(text_form(), values)
        return *_put_back(services, int(pressed["number"]), as_typed, about, seen, aside), services.now().isoformat()


def _put_back(
    services: Services,
    number: int,
    as_typed: Mapping[str, object],
    about: Mapping[str, Any],
    seen: Mapping[str, Any],
    aside: object,
) -> tuple[Any, ...]:
    """What the fields get, what is said, what is seen now, and what lies aside."""
    try:
        said, now = _written(services, number, about, seen)
    except Refused as refused:
        if refused.key != "article.changed_meanwhile":
            raise
        return *_newer(services, about, seen, as_typed), no_update
    return list(now["values"].values()), said, now, with_typed(aside, as_typed, seen, now=now)


def _written(
    services: Services, number: int, about: Mapping[str, Any], seen: Mapping[str, Any]
) -> tuple[Component, dict[str, Any]]:
    page, spoken, by, now = int(about["number"]), str(about["language"]), current_actor(), services.now()
    with services.database.writing() as session:
        articles.put_back(session, page, spoken, number, by=by, now=now, seen=int(seen["number"]))
        text = found.versions(session, page, spoken)[0]
    said = _("Tekst {number} staat er weer. Publiceer haar als het klaar is.", number=number)
    told = notice(html.P(html.Strong(said)), to_form(FORM, _("Bekijk de tekst")), tone="good", symbol="check")
    return told, {"number": text.number, "values": values_of(text)}


def _newer(
    services: Services, about: Mapping[str, Any], seen: Mapping[str, Any], as_typed: Mapping[str, object]
) -> Newer:
    """A colleague saved a text meanwhile: look at that first."""
    again = html.Div(
        [
            html.P(_("Kijk eerst wat er nu staat. Daarna kunt u de eerdere tekst alsnog terugzetten.")),
            to_form(FORM, _("Bekijk de tekst")),
        ]
    )
    return newer(services, int(about["number"]), str(about["language"]), seen["values"], as_typed, again)
