"""What else can be done with a page: say what it is about, looked at again, withdrawn, an earlier text put back."""

from datetime import date
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.dialog import confirm, confirmed
from dashboard.parts.fields import form_controls
from dashboard.parts.information.about_saving import register_about
from dashboard.parts.information.putting_back import register_putting_back
from dashboard.parts.meanwhile import Opened
from dashboard.parts.pieces import card
from dashboard.parts.toasts import toast
from domain.forms import Form
from domain.information import publishing
from domain.refused import Refused
from domain.texts import say
from i18n import _
from web.services import Services
from web.sessions import current_actor

CHANGED = Output("article-changed", "data", allow_duplicate=True)
ABOUT = State("article-about", "data")


def acts_card(form: Form, seen: Opened) -> Component:
    withdraw = confirm(
        "article-withdraw",
        _("Trek in"),
        title=_("Deze pagina intrekken?"),
        sentence=_("Niemand leest haar dan nog, in geen enkele taal. U kunt haar later weer publiceren."),
        yes=_("Ja, trek in"),
    )
    later = dmc.DatePickerInput(
        id="article-review-on",
        label=_("Volgende keer nakijken"),
        description=_("Leeg is: over een jaar. “Nagekeken” geldt voor de taal die u nu ziet."),
        clearable=True,
        placeholder=_("Kies een datum"),
    )
    return card(
        html.Div(
            [later, dmc.Button(_("Nagekeken, het klopt"), id="article-reviewed", variant="default")],
            className="fields review-next",
        ),
        dcc.Store(id="article-about-opened", data=seen.as_data()),
        html.Div(id="article-about-said", role="alert"),
        html.Div(form_controls(form, seen.values), className="fields"),
        html.Div([dmc.Button(_("Bewaar"), id="article-about-save", variant="default"), withdraw], className="actions"),
        title=_("Over deze pagina"),
    )


def register_acts(callbacks: Callbacks, services: Services) -> None:
    register_about(callbacks, services)
    _register_review(callbacks, services)
    _register_withdrawing(callbacks, services)
    register_putting_back(callbacks, services)


def _register_review(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        CHANGED,
        Output("article-review-on", "error"),
        Input("article-reviewed", "n_clicks"),
        State("article-review-on", "value"),
        ABOUT,
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def reviewed(clicks: object, chosen: str | None, about: dict[str, Any]) -> tuple[Any, str | None]:
        if not clicks:
            raise PreventUpdate  # the page was drawn: nobody pressed
        by, now = current_actor(), services.now()
        next_on = date.fromisoformat(chosen) if chosen else None
        try:
            with services.database.writing() as session:
                publishing.reviewed(
                    session, int(about["number"]), by=by, now=now, next_on=next_on, language=str(about["language"])
                )
        except Refused as refused:
            if refused.key != "article.review_past":
                raise
            return no_update, say(refused)
        toast(_("Genoteerd. De pagina is nagekeken."))
        return now.isoformat(), None


def _register_withdrawing(callbacks: Callbacks, services: Services) -> None:
    @callbacks(CHANGED, confirmed("article-withdraw"), ABOUT, roles=COORDINATOR, prevent_initial_call=True)
    def withdraw(clicks: object, about: dict[str, Any]) -> str:
        if not clicks:
            raise PreventUpdate  # the page was drawn: nobody pressed
        now = services.now()
        with services.database.writing() as session:
            publishing.withdraw(session, int(about["number"]), by=current_actor(), now=now)
        toast(_("Ingetrokken. Publiceer een tekst om de pagina weer te tonen."))
        return now.isoformat()
