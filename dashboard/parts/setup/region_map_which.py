"""Asking which outline of a map a municipality is, where more than one has a name like it."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts import icon, notice
from domain.region_names import Which
from i18n import _

WHICH = "region-map-which"


def which(found: Sequence[Which], *, use: str) -> Component:
    """A choice per municipality, and the button `use` to go on with."""
    choices = [
        dmc.Select(
            id={"type": WHICH, "place": one.code},
            label=_("Welke gemeente op de kaart is {place}?", place=one.name),
            data=list(one.candidates),
            placeholder=_("Kies een gemeente"),
            checkIconPosition="right",
        )
        for one in found
    ]
    button = dmc.Button(_("Gebruik deze kaart"), id=use, leftSection=icon("check"))
    said = _("Op de kaart staan meer gemeenten met bijna dezelfde naam.")
    return html.Div([notice(said, tone="plain"), html.Div(choices, className="fields"), button], className="stack")


def answers(ids: Sequence[Mapping[str, Any]], values: Sequence[object]) -> dict[str, str]:
    """What was chosen, by the code of our municipality."""
    return {str(one["place"]): str(value) for one, value in zip(ids, values, strict=True) if value}
