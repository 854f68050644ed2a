"""The button that moves a gathering, for who does not drag."""

import dash_mantine_components as dmc
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.icons import icon
from i18n import _, day_and_time
from store.queries.gatherings.events import EventFacts

MOVE = "event-move"


def move_button(event: EventFacts, *, words: bool = False) -> Component:
    """A small one with only a picture, or a choice in a menu that says what it does."""
    name = {"type": MOVE, "event": event.id}
    if words:
        return dmc.Button(_("Verplaats"), id=name, variant="subtle", leftSection=icon("calendar-days"))
    said = _("Verplaats {title} van {when}", title=event.title, when=day_and_time(event.starts_at))
    return dmc.ActionIcon(icon("calendar-days"), id=name, variant="subtle", size="28", **aria(label=said))
