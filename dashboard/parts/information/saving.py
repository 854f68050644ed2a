"""Saving a text; who saves second is told what the other one wrote, and loses nothing."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from dash import ALL, Input, Output, State, ctx, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.fields import FIELD, field_errors, field_values, typed
from dashboard.parts.information.text_form import FORM, text_form, values_of, words_of
from dashboard.parts.meanwhile import names, newest
from dashboard.parts.saving import Newer, try_to_save
from dashboard.parts.toasts import toast
from domain.checking import Checked
from domain.information import articles, publishing
from i18n import _
from store.queries import articles as found
from web.services import Services
from web.sessions import current_actor

VALUES = Output({"type": FIELD, "form": FORM, "key": ALL}, "value", allow_duplicate=True)


def register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        VALUES,
        Output("article-said", "children"),
        Output("article-seen", "data"),
        Output("article-changed", "data"),
        Input("article-save", "n_clicks"),
        Input("article-publish", "n_clicks"),
        field_values(FORM),
        State("article-about", "data"),
        State("article-seen", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def save(
        saved: object, published: object, values: list[object], about: dict[str, Any], seen: dict[str, Any]
    ) -> tuple[Any, ...]:
        if not (saved or published):
            raise PreventUpdate  # the page was drawn: nobody pressed
        return _save(services, values, about, seen, publish=ctx.triggered_id == "article-publish")


def _save(
    services: Services, values: list[object], about: Mapping[str, Any], seen: Mapping[str, Any], *, publish: bool
) -> tuple[Any, ...]:
    """Save, and publish when that was asked; or say what is wrong, or what somebody else wrote meanwhile."""
    form = text_form()
    as_typed, number, spoken = typed(form, values), int(about["number"]), str(about["language"])

    def write(checked: Checked) -> None:
        by, now = current_actor(), services.now()
        with services.database.writing() as session:
            articles.write(session, number, spoken, words_of(checked), by=by, now=now, seen=int(seen["number"]))
            if publish:
                publishing.publish(session, number, spoken, by=by, now=now)

    tried = try_to_save(form, as_typed, write, partial(newer, services, number, spoken, seen["values"], as_typed))
    if not tried.saved:
        return tried.errors, tried.values, tried.said, tried.seen, no_update
    toast(
        _("Gepubliceerd. Iedereen leest nu deze tekst.") if publish else _("Bewaard. Publiceer het als het klaar is.")
    )
    with services.database.reading() as session:
        saved_now = found.versions(session, number, spoken)[0]
    opened = {"number": saved_now.number, "values": values_of(saved_now)}
    return tried.errors, tried.values, tried.said, opened, services.now().isoformat()


def newer(
    services: Services,
    number: int,
    spoken: str,
    opened: Mapping[str, object],
    as_typed: Mapping[str, object],
    again: Component | None = None,
) -> Newer:
    """What was not touched follows the other writer, what was typed stays; saving again is the answer, or `again`."""
    form = text_form()
    with services.database.reading() as session:
        latest = found.versions(session, number, spoken)[0]
    stored = values_of(latest)
    maker = [latest.made_by] if latest.made_by else []
    who = _("{name} bewaarde een andere tekst terwijl u typte.", name=names(maker))
    then = again or html.P(_("Kijk het na en kies dan weer Bewaar."))
    return *newest(form, opened, as_typed, stored, who, then), {"number": latest.number, "values": stored}
