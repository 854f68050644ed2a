"""One click that counts a question from a parent in the register, where no key leads back to it."""

from typing import Any

from dash import Input, Output, State, no_update

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.inquiring.meanwhile import Typed
from dashboard.parts.toasts import toast
from domain.inquiring import counting
from i18n import _
from web.services import Services
from web.sessions import current_actor


def register_counting(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("inquiry-changed", "data", allow_duplicate=True),
        Input("inquiry-count", "n_clicks"),
        State("inquiry-topics", "value"),
        State("inquiry-answer", "value"),
        State("inquiry-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def count(clicks: object, topics: object, words: object, number: int) -> Any:  # noqa: ANN401 - or "leave it"
        if not clicks:
            return no_update
        chosen = tuple(str(one) for one in topics) if isinstance(topics, list) else ()
        now = services.now()
        with services.database.writing() as session:
            counting.count(session, int(number), chosen, by=current_actor(), now=now)
        toast(_("Het staat in het register, zonder naam en zonder tekst."))
        return Typed.kept(str(words or ""), now)
