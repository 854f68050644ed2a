"""One buddy request: what is asked, who could be asked, whom it was put to, and the decision."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.pages.buddying.requests import PATH, state_badge
from dashboard.parts import card, confirm, link_button, page_header, toast
from dashboard.parts.buddying.still_wanted_notice import WANTED, still_wanted_notice
from dashboard.parts.buddying.urgency_choice import register_urgency, urgency_choice
from dashboard.parts.buddying.waiting_proposal import act_on_proposal, waiting_proposal
from dashboard.parts.candidates import EVERYBODY, PROPOSE
from dashboard.parts.clock import deadline, lasting
from dashboard.parts.dialog import DIALOG
from dashboard.parts.earlier import earlier_proposals
from dashboard.parts.facts import facts, ways_to_reach
from dashboard.parts.planning.pair_words import register_pair_words
from dashboard.parts.planning.who_fits import who_fits
from domain.matchmaking import asked, proposals, requests, still_wanted
from domain.matchmaking.requests import PROMISED_HOURS
from domain.refused import Refused
from i18n import _, day_and_time, lazy
from store.queries.buddying import buddies
from store.queries.matchmaking import requests as found
from store.queries.matchmaking.requests import Asked, Asker
from store.sessions import Session
from store.states import RequestState
from web.services import Services
from web.sessions import current_actor

CLOSE = "close-request"
WAITING = (RequestState.OPEN, RequestState.PROPOSED)
CHANGEABLE = (*WAITING, RequestState.MATCHED)


def layout(number: int) -> Component:
    parts = [
        dcc.Store(id="request-number", data=number),
        dcc.Store(id="request-changed"),
        dcc.Store(id="request-everybody"),
        html.Div(id="request"),
    ]
    return html.Div(parts)


def register(callbacks: Callbacks, services: Services) -> None:
    _register_view(callbacks, services)
    _register_acts(callbacks, services)
    register_pair_words(callbacks, services)
    register_urgency(callbacks, services)


def _register_view(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("request", "children"),
        Input("request-number", "data"),
        Input("request-changed", "data"),
        Input("request-everybody", "data"),
        roles=COORDINATOR,
    )
    def show(number: int, _changed: object, everybody: object) -> Component:
        with services.database.reading() as session:
            return _draw(session, number, services.now(), everybody=everybody is True)

    @callbacks(
        Output("request-everybody", "data"), Input(EVERYBODY, "n_clicks"), roles=COORDINATOR, prevent_initial_call=True
    )
    def show_everybody(clicks: object) -> Any:  # noqa: ANN401 - yes or Dash's own "leave it"
        return True if clicks else no_update


def _register_acts(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("request-changed", "data"),
        Input({"type": DIALOG, "name": ALL, "part": "yes"}, "n_clicks"),
        State("request-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def act(_clicks: object, number: int) -> Any:  # noqa: ANN401 - a moment or Dash's own "leave it"
        # Buttons that were only just drawn report too; their count is still empty.
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            return no_update
        name, now = str(ctx.triggered_id["name"]), services.now()
        with services.database.writing() as session:
            done = _act(session, name, number, now)
        toast(done)
        return now.isoformat()


def _act(session: Session, name: str, number: int, now: datetime) -> str:
    """Do what the dialog called `name` asked; returns what to say about it."""
    by = current_actor()
    if name.startswith(PROPOSE):
        proposals.propose(session, number, int(name.removeprefix(PROPOSE)), by=by, now=now)
        return _("Het voorstel is gestuurd.")
    said = act_on_proposal(session, name, by=by, now=now)
    if said is not None:
        return said
    if name == WANTED:
        still_wanted.confirm(session, number, by=by, now=now)
        return _("Genoteerd: een buddy is nog gewenst.")
    if name == CLOSE:
        requests.close(session, number, by=by, now=now)
        return _("De buddyvraag is gesloten.")
    raise Refused("not_found")


def _draw(session: Session, number: int, now: datetime, *, everybody: bool) -> Component:
    one, who = found.one(session, number), found.asker(session, number)
    back = (PATH, _("Buddyvragen"))
    if one is None or who is None:
        return html.Div([page_header(_("Deze buddyvraag is er niet"), back=back)])
    earlier = found.proposals(session, number)
    names = buddies.names(session, [row.buddy_id for row in earlier])
    labels = asked.terms(session)
    parts = [
        page_header(who.name or _("Vraag {number}", number=number), action=_close(one), back=back),
        _standing(one, now),
        html.Div([_asked(one, labels), _asker(one, who)], className="columns"),
        still_wanted_notice(session, one, now),
        waiting_proposal(earlier, names, now),
    ]
    if one.state is RequestState.OPEN:
        parts += who_fits(session, number, now, everybody=everybody)
    return html.Div([*parts, earlier_proposals(earlier, names, labels)], className="stack")


def _standing(one: Asked, now: datetime) -> Component:
    inside: list[Component | str] = [state_badge(one.state)]
    if one.state in WAITING:
        inside += [" ", deadline(one.created_at + timedelta(hours=PROMISED_HOURS), now), " "]
        inside += [_("Wacht {time}", time=lasting(now - one.created_at)), urgency_choice(one.urgency)]
    return html.Div(inside, className="standing")


def _asked(one: Asked, labels: Mapping[str, str]) -> Component:
    rows = [*asked.describe(one, labels), (_("Gevraagd op"), day_and_time(one.created_at))]
    return card(facts(rows), title=_("Wat wordt gevraagd"))


def _asker(one: Asked, who: Asker) -> Component:
    if who.name is None:
        return card(html.P(_("Naam en contactgegevens zijn gewist.")), title=_("Wie vraagt het"))
    agreed = (_("Toestemming"), day_and_time(who.consented_at))
    rows = [(_("Naam"), who.name), *ways_to_reach(who.phone, who.email), agreed]
    change = link_button(_("Wijzig"), f"{PATH}/{one.id}/wijzigen", symbol="pencil", primary=False)
    return card(facts(rows), title=_("Wie vraagt het"), action=change if one.state in CHANGEABLE else None)


def _close(one: Asked) -> Component | None:
    if one.state not in WAITING:
        return None
    return confirm(
        CLOSE,
        _("Sluit deze vraag"),
        title=_("Deze buddyvraag sluiten?"),
        sentence=_("We zoeken dan niet verder. Een open voorstel wordt ingetrokken."),
        yes=_("Ja, sluiten"),
    )


PAGE = Page(f"{PATH}/<int:number>", lazy("Buddyvraag"), COORDINATOR, layout, register=register)
