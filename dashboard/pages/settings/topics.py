"""Topics by group: which can be chosen, which are favourites, which are sensitive."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.page import Page
from dashboard.parts import badge, card, link_button, table
from dashboard.parts.setup.setup_tabs import ROLES, TOPICS, settings_page
from dashboard.parts.tables import Cell
from i18n import _, day, lazy
from store.queries import setup
from store.queries.setup import TopicRow
from web.services import Services


def layout(services: Services) -> Component:
    with services.database.reading() as session:
        found = setup.topics(session)
    note = _("Een onderwerp dat u niet meer gebruikt, blijft staan bij wat al geregistreerd is. Zo kloppen de cijfers.")
    groups = [_group(one, [row for row in found if row.group == one.code]) for one in found if not one.group]
    return settings_page(TOPICS, html.P(note), *groups)


def _group(group: TopicRow, members: Sequence[TopicRow]) -> Component:
    title = f"{group.code}. {group.name_nl}"
    rename = dcc.Link(_("Wijzig de naam van groep {code}", code=group.code), href=f"{TOPICS}/{group.code}")
    add = link_button(
        _("Nieuw onderwerp in groep {code}", code=group.code), f"{TOPICS}/nieuw?groep={group.code}", symbol="plus",
        primary=False,
    )  # fmt: skip
    columns = [_("Onderwerp"), _("Code"), _("Engels"), _("Kenmerken")]
    drawn = table(columns, [_row(one) for one in members], caption=title)
    return card(drawn, html.Div([add, rename], className="actions"), title=title)


def _row(one: TopicRow) -> list[Cell]:
    return [dcc.Link(one.name_nl, href=f"{TOPICS}/{one.code}"), one.code, one.name_en, _marks(one)]


def _marks(one: TopicRow) -> Component:
    marks = [
        badge(_("favoriet"), "accent", symbol="star") if one.favourite else None,
        badge(_("gevoelig"), "warn", symbol="shield") if one.sensitive else None,
        badge(_("tot en met {day}", day=day(one.until, year=True)), "plain", symbol="ban") if one.until else None,
        badge(_("verder in {code}", code=one.successor), "plain", symbol="arrow-right") if one.successor else None,
    ]
    return html.Div([mark for mark in marks if mark], className="badges")


PAGE = Page(TOPICS, lazy("Onderwerpen"), ROLES, layout)
