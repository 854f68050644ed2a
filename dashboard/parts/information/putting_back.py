"""Putting an earlier text back: what was typed and not saved can be had again, and what a colleague wrote is told."""

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.fields import field_values, typed
from dashboard.parts.icons import icon
from dashboard.parts.information.saving import VALUES, newer
from dashboard.parts.information.text_form import FORM, text_form, values_of
from dashboard.parts.information.versions import BACK
from dashboard.parts.pieces import notice
from dashboard.parts.toasts import toast
from domain.edits import same
from domain.information import articles
from domain.refused import Refused
from i18n import _
from store.queries import articles as found
from web.services import Services
from web.sessions import current_actor

AGAIN = "article-typed-again"
SAID = Output("article-said", "children", allow_duplicate=True)
SEEN = Output("article-seen", "data", allow_duplicate=True)


def register_putting_back(callbacks: Callbacks, services: Services) -> None:
    _register_giving_back(callbacks)

    @callbacks(
        VALUES,
        SAID,
        SEEN,
        Output("article-before", "data"),
        Output("article-changed", "data", allow_duplicate=True),
        Input({"type": BACK, "number": ALL}, "n_clicks"),
        field_values(FORM),
        State("article-about", "data"),
        State("article-seen", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def put_back(
        clicks: list[object], values: list[object], about: dict[str, Any], seen: dict[str, Any]
    ) -> tuple[Any, ...]:
        pressed = ctx.triggered_id
        if not any(clicks) or not pressed:
            raise PreventUpdate  # the list was drawn: nobody pressed
        said = _put_back(services, int(pressed["number"]), typed(text_form(), values), about, seen)
        return *said, services.now().isoformat()


def _register_giving_back(callbacks: Callbacks) -> None:
    @callbacks(
        VALUES,
        SAID,
        Input({"type": AGAIN, "number": ALL}, "n_clicks"),
        State("article-before", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def give_back(clicks: list[object], before: dict[str, object] | None) -> tuple[Any, ...]:
        if not any(clicks) or before is None:
            raise PreventUpdate  # it was drawn: nobody pressed
        toast(_("Wat u typte, staat er weer. Het is nog niet bewaard."))
        return [before.get(field.key) for field in text_form().fields], None


def _put_back(
    services: Services, number: int, as_typed: Mapping[str, object], about: Mapping[str, Any], seen: Mapping[str, Any]
) -> tuple[Any, ...]:
    """What the fields get, what is said, what is seen now, and what was typed and is not saved."""
    page, spoken, by, now = int(about["number"]), str(about["language"]), current_actor(), services.now()
    try:
        with services.database.writing() as session:
            articles.put_back(session, page, spoken, number, by=by, now=now, seen=int(seen["number"]))
            text = found.versions(session, page, spoken)[0]
    except Refused as refused:
        if refused.key != "article.changed_meanwhile":
            raise
        return *newer(services, page, spoken, seen["values"], as_typed), no_update
    newest = values_of(text)
    unsaved = any(
        not same(as_typed[key], seen["values"].get(key)) and not same(as_typed[key], newest[key]) for key in newest
    )
    toast(_("De tekst staat er weer. Publiceer haar als het klaar is."))
    seen_now = {"number": text.number, "values": newest}
    return list(newest.values()), _kept(number) if unsaved else None, seen_now, as_typed if unsaved else None


def _kept(number: int) -> Component:
    again = dmc.Button(
        _("Zet terug wat ik typte"),
        id={"type": AGAIN, "number": number},
        variant="default",
        leftSection=icon("undo-2"),
    )
    said = _("Tekst {number} staat er weer. Wat u zelf typte, was nog niet bewaard.", number=number)
    return notice(html.P(html.Strong(said)), again, tone="warn", symbol="history")
