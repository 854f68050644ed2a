"""The frame around every page: header, navigation, content and messages."""

from itertools import groupby
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.page import Page
from dashboard.parts.attributes import aria
from dashboard.parts.icons import icon
from dashboard.theme import dates, mantine_theme
from dashboard.visits import Arrival
from domain.actors import Actor, Role
from i18n import LANGUAGES, _, language, lazy
from web.organisation import LOGO, current_organisation
from web.sessions import form_token

ROLE_NAMES = {
    Role.COORDINATOR: lazy("coördinator"),
    Role.BUDDY: lazy("buddy"),
    Role.POLICY: lazy("beleid"),
    Role.ADMINISTRATOR: lazy("beheerder"),
    Role.MODERATOR: lazy("leest verhalen"),
}


def _offline() -> str:
    return _(
        "Geen verbinding: er wordt nu niets bewaard. Laat deze pagina open. Probeer het opnieuw zodra het weer kan."
    )


def shell(actor: Actor, pages: tuple[Page, ...], arrival: Arrival | None = None) -> Component:
    """The whole screen for `actor`, whose navigation holds `pages`; `visit` draws every page but that of arrival."""
    theme: Any = mantine_theme()
    settings: Any = dates()
    return dmc.MantineProvider(
        dmc.DatesProvider(
            [
                html.A(_("Naar de inhoud"), href="#inhoud", className="skip"),
                _invented(),
                html.P(_offline(), id="offline", hidden=True, role="alert"),
                _header(actor),
                html.Div([_navigation(pages), _content(arrival)], className="frame"),
                _drawer(pages),
                dmc.NotificationContainer(id="toasts", position="bottom-right", autoClose=8000),
                *_memory(arrival),
            ],
            settings=settings,
        ),
        theme=theme,
        defaultColorScheme="auto",
    )


def _memory(arrival: Arrival | None) -> list[Component]:
    # An address that stands there already is no news, so that the page of arrival is not drawn twice.
    here = {"pathname": arrival.pathname, "search": arrival.search} if arrival else {}
    return [
        dcc.Location(id="address", refresh="callback-nav", **here),
        dcc.Store(id="page-title", data=arrival.title if arrival else None),
        dcc.Store(id="page-question"),
        dcc.Store(id="scheme"),
    ]


def _invented() -> Component | None:
    if not current_organisation().invented:
        return None
    text = _("Dit is een voorbeeld. Alle namen en cijfers zijn bedacht.")
    said = [icon("info"), html.Strong(_("Verzonnen gegevens")), html.Span(text)]
    return html.Aside(said, className="invented", **aria(label=_("Voorbeeld")))


def _content(arrival: Arrival | None) -> Component:
    return html.Main(html.Div(arrival.drawn if arrival else None, id="page"), id="inhoud", tabIndex="-1")


def _header(actor: Actor) -> Component:
    burger = html.Button(icon("menu"), id="burger", className="tool burger", type="button", **aria(label=_("Menu")))
    name = current_organisation().short_name
    brand = dcc.Link([html.Img(src=LOGO, alt="", height=34), html.Span(name)], href="/werk/", className="brand")
    tools = html.Div([_languages(), _scheme_toggle(), _account(actor)], className="tools")
    return html.Header([burger, brand, tools], className="top")


def _languages() -> Component:
    others = [(code, name) for code, name in LANGUAGES.items() if code != language()]
    return html.Div(
        [
            html.A(
                [icon("languages"), html.Span(name, className="wide")],
                href=f"/taal/{code}",
                className="tool",
                lang=code,
                **aria(label=name),
            )
            for code, name in others
        ]
    )


def _scheme_toggle() -> Component:
    return dmc.ColorSchemeToggle(
        lightIcon=icon("sun"),
        darkIcon=icon("moon"),
        variant="subtle",
        size="44",
        className="tool",
        **aria(label=_("Licht of donker")),
    )


def _account(actor: Actor) -> Component:
    roles = ", ".join(str(ROLE_NAMES[role]) for role in Role if role in actor.roles)
    initials = "".join(word[0] for word in actor.name.split()[:: max(1, len(actor.name.split()) - 1)][:2]).upper()
    who = html.Summary(
        [
            html.Span(initials, className="avatar", **aria(hidden="true")),
            html.Span(actor.name, className="wide"),
            icon("chevron-down", className="wide"),
        ],
        className="tool",
        **aria(label=_("Ingelogd als {name}", name=actor.name)),
    )
    sign_out = html.Form(
        [
            dcc.Input(type="hidden", name="csrf_token", value=form_token()),
            html.Button([icon("log-out"), _("Uitloggen")], className="menu-item", type="submit"),
        ],
        action="/uitloggen",
        method="post",
    )
    password = html.A([icon("key-round"), _("Wachtwoord wijzigen")], href="/mijn-wachtwoord", className="menu-item")
    sheet = html.Div([html.P([html.Strong(actor.name), html.Span(roles)]), password, sign_out], className="sheet")
    return html.Details([who, sheet], className="menu")


def _navigation(pages: tuple[Page, ...]) -> Component:
    return html.Nav(html.Div(_links(pages)), className="side", **aria(label=_("Hoofdmenu")))


def _drawer(pages: tuple[Page, ...]) -> Component:
    inside = html.Nav(_links(pages), **aria(label=_("Hoofdmenu")))
    return dmc.Drawer(inside, id="drawer", title=_("Menu"), size="288px", padding="sm")


def _links(pages: tuple[Page, ...]) -> list[Component]:
    parts: list[Component] = []
    for heading, group in groupby(pages, key=lambda page: str(page.group or "")):
        if heading:
            parts.append(html.P(heading, className="nav-group"))
        parts.append(html.Ul([html.Li(_link(page)) for page in group]))
    return parts


def _link(page: Page) -> Component:
    return dcc.Link([icon(page.icon or "chevron-right"), str(page.title)], href=page.path, className="nav-link")
