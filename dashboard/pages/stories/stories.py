"""The queue of the moderator: stories that wait, danger first, then the oldest."""

from functools import partial

import dash_mantine_components as dmc
from dash import Input, Output, ctx, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import MODERATOR, WORK, Page
from dashboard.parts import aria, card, empty_state, link_button, page_header, table
from dashboard.parts.address import ADDRESS
from dashboard.parts.paging import A_PAGE, Paged, page_number, page_numbers, paged
from dashboard.parts.stories.looks import PATH, THEMES_PATH, danger, may, state_badge, who
from dashboard.parts.tables import Cell
from i18n import _, day, lazy, n_
from store.door_states import StoryState
from store.queries.stories import story_queue
from store.queries.stories.story_queue import Queued
from web.services import Services

CHOICES = {
    "wacht": (lazy("Wacht op u"), StoryState.WAITING),
    "vrij": (lazy("Vrijgegeven"), StoryState.RELEASED),
    "tegen": (lazy("Tegengehouden"), StoryState.KEPT_BACK),
}
WAITING = "wacht"
NOTHING = {
    WAITING: (
        lazy("Er wacht geen verhaal op u"),
        lazy("Vertelt iemand iets op de site, dan staat het hier. U krijgt er bericht van."),
    ),
    "vrij": (
        lazy("Nog geen verhaal vrijgegeven"),
        lazy("Open een verhaal dat op u wacht en geef het vrij. Dan staat het hier, en kunt u er citaten uit kiezen."),
    ),
    "tegen": (
        lazy("Geen verhaal tegengehouden"),
        lazy("Houdt u een verhaal tegen, dan staat het hier. Zolang de tekst er is, kunt u het terughalen."),
    ),
}


def layout(stand: str = "", blad: str = "") -> Component:
    data = [{"value": key, "label": str(label)} for key, (label, _state) in CHOICES.items()]
    choose = dmc.SegmentedControl(id="stories-state", data=data, value=_key(stand))
    lead = _("Alleen u leest deze verhalen. Wat u vrijgeeft, lezen anderen: zo ver als de verteller wilde.")
    themes = link_button(_("Thema's"), THEMES_PATH, symbol="tags", primary=False)
    return html.Div(
        [
            page_header(_("Verhalen"), lead, themes),
            html.Div(choose, className="choose", role="group", **aria(label=_("Welke verhalen"))),
            html.Div(id="stories-list"),
            page_numbers("stories-page", blad),
        ]
    )


def _key(chosen: object) -> str:
    return chosen if isinstance(chosen, str) and chosen in CHOICES else WAITING


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("stories-list", "children"),
        Output("stories-page", "total"),
        Output("stories-page", "value"),
        ADDRESS,
        Input("stories-state", "value"),
        Input("stories-page", "value"),
        roles=MODERATOR,
        prevent_initial_call="initial_duplicate",
    )
    def show(chosen: object, page: object) -> tuple[Component, int, int, str]:
        key, asked = _key(chosen), 1 if ctx.triggered_id == "stories-state" else page_number(page)
        with services.database.reading() as session:
            read = partial(story_queue.queue, session, CHOICES[key][1], most=A_PAGE)
            found = paged(lambda skip: read(skip=skip), asked)
        return (
            html.Div([_list(found.rows, key), _count(found)]),
            found.pages,
            found.here,
            found.address(key if key != WAITING else None),
        )


def _count(found: Paged[Queued]) -> Component | None:
    return html.P(n_("{n} verhaal", "{n} verhalen", found.count), className="note") if found.is_long else None


def _list(found: tuple[Queued, ...], key: str) -> Component:
    if not found:
        title, said = NOTHING[key]
        return card(empty_state(str(title), str(said), symbol="smile" if key == WAITING else "message-square-quote"))
    columns = [_("Verhaal"), _("Van wie"), _("Mag"), _("Lengte"), _("Stand")]
    return card(table(columns, [_row(one, waiting=key == WAITING) for one in found], caption=_("Verhalen")))


def _row(one: Queued, *, waiting: bool) -> list[Cell]:
    name = one.title or _("Verhaal van {day}", day=day(one.told_on, year=True))
    link = dcc.Link(name, href=f"{PATH}/{one.number}")
    first = html.Span([danger(), html.Br(), link] if one.is_urgent and waiting else link)
    return [
        first,
        who(one.audience),
        may(one.consent),
        n_("{n} woord", "{n} woorden", one.words) if one.words else _("tekst gewist"),
        state_badge(one.state),
    ]


PAGE = Page(
    PATH, lazy("Verhalen"), MODERATOR, layout, register=register, icon="message-square-quote", group=WORK,
    query=("stand", "blad"),
)  # fmt: skip
