"""One user: a new one with a first password, other roles, switching off, another password."""

from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import ADMINISTRATOR, Page
from dashboard.pages.setup.users import PATH, standing
from dashboard.parts import (
    card,
    confirm,
    confirmed,
    errors_of,
    field_errors,
    field_values,
    form_controls,
    icon,
    notice,
    page_header,
    toast,
    typed,
)
from dashboard.parts.attempt import attempt
from dashboard.shell import ROLE_NAMES
from domain import accounts, passwords
from domain.actors import Role
from domain.checking import Checked
from domain.forms import Field, FieldKind, Form, Option
from domain.refused import Refused
from i18n import _, lazy
from store.queries import accounts as found
from store.queries.accounts import AccountRow
from web.services import Services
from web.sessions import current_actor

STAFF = (Role.COORDINATOR, Role.MODERATOR, Role.POLICY, Role.ADMINISTRATOR)


def new_form() -> Form:
    name = Field("name", FieldKind.TEXT, _("Naam"), required=True)
    email = Field("email", FieldKind.MAIL, _("E-mailadres"), _("Hiermee logt deze gebruiker in."), required=True)
    help_text = _("Dan gaat er een link per mail. Zo niet, dan ziet u hier een wachtwoord om door te geven.")
    invite = Field("invite", FieldKind.YES_NO, _("Kiest zelf een wachtwoord"), help_text)
    return Form("user-new", (name, email, _roles_field(required=True), invite))


def form_of(row: AccountRow) -> Form:
    """The roles of staff, and whether somebody may sign in; being a buddy is not decided here."""
    active = Field("active", FieldKind.YES_NO, _("Kan inloggen"))
    return Form("user", (_roles_field(required=not row.is_buddy), active))


def _roles_field(*, required: bool) -> Field:
    options = tuple(Option(role.value, str(ROLE_NAMES[role]).capitalize()) for role in STAFF)
    return Field("roles", FieldKind.CHOICES, _("Rollen"), required=required, options=options)


def new_layout() -> Component:
    save = dmc.Button(_("Voeg toe"), id="user-add", leftSection=icon("user-plus"))
    sheet = card(html.Div([*form_controls(new_form()), save], className="fields"))
    head = page_header(_("Nieuwe gebruiker"), back=(PATH, _("Gebruikers")))
    return html.Div([head, html.Output(id="user-new-password"), sheet])


def layout(services: Services, number: int) -> Component:
    with services.database.reading() as session:
        row = found.one(session, number, now=services.now())
    if row is None:
        return html.Div([page_header(_("Deze gebruiker is er niet"), back=(PATH, _("Gebruikers")))])
    values = {"roles": row.roles, "active": row.active}
    save = dmc.Button(_("Bewaar"), id="user-save", leftSection=icon("check"))
    also = html.P(_("Deze gebruiker is ook buddy. Dat blijft zo."), className="note") if row.is_buddy else None
    sheet = card(html.Div([*form_controls(form_of(row), values), also, save], className="fields"))
    head = page_header(row.name, row.email, standing(row), back=(PATH, _("Gebruikers")))
    stored = dcc.Store(id="user-number", data=number)
    return html.Div([head, stored, sheet, _password_card()])


def _password_card() -> Component:
    ask = confirm(
        "user-password",
        _("Geef een nieuw wachtwoord"),
        title=_("Een nieuw wachtwoord geven?"),
        sentence=_("Het oude wachtwoord werkt daarna niet meer. De gebruiker is overal uitgelogd."),
        yes=_("Ja, nieuw wachtwoord"),
    )
    return card(html.Output(id="user-password"), ask, title=_("Wachtwoord"))


def register(callbacks: Callbacks, services: Services) -> None:
    _register_new(callbacks, services)
    _register_one(callbacks, services)
    _register_password(callbacks, services)


def _register_new(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors("user-new"),
        Output("user-new-password", "children"),
        Input("user-add", "n_clicks"),
        field_values("user-new"),
        roles=ADMINISTRATOR,
        prevent_initial_call=True,
    )
    def add(_clicks: object, values: list[object]) -> tuple[list[str | None], Any]:
        form, password = new_form(), passwords.first_password()
        errors = attempt(form, typed(form, values), lambda checked: _add(services, checked, password))
        return errors_of(form, errors), no_update if errors else _added(form, values, password)


def _added(form: Form, values: list[object], password: str) -> Component:
    if typed(form, values).get("invite"):
        return notice(_("Er gaat een bericht met een link naar deze gebruiker."), tone="good", symbol="mail")
    return shown_once(password)


def _add(services: Services, checked: Checked, password: str) -> None:
    roles = [Role(role) for role in checked.chosen("roles")]
    name, email = checked.text("name"), checked.text("email")
    with services.database.writing() as session:
        accounts.add(
            session, name=name, email=email, password=None if checked.yes("invite") else password, roles=roles,
            by=current_actor(), now=services.now(),
        )  # fmt: skip


def _register_one(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors("user"),
        Input("user-save", "n_clicks"),
        field_values("user"),
        State("user-number", "data"),
        roles=ADMINISTRATOR,
        prevent_initial_call=True,
    )
    def save(_clicks: object, values: list[object], number: int) -> list[str | None]:
        row = _row(services, number)
        form = form_of(row)
        errors = attempt(form, typed(form, values), lambda checked: _change(services, row, checked))
        if not errors:
            toast(_("Bewaard."))
        return errors_of(form, errors)


def _register_password(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("user-password", "children"),
        confirmed("user-password"),
        State("user-number", "data"),
        roles=ADMINISTRATOR,
        prevent_initial_call=True,
    )
    def renew(clicks: object, number: int) -> Any:  # noqa: ANN401 - a component, or nothing new
        if not clicks:
            return no_update
        password = passwords.first_password()
        row = _row(services, number)
        with services.database.writing() as session:
            accounts.set_password(session, row.id, password, by=current_actor(), now=services.now())
        return shown_once(password)


def _row(services: Services, number: int) -> AccountRow:
    with services.database.reading() as session:
        row = found.one(session, number, now=services.now())
    if row is None:
        raise Refused("not_found")
    return row


def _change(services: Services, row: AccountRow, checked: Checked) -> None:
    roles = [Role(role) for role in checked.chosen("roles")] + ([Role.BUDDY] if row.is_buddy else [])
    with services.database.writing() as session:
        accounts.change(
            session, row.id, roles=roles, active=checked.yes("active"), by=current_actor(), now=services.now()
        )


def shown_once(password: str) -> Component:
    """A password for the administrator to hand over: it can't be looked up again."""
    why = html.P(_("Geef dit door aan de gebruiker. U ziet het maar één keer."))
    return notice(why, html.P(html.Code(password, className="password")), tone="good", symbol="key-round")


NEW_PAGE = Page(f"{PATH}/nieuw", lazy("Nieuwe gebruiker"), ADMINISTRATOR, new_layout, register)
PAGE = Page(f"{PATH}/<int:number>", lazy("Gebruiker"), ADMINISTRATOR, layout)
