"""What a coordinator does about a match, from the list and from its own page: took it up, called, rounds it off."""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.attributes import aria
from dashboard.parts.toasts import toast
from domain.care import check_in_answers, matches
from domain.forms import Option
from domain.refused import Refused
from i18n import _
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

DO = "match-act"
WHY = "match-reason"
HEAVY = "match-heavy"
CHANGED = "matches-changed"
HELPED, ANSWERED, END = "help", "care", "end"


def changed() -> Component:
    """Where a page hears that something was done."""
    return dcc.Store(id=CHANGED)


def taken_up(what: str, number: int, about: str) -> Component:
    """The button that says that the coordinator has called; `about` tells whom to who can't see the row."""
    return dmc.Button(
        _("Opgepakt"), id=_id(what, number), size="compact-md", variant="default",
        **aria(label=_("Opgepakt: {name}", name=about)),
    )  # fmt: skip


def rounding_off(number: int, about: str, reasons: Sequence[Option]) -> Component:
    """Folded away: why the match ends, and whether the buddy needs a breather."""
    options = [{"value": reason.key, "label": reason.label} for reason in reasons]
    choose = dmc.Select(
        id={"type": WHY, "number": number}, data=options, value="agreed", allowDeselect=False, label=_("Reden")
    )
    heavy = dmc.Checkbox(
        id={"type": HEAVY, "number": number}, label=_("Het was zwaar: de buddy krijgt even adem"), checked=False
    )
    button = dmc.Button(_("Rond af"), id=_id(END, number), variant="default")
    summary = html.Summary(_("Afronden"), **aria(label=_("Afronden: {name}", name=about)))
    return html.Details([summary, html.Div([choose, heavy, button], className="stack")], className="more")


def register_match_acts(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output(CHANGED, "data"),
        Input({"type": DO, "what": ALL, "number": ALL}, "n_clicks"),
        State({"type": WHY, "number": ALL}, "value"),
        State({"type": HEAVY, "number": ALL}, "checked"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def act(_clicks: object, _reasons: object, _heavy: object) -> Any:  # noqa: ANN401 - a moment or "leave it"
        pressed = ctx.triggered_id
        if not pressed or not ctx.triggered[0]["value"]:
            return no_update
        with services.database.writing() as session:
            _act(session, str(pressed["what"]), int(pressed["number"]), services)
        toast(_("Bewaard."))
        return services.now().isoformat()


def _act(session: Session, what: str, number: int, services: Services) -> None:
    by, now = current_actor(), services.now()
    if what == HELPED:
        matches.take_up(session, number, by=by, now=now)
    elif what == ANSWERED:
        check_in_answers.take_up(session, number, by=by, now=now)
    elif what == END:
        reason, heavy = _beside(0, number), _beside(1, number)
        matches.end(session, number, str(reason or ""), heavy=heavy is True, by=by, now=now)
    else:
        raise Refused("not_found")


def _beside(which: int, number: int) -> object:
    """What was chosen in the row of the button that was pressed."""
    return next((one.get("value") for one in ctx.states_list[which] if one["id"]["number"] == number), None)


def _id(what: str, number: int) -> dict[str, Any]:
    return {"type": DO, "what": what, "number": number}
