"""Keeping what a page shows: a button that asks for a name, for every page whose filters stand in its address."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.dialog import confirm
from domain.reporting.views import Rhythm
from i18n import _, lazy

DIALOG_NAME, NAME, RHYTHM = "view-keep", "view-name", "view-rhythm"
RHYTHMS = {
    Rhythm.NEVER: lazy("geen mail"),
    Rhythm.WEEKLY: lazy("elke week"),
    Rhythm.MONTHLY: lazy("elke maand, bij nieuwe cijfers"),
    Rhythm.QUARTERLY: lazy("elk kwartaal, bij nieuwe cijfers"),
}


def keep_view() -> Component:
    """The button; `dashboard.pages.improving.saved_views` does what it asks."""
    name = dmc.TextInput(id=NAME, label=_("Naam"), placeholder=_("bijvoorbeeld: Thuiszitten dit jaar"))
    return confirm(
        DIALOG_NAME,
        _("Bewaar deze weergave"),
        title=_("Deze weergave bewaren"),
        sentence=_("U vindt haar terug bij Weergaven, met de keuzes van nu."),
        yes=_("Bewaar"),
        danger=False,
        ask=html.Div([name, rhythm_choice(RHYTHM, Rhythm.NEVER)], className="fields"),
    )


def rhythm_choice(id: str | dict[str, str | int], now: Rhythm) -> Component:  # noqa: A002 - as every component calls it
    options = [{"value": key.value or "never", "label": str(label)} for key, label in RHYTHMS.items()]
    return dmc.Select(id=id, label=_("Per mail"), data=options, value=now.value or "never", allowDeselect=False)


def rhythm_of(chosen: object) -> Rhythm:
    """What was chosen; no mail for anything else."""
    return Rhythm(chosen) if chosen in {one.value for one in Rhythm} else Rhythm.NEVER
