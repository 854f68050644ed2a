"""Narrowing a trend page to one place, kind of school or age: a fold with a link for each."""

from collections.abc import Mapping

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.icons import icon
from dashboard.parts.trends.filters import Filters
from domain.register.narrowed import Narrow, Only
from i18n import _, lazy

HEADS = {Narrow.PLACE: lazy("Gemeente"), Narrow.SECTOR: lazy("Soort onderwijs"), Narrow.AGE: lazy("Leeftijd")}


def narrowing(path: str, now: Filters, offered: Mapping[Only, str]) -> Component:
    """What is chosen, with a link to let it go; else one fold for all choices."""
    if now.only:
        let_go = dcc.Link([icon("x"), _("Toon weer alles")], href=_at(path, now, None), className="link-button second")
        return html.Div([html.Strong(_("Alleen {name}", name=offered[now.only])), let_go], className="narrowed")
    summary = html.Summary([icon("map-pin"), _("Alleen één gemeente, schoolsoort of leeftijd")])
    lists = [_list(path, now, by, {one: name for one, name in offered.items() if one.by is by}) for by in Narrow]
    return html.Details([summary, html.Div(lists, className="narrow-lists")], className="twin how narrow")


def _list(path: str, now: Filters, by: Narrow, offered: Mapping[Only, str]) -> Component:
    links = [html.Li(dcc.Link(name, href=_at(path, now, one))) for one, name in offered.items()]
    return html.Div([html.P(str(HEADS[by]), className="found-head"), html.Ul(links)])


def _at(path: str, now: Filters, only: Only | None) -> str:
    return f"{path}?{now.narrowed(only).address}"
