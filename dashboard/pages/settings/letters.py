"""The letters whose words staff may change."""

from dash import dcc
from dash.development.base_component import Component

from dashboard.page import Page
from dashboard.parts import badge, card, table
from dashboard.parts.setup.setup_tabs import LETTERS, ROLES, settings_page
from dashboard.parts.tables import Cell
from domain.post import letter_texts
from domain.post.letter_texts import LetterText
from i18n import _, language, lazy
from web.services import Services


def layout(services: Services) -> Component:
    with services.database.reading() as session:
        found = letter_texts.listed(session)
    columns = [_("Bericht"), _("Onderwerp"), _("Wanneer"), _("Stand")]
    drawn = table(columns, [_row(one) for one in found], caption=_("Berichten"))
    return settings_page(LETTERS, card(drawn, title=_("Berichten")))


def _row(one: LetterText) -> list[Cell]:
    standing = badge(_("aan"), "good", symbol="check") if one.active else badge(_("uit"), "plain", symbol="ban")
    return [dcc.Link(one.name, href=f"{LETTERS}/{one.key}"), one.wording(language()).title, one.help, standing]


PAGE = Page(LETTERS, lazy("Berichten"), ROLES, layout)
