"""What was said about a parent and a buddy as a pair: said with a button, read in a list, taken back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.attributes import aria
from dashboard.parts.availability.appointment_typed import number_of
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card
from dashboard.parts.toasts import toast
from domain.actors import Actor
from domain.matchmaking import pair_wishes
from domain.refused import Refused
from i18n import _, day, lazy
from store.queries.matchmaking.pair_wishes import ACQUAINTED, VETO, Said
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

PAIR = "pair"
BACK = "back"
VERBS: Mapping[str, Callable[..., None]] = {
    ACQUAINTED: pair_wishes.acquainted,
    VETO: pair_wishes.veto,
    BACK: pair_wishes.take_back,
}
DONE = {
    ACQUAINTED: lazy("Genoteerd: zij kennen elkaar. Deze buddy wordt niet meer gevraagd."),
    VETO: lazy("Genoteerd: nooit deze combinatie."),
    BACK: lazy("Dat geldt niet meer."),
}
KINDS = {
    ACQUAINTED: lazy("{name} en de ouder kennen elkaar."),
    VETO: lazy("Nooit {name} bij deze ouder."),
}
SAID_BY = {"staff": lazy("steunpunt"), "buddy": lazy("de buddy"), "parent": lazy("de ouder")}


def pair_menu(buddy_id: int, name: str) -> Component:
    """Two seldom needed choices about this buddy for this parent, folded away."""
    know = _button(_("Zij kennen elkaar"), ACQUAINTED, buddy_id, "users", name)
    never = _button(_("Nooit deze combinatie"), VETO, buddy_id, "ban", name)
    said = html.Summary(_("Niet vragen…"), **aria(label=_("{name} niet vragen", name=name)))
    return html.Details([said, html.Div([know, never], className="actions")], className="more pair-menu")


def what_was_said(found: Sequence[Said], names: Mapping[int, str]) -> Component | None:
    """Each with by whom and since when, and a button to take it back; nothing when nothing was said."""
    if not found:
        return None
    lines = [_line(one, names.get(one.buddy_id, "")) for one in found]
    return card(html.Ul(lines, className="list"), title=_("Over buddy's bij deze vraag"))


def register_pair_words(callbacks: Callbacks, services: Services) -> None:
    """For a page with the number of the request in `request-number`, drawn anew by `request-changed`."""

    @callbacks(
        Output("request-changed", "data", allow_duplicate=True),
        Input({"type": PAIR, "what": ALL, "buddy": ALL}, "n_clicks"),
        State("request-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def say(_clicks: object, number: int) -> Any:  # noqa: ANN401 - a moment or Dash's own "leave it"
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        now = services.now()
        with services.database.writing() as session:
            done = _say(session, ctx.triggered_id, number, by=current_actor(), now=now)
        toast(done)
        return now.isoformat()


def _say(session: Session, pressed: Mapping[str, object], number: int, *, by: Actor, now: datetime) -> str:
    what, buddy_id = str(pressed["what"]), number_of(pressed, "buddy")
    if what not in VERBS:
        raise Refused("not_found")
    VERBS[what](session, number, buddy_id, by=by, now=now)
    return str(DONE[what])


def _line(one: Said, name: str) -> Component:
    sentence = _(KINDS[one.kind].text, name=name) if one.kind in KINDS else name
    by = _("{who}, {day}", who=SAID_BY.get(one.said_by, one.said_by), day=day(one.said_at))
    undo = _button(_("Ongedaan maken"), BACK, one.buddy_id, "undo-2", name)
    return html.Li([html.Span(sentence), html.Span(by, className="note"), undo])


def _button(text: str, what: str, buddy_id: int, symbol: str, name: str) -> Component:
    id_ = {"type": PAIR, "what": what, "buddy": buddy_id}
    said = aria(label=f"{text}: {name}")
    return dmc.Button(text, id=id_, leftSection=icon(symbol), variant="default", size="compact-md", **said)
