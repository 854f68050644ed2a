"""While a moderator edits: what our rules and the second reader's words still find in the text that others may read."""

from dash import Input, Output, State, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import MODERATOR
from dashboard.parts import notice
from dashboard.parts.fields import field_id
from domain.stories import looking
from domain.stories.finding.replacing import what_it_is
from i18n import _
from store.queries.stories import story_queue
from web.services import Services

WORDS, STILL_THERE = "words", "story-still-there"


def register_still_there(callbacks: Callbacks, services: Services, form: str) -> None:
    @callbacks(
        Output(STILL_THERE, "children"),
        Input(field_id(form, WORDS), "value"),
        State("story-number", "data"),
        roles=MODERATOR,
    )
    def look(typed: object, number: int) -> Component:
        text = str(typed or "")
        with services.database.reading() as session:
            looked = looking.in_edited(session, text, story_queue.one(session, int(number)))
        named = dict.fromkeys(f"{one.of(text)} ({what_it_is(one.kind)})" for one in looked.found)
        if not named:
            return notice(html.P(_("Wij herkennen hier niets meer. Kijk zelf ook goed.")), tone="good", symbol="check")
        said = _("Dit herkennen wij nog: {found}. Laat u het staan, dan is dat uw keuze.", found=", ".join(named))
        return notice(html.P(said), tone="warn", symbol="eye")
