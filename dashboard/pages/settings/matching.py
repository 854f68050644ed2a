"""How heavily each rule counts when the product looks for a buddy."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import Page
from dashboard.parts import card, confirm, confirmed, icon, toast
from dashboard.parts.setup.setup_tabs import MATCHING, ROLES, settings_page
from domain import catalogue
from domain.buddying import weights
from domain.catalogue import Entry
from i18n import _, lazy, n_
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
    return settings_page(MATCHING, rules)


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
            return [_rule(one) for one in catalogue.entries(session, weights.CATALOGUE)]

    @callbacks(
        Output("weights-list", "title"),
        Input("weights-save", "n_clicks"),
        State({"type": WEIGHT, "key": ALL}, "value"),
        State({"type": WEIGHT, "key": ALL}, "id"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def save(_clicks: object, values: Sequence[object], ids: Sequence[dict[str, str]]) -> str:
        wanted = {one["key"]: _whole(value) for one, value in zip(ids, values, strict=True)}
        with services.database.writing() as session:
            changed = weights.change(session, wanted, by=current_actor(), now=services.now())
        toast(n_("{n} regel telt nu anders.", "{n} regels tellen nu anders.", changed))
        return ""


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
        max=weights.HEAVIEST,
        step=5,
        allowDecimal=False,
        clampBehavior="none",
    )


PAGE = Page(MATCHING, lazy("Matching"), ROLES, layout, register)
