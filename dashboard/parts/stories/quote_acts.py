"""What a moderator does with quotes: choosing sentences, and taking a quote away."""

from typing import Any

from dash import ALL, Input, Output, State, ctx, no_update

from dashboard.access import Callbacks
from dashboard.page import MODERATOR
from dashboard.parts import toast
from dashboard.parts.stories.decided import CHOSEN, DROP, ON_SITE, PICK
from domain.refused import Refused
from domain.stories import quoting
from domain.texts import say
from i18n import _
from web.services import Services
from web.sessions import current_actor


def register_quotes(callbacks: Callbacks, services: Services) -> None:
    _register_picking(callbacks, services)
    _register_dropping(callbacks, services)


def _register_picking(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("story-changed", "data", allow_duplicate=True),
        Output(CHOSEN, "error"),
        Input(PICK, "n_clicks"),
        State(CHOSEN, "value"),
        State(ON_SITE, "checked"),
        State("story-number", "data"),
        roles=MODERATOR,
        prevent_initial_call=True,
    )
    def pick(clicks: object, chosen: list[str] | None, public: object, number: int) -> tuple[Any, Any]:
        if not clicks:
            return no_update, no_update
        now, places = services.now(), [int(one) for one in chosen or ()]
        try:
            with services.database.writing() as session:
                quoting.pick(session, int(number), places, public=public is True, by=current_actor(), now=now)
        except Refused as refused:
            if refused.field != "sentences":
                raise
            return no_update, say(refused)
        toast(_("Citaat vrijgegeven."))
        return now.isoformat(), None


def _register_dropping(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("story-changed", "data", allow_duplicate=True),
        Input({"type": DROP, "quote": ALL}, "n_clicks"),
        State("story-number", "data"),
        roles=MODERATOR,
        prevent_initial_call=True,
    )
    def drop(clicks: list[object], number: int) -> Any:  # noqa: ANN401 - a moment or Dash's own "leave it"
        if not any(clicks) or not ctx.triggered_id:
            return no_update
        with services.database.writing() as session:
            quoting.drop(session, int(number), int(ctx.triggered_id["quote"]), by=current_actor())
        toast(_("Citaat weggehaald, overal."))
        return services.now().isoformat()
