"""How heavily each rule counts when the product looks for a buddy, with what other weights would do now."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import Page
from dashboard.parts import card, confirm, confirmed, icon, toast
from dashboard.parts.planning.plan_people import people
from dashboard.parts.planning.trial_card import trial_card
from dashboard.parts.setup.setup_tabs import MATCHING, ROLES, settings_page
from domain.actors import Role
from domain.catalogue import Entry
from domain.matchmaking import trial, weights
from domain.refused import Refused
from domain.texts import say
from i18n import _, lazy, n_
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

WEIGHT = "weight"


def layout() -> Component:
    explained = _(
        "Wat iemand beslist nodig heeft, gaat altijd voor. Van wie overblijft, tellen deze regels op tot een score."
    )
    save = dmc.Button(_("Bewaar"), id="weights-save", leftSection=icon("check"))
    reset = confirm(
        "weights-reset",
        _("Zet de standaard terug"),
        title=_("De standaard terugzetten?"),
        sentence=_("Elke regel telt dan weer zo zwaar als in het begin."),
        yes=_("Ja, zet terug"),
        danger=False,
    )
    listed = html.Div(id="weights-list", className="weights")
    actions = html.Div([save, reset], className="actions")
    rules = card(html.P(explained), listed, actions, title=_("Hoe zwaar telt elke regel?"))
    known = [dcc.Store(id="weights-typed"), dcc.Store(id="weights-saved")]
    return settings_page(MATCHING, html.Div([rules, _tried_out(), *known], className="columns"))


def _tried_out() -> Component:
    lead = _("Met de getallen die er nu staan, voor wie nu wacht. Er verandert niets voordat u bewaart.")
    result = html.Div(id="weights-trial", role="status")
    return card(html.P(lead, className="note"), result, title=_("Wat zou dit veranderen?"), className="trial")


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("weights-list", "children"),
        Input("weights-list", "id"),
        confirmed("weights-reset"),
        roles=ROLES,
    )
    def show(_id: str, reset: object) -> list[Component]:
        if reset:
            with services.database.writing() as session:
                weights.reset(session, by=current_actor(), now=services.now())
            toast(_("De standaard staat er weer."))
        with services.database.reading() as session:
            return [_rule(one) for one in weights.entries(session)]

    _register_saving(callbacks, services)
    _register_trial(callbacks, services)


def _register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("weights-saved", "data"),
        Input("weights-save", "n_clicks"),
        State({"type": WEIGHT, "key": ALL}, "value"),
        State({"type": WEIGHT, "key": ALL}, "id"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def save(_clicks: object, values: Sequence[object], ids: Sequence[dict[str, str]]) -> dict[str, int]:
        wanted = {one["key"]: _whole(value) for one, value in zip(ids, values, strict=True)}
        with services.database.writing() as session:
            changed = weights.change(session, wanted, by=current_actor(), now=services.now())
        toast(n_("{n} regel telt nu anders.", "{n} regels tellen nu anders.", changed))
        return wanted


def _register_trial(callbacks: Callbacks, services: Services) -> None:
    callbacks.clientside(
        "matching.settle",
        Output("weights-typed", "data"),
        Input({"type": WEIGHT, "key": ALL}, "value"),
        State({"type": WEIGHT, "key": ALL}, "id"),
        prevent_initial_call=True,
    )

    @callbacks(
        Output("weights-trial", "children"),
        Input("weights-typed", "data"),
        Input("weights-saved", "data"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def try_out(typed: Sequence[Sequence[object]] | None, _saved: object) -> Component:
        wanted = {str(key): _whole(value) for key, value in typed or ()}
        with services.database.reading() as session:
            return _tried(session, wanted, services)


def _tried(session: Session, wanted: dict[str, int], services: Services) -> Component:
    """A number that can't be is said here as well, without a shout while somebody is still typing."""
    actor, now = current_actor(), services.now()
    try:
        found = trial.of_weights(session, wanted, by=actor, now=now)
    except Refused as refused:
        return html.P(say(refused))
    named = actor.has(Role.COORDINATOR)
    return trial_card(found, people(session, [*found.before.pairs, *found.before.unmatched], now) if named else None)


def _whole(value: object) -> int:
    """Whatever is no number is out of bounds, and refused as such."""
    return int(value) if isinstance(value, (int, float)) and value == value // 1 else -1


def _rule(one: Entry) -> Component:
    usual = _("Gewoon is {weight}.", weight=one.standard["weight"])
    return dmc.NumberInput(
        id={"type": WEIGHT, "key": one.key},
        label=one.label,
        description=f"{one.help} {usual}",
        value=one.data["weight"],
        min=0,
        max=weights.most(one.key),
        step=5,
        allowDecimal=False,
        clampBehavior="none",
    )


PAGE = Page(MATCHING, lazy("Matching"), ROLES, layout, register)
