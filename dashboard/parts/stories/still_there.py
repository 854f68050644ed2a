"""While a moderator edits: what our rules still find in the text that others may read."""

from dash import Input, Output, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import MODERATOR
from dashboard.parts import notice
from dashboard.parts.fields import field_id
from domain.stories import looking
from domain.stories.finding.replacing import what_it_is
from i18n import _
from web.services import Services

WORDS, STILL_THERE = "words", "story-still-there"


def register_still_there(callbacks: Callbacks, services: Services, form: str) -> None:
    @callbacks(Output(STILL_THERE, "children"), Input(field_id(form, WORDS), "value"), roles=MODERATOR)
    def look(typed: object) -> Component:
        text = str(typed or "")
        with services.database.reading() as session:
            found = looking.to_look_at(session, text)
        named = dict.fromkeys(f"{one.of(text)} ({what_it_is(one.kind)})" for one in found)
        if not named:
            return notice(html.P(_("Wij herkennen hier niets meer. Kijk zelf ook goed.")), tone="good", symbol="check")
        said = _("Dit herkennen wij nog: {found}. Laat u het staan, dan is dat uw keuze.", found=", ".join(named))
        return notice(html.P(said), tone="warn", symbol="eye")
