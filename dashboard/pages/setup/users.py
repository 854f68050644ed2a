"""Users: who may sign in, and as what."""

from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import ADMINISTRATOR, SETUP, Page
from dashboard.parts import badge, card, link_button, page_header, table
from dashboard.parts.tables import Cell
from dashboard.shell import ROLE_NAMES
from domain.actors import Role
from i18n import _, lazy, n_
from store.queries import accounts
from store.queries.accounts import AccountRow
from web.services import Services

PATH = "/werk/gebruikers"


def layout() -> Component:
    new = link_button(_("Nieuwe gebruiker"), f"{PATH}/nieuw", symbol="user-plus")
    head = page_header(_("Gebruikers"), _("Wie kan inloggen, en wat mag diegene?"), new)
    return html.Div([head, card(html.Div(id="users-list"))])


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("users-list", "children"), Input("users-list", "id"), roles=ADMINISTRATOR)
    def show(_id: str) -> Component:
        with services.database.reading() as session:
            found = accounts.listed(session, now=services.now())
        columns = [_("Naam"), _("E-mailadres"), _("Rollen"), _("Stand")]
        return table(columns, [_row(one) for one in found], caption=n_("{n} gebruiker", "{n} gebruikers", len(found)))


def _row(one: AccountRow) -> list[Cell]:
    return [dcc.Link(one.name, href=f"{PATH}/{one.id}"), one.email, roles_in_words(one), standing(one)]


def roles_in_words(one: AccountRow) -> str:
    return ", ".join(str(ROLE_NAMES[role]) for role in Role if role in one.roles)


def standing(one: AccountRow) -> Component:
    if not one.active:
        return badge(_("uitgeschakeld"), "plain", symbol="ban")
    if one.browsers:
        return badge(_("nu ingelogd"), "good", symbol="check")
    return badge(_("kan inloggen"), "plain")


PAGE = Page(PATH, lazy("Gebruikers"), ADMINISTRATOR, layout, register, icon="user-check", group=SETUP)
