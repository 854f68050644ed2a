"""Narrowing a trend page to one place, kind of school or age: a fold with a link for each, or a list to search."""

from collections.abc import Mapping

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.parts.icons import icon
from dashboard.parts.trends import filters as chosen
from dashboard.parts.trends.filters import Filters
from dashboard.parts.trends.kind import Kind
from domain.register.narrowed import Narrow, Only
from i18n import _, lazy
from i18n.dates import AMSTERDAM
from web.services import Services

HEADS = {Narrow.PLACE: lazy("Gemeente"), Narrow.SECTOR: lazy("Soort onderwijs"), Narrow.AGE: lazy("Leeftijd")}
SEARCH = "narrow"
MANY = 40
"""Of so many places nobody reads through the links."""


def narrowing(prefix: str, path: str, now: Filters, offered: Mapping[Only, str]) -> Component:
    """What is chosen, with a link to let it go; else one fold for all choices."""
    if now.only:
        let_go = dcc.Link([icon("x"), _("Toon weer alles")], href=_at(path, now, None), className="link-button second")
        return html.Div([html.Strong(_("Alleen {name}", name=offered[now.only])), let_go], className="narrowed")
    summary = html.Summary([icon("map-pin"), _("Alleen één gemeente, schoolsoort of leeftijd")])
    of = {by: {one: name for one, name in offered.items() if one.by is by} for by in Narrow}
    lists = [_search(prefix, by, of[by]) if len(of[by]) > MANY else _list(path, now, by, of[by]) for by in Narrow]
    return html.Details([summary, html.Div(lists, className="narrow-lists")], className="twin how narrow")


def register(kind: Kind, callbacks: Callbacks, services: Services) -> None:
    prefix = kind.prefix

    @callbacks(
        Output("address", "href", allow_duplicate=True),
        Input({"type": SEARCH, "page": prefix, "by": ALL}, "value"),
        *chosen.chosen_now(prefix),
        State(f"{prefix}-section", "data"),
        roles=kind.roles,
        prevent_initial_call=True,
    )
    def narrow(found: list[str | None], *asked: object) -> object:
        address = next(filter(None, found), None)
        with services.database.reading() as session:
            options = kind.options(session, services.now().astimezone(AMSTERDAM).date())
        now = chosen.filters(asked, options)
        only = next((one for one in options.only if one.address == address), None)
        return _at(kind.path, now, only) if now and only else no_update


def _list(path: str, now: Filters, by: Narrow, offered: Mapping[Only, str]) -> Component:
    links = [html.Li(dcc.Link(name, href=_at(path, now, one))) for one, name in offered.items()]
    return html.Div([html.P(str(HEADS[by]), className="found-head"), html.Ul(links)])


def _search(prefix: str, by: Narrow, offered: Mapping[Only, str]) -> Component:
    return dmc.Select(
        id={"type": SEARCH, "page": prefix, "by": by.value},
        label=str(HEADS[by]),
        data=[{"value": one.address, "label": name} for one, name in offered.items()],
        placeholder=_("Typ een naam"),
        nothingFoundMessage=_("Niets gevonden"),
        searchable=True,
        limit=MANY,
    )


def _at(path: str, now: Filters, only: Only | None) -> str:
    return f"{path}?{now.narrowed(only).address}"
