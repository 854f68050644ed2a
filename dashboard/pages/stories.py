"""The queue of the moderator: stories that wait, danger first, then the oldest."""

import dash_mantine_components as dmc
from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import MODERATOR, WORK, Page
from dashboard.parts import aria, card, empty_state, link_button, page_header, table
from dashboard.parts.stories.looks import PATH, THEMES_PATH, danger, may, state_badge, who
from dashboard.parts.tables import Cell
from i18n import _, day, lazy, n_
from store.door_states import StoryState
from store.queries import story_queue
from store.queries.story_queue import Queued
from web.services import Services

CHOICES = {
    "wacht": (lazy("Wacht op u"), StoryState.WAITING),
    "vrij": (lazy("Vrijgegeven"), StoryState.RELEASED),
    "tegen": (lazy("Tegengehouden"), StoryState.KEPT_BACK),
}
WAITING = "wacht"


def layout() -> Component:
    data = [{"value": key, "label": str(label)} for key, (label, _state) in CHOICES.items()]
    choose = dmc.SegmentedControl(id="stories-state", data=data, value=WAITING)
    lead = _("Alleen u leest deze verhalen. Wat u vrijgeeft, lezen anderen: zo ver als de verteller wilde.")
    themes = link_button(_("Thema's"), THEMES_PATH, symbol="tags", primary=False)
    return html.Div(
        [
            page_header(_("Verhalen"), lead, themes),
            html.Div(choose, className="choose", role="group", **aria(label=_("Welke verhalen"))),
            html.Div(id="stories-list"),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("stories-list", "children"), Input("stories-state", "value"), roles=MODERATOR)
    def show(chosen: object) -> Component:
        key = chosen if isinstance(chosen, str) and chosen in CHOICES else WAITING
        with services.database.reading() as session:
            found = story_queue.queue(session, CHOICES[key][1])
        return _list(found, waiting=key == WAITING)


def _list(found: tuple[Queued, ...], *, waiting: bool) -> Component:
    if not found:
        said = _("Vertelt iemand iets op de site, dan staat het hier. U krijgt er bericht van.")
        return card(empty_state(_("Geen verhalen"), said, symbol="smile"))
    columns = [_("Verhaal"), _("Van wie"), _("Mag"), _("Lengte"), _("Stand")]
    return card(table(columns, [_row(one, waiting=waiting) for one in found], caption=_("Verhalen")))


def _row(one: Queued, *, waiting: bool) -> list[Cell]:
    name = one.title or _("Verhaal van {day}", day=day(one.told_on, year=True))
    link = dcc.Link(name, href=f"{PATH}/{one.number}")
    first = html.Span([danger(), html.Br(), link] if one.is_urgent and waiting else link)
    return [
        first,
        who(one.audience),
        may(one.consent),
        n_("{n} woord", "{n} woorden", one.words),
        state_badge(one.state),
    ]


PAGE = Page(
    PATH, lazy("Verhalen"), MODERATOR, layout, register=register, icon="message-square-quote", group=WORK
)  # fmt: skip
