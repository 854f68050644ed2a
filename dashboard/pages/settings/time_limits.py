"""How long people have to answer and how long we wait before we ask."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import Page
from dashboard.parts import card, icon, toast
from dashboard.parts.setup.setup_tabs import ROLES, TIME_LIMITS, settings_page
from domain import catalogue, time_limits
from domain.catalogue import Entry
from domain.refused import Refused
from domain.texts import say
from i18n import _, lazy, n_
from web.services import Services
from web.sessions import current_actor

NUMBER = "time-limit"
NAMES: Mapping[str, lazy] = {
    "hours": lazy("Uren"),
    "remind_hours": lazy("Herinnering: uren van tevoren"),
    "days": lazy("Dagen"),
    "answer_days": lazy("Dagen om te antwoorden"),
}


def layout(services: Services) -> Component:
    with services.database.reading() as session:
        found = catalogue.entries(session, time_limits.CATALOGUE)
    text = _("Een wijziging geldt voor wat daarna gevraagd wordt. Een herinnering gaat nooit tussen 20:00 en 8:00.")
    save = dmc.Button(_("Bewaar"), id="time-limits-save", leftSection=icon("check"))
    groups = html.Div([_limit(one) for one in found], className="weights")
    return settings_page(TIME_LIMITS, card(html.P(text), groups, save, title=_("Hoe lang duurt het?")))


def _limit(one: Entry) -> Component:
    fields = [_number(one, name) for name in NAMES if name in one.data]
    return html.Fieldset([html.Legend(one.label), html.Div(fields, className="filters")], className="plain-group")


def _number(one: Entry, name: str) -> Component:
    return dmc.NumberInput(
        id={"type": NUMBER, "key": one.key, "name": name},
        label=str(NAMES[name]),
        description=_("Gewoon is {number}.", number=one.standard[name]),
        value=one.data[name],
        min=time_limits.LEAST[name],
        allowDecimal=False,
        clampBehavior="none",
    )


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output({"type": NUMBER, "key": ALL, "name": ALL}, "error"),
        Input("time-limits-save", "n_clicks"),
        State({"type": NUMBER, "key": ALL, "name": ALL}, "value"),
        State({"type": NUMBER, "key": ALL, "name": ALL}, "id"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def save(_clicks: object, values: Sequence[object], ids: Sequence[dict[str, str]]) -> Any:  # noqa: ANN401
        wanted: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for one, value in zip(ids, values, strict=True):
            wanted[one["key"]][one["name"]] = _whole(value)
        try:
            with services.database.writing() as session:
                changed = time_limits.change(session, wanted, by=current_actor(), now=services.now())
        except Refused as refused:
            if refused.field is None:
                raise
            return [say(refused) if f"{one['key']}.{one['name']}" == refused.field else None for one in ids]
        toast(n_("{n} termijn is nu anders.", "{n} termijnen zijn nu anders.", changed))
        return [None] * len(ids)


def _whole(value: object) -> int:
    """Whatever is no number is out of bounds, and refused as such."""
    return int(value) if isinstance(value, (int, float)) and value == value // 1 else -1


PAGE = Page(TIME_LIMITS, lazy("Termijnen"), ROLES, layout, register)
