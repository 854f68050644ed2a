"""Gatherings that stand on closed days already, with the way to each of them."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.gatherings.event_words import PATH, hours
from dashboard.parts.pieces import notice
from i18n import _, day, n_
from store.queries.gatherings.events import EventFacts

MOST = 8


def warning(found: Sequence[EventFacts]) -> Component | None:
    """Before somebody closes these days: what stands there, and that it stays unless they act."""
    if not found:
        return None
    head = n_(
        "Op deze dagen staat al {n} bijeenkomst. Zij blijft staan: verplaats haar of zeg haar zelf af.",
        "Op deze dagen staan al {n} bijeenkomsten. Zij blijven staan: verplaats ze of zeg ze zelf af.",
        len(found),
    )
    return notice(html.P(head), links(found), tone="warn", symbol="info")


def links(found: Sequence[EventFacts]) -> Component:
    """One line each; what is too much for a glance is only counted."""
    lines = [html.Li(dcc.Link(_in_words(one), href=f"{PATH}/{one.id}")) for one in found[:MOST]]
    if len(found) > MOST:
        lines.append(html.Li(_("En nog {n}.", n=len(found) - MOST)))
    return html.Ul(lines, className="plain-list")


def _in_words(one: EventFacts) -> str:
    return f"{day(one.starts_at)}, {hours(one)}: {one.title}, {one.municipality}"
