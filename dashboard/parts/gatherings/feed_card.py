"""Following a calendar in one's own calendar program: the card with the secret link, and a new link when it is lost."""

from datetime import datetime
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, ctx, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.parts.attributes import aria
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card, notice
from domain.actors import Role
from domain.gatherings import feeds
from i18n import _, day, language, lazy
from i18n.texts import SOURCE
from store.states import FeedKind
from web.services import Services
from web.sessions import current_actor

WHAT = {
    FeedKind.COORDINATOR: lazy(
        "Alle bijeenkomsten, ook concepten, met hoeveel mensen komen. Er staan geen namen in. "
        "Uw agenda haalt ieder uur op wat er verandert."
    ),
    FeedKind.BUDDY: lazy(
        "Uw afspraken met ouders, en de oudercafés waar u gastvrouw of gastheer bent of voor gevraagd bent. "
        "Er staan geen namen in. Uw agenda haalt ieder uur op wat er verandert."
    ),
}


def feed_card(kind: FeedKind) -> Component:
    """Explains, says whether there is a link, and makes one or takes it back."""
    actions = [
        dmc.Button(
            _("Maak een nieuwe link"), id=_id(kind, "make"), variant="default", leftSection=icon("calendar-plus")
        ),
        dmc.Button(_("Trek de link in"), id=_id(kind, "revoke"), variant="default", className="take-back"),
    ]
    said = html.Div(id=_id(kind, "said"), className="stack", **aria(live="polite"))
    bar = html.Div(actions, className="actions")
    inside = html.Div([html.P(str(WHAT[kind])), said, bar], className="stack")
    return card(inside, title=_("Zet deze agenda in uw eigen agenda"))


def register_feed_card(callbacks: Callbacks, services: Services, kind: FeedKind, roles: frozenset[Role]) -> None:
    """What the card of this kind does; once per dashboard."""

    @callbacks(
        Output(_id(kind, "said"), "children"),
        Input(_id(kind, "make"), "n_clicks"),
        Input(_id(kind, "revoke"), "n_clicks"),
        roles=roles,
    )
    def show(_make: object, _revoke: object) -> list[Component]:
        pressed = ctx.triggered_id if ctx.triggered and ctx.triggered[0]["value"] else None
        if pressed == _id(kind, "make"):
            return _new(_made(services, kind))
        if pressed == _id(kind, "revoke"):
            with services.database.writing() as session:
                feeds.revoke(session, kind, by=current_actor(), now=services.now())
        with services.database.reading() as session:
            return _standing(feeds.made_at(session, kind, by=current_actor()))


def _made(services: Services, kind: FeedKind) -> str:
    with services.database.writing() as session:
        secret = feeds.make(session, kind, by=current_actor(), now=services.now())
    spoken = "" if language() == SOURCE else f"?taal={language()}"
    return f"{services.public_url}/agenda/feed/{secret}.ics{spoken}"


def _new(address: str) -> list[Component]:
    """The only moment at which the link can be seen."""
    once = _("U ziet deze link één keer. Wie de link heeft, ziet deze agenda: geef haar aan niemand anders.")
    how = _("Kies in uw agenda “abonneren” of “agenda toevoegen via URL” en plak de link.")
    copied: dict[str, Any] = {"copiedChildren": _("Gekopieerd"), "buttonProps": {"variant": "default"}}
    return [
        notice(html.P(once), html.P(how), symbol="key-round"),
        html.P(html.Code(address), className="address"),
        html.Div(dmc.CopyButton(value=address, children=_("Kopieer link"), **copied), className="actions"),
    ]


def _standing(made: datetime | None) -> list[Component]:
    if made is None:
        return [html.P(_("U hebt nog geen link."), className="no-feed")]
    lost = _("Bent u haar kwijt? Maak een nieuwe link. De oude werkt dan niet meer.")
    return [html.P(_("U hebt een link, gemaakt op {day}.", day=day(made)) + " " + lost)]


def _id(kind: FeedKind, part: str) -> str:
    return f"feed-{kind.value}-{part}"
