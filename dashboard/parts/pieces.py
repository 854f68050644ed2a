"""The small pieces that pages are made of."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.icons import icon

Children = Any  # a component, a text, or a list of them

TONES = ("plain", "good", "warn", "bad", "accent")


def page_header(
    title: str, sentence: str = "", action: Children = None, *, back: tuple[str, str] | None = None
) -> Component:
    """The heading of a page, a sentence about it and its most important action; `back` is an address and its name."""
    texts: list[Component] = [html.H1(title)]
    if back:
        texts.insert(0, dcc.Link([icon("arrow-left"), back[1]], href=back[0], className="back"))
    if sentence:
        texts.append(html.P(sentence, className="lead"))
    return html.Div(
        [html.Div(texts), html.Div(action, className="actions") if action else None], className="page-header"
    )


def card(*children: Children, title: str = "", action: Children = None, className: str = "") -> Component:  # noqa: N803
    """A white sheet for what belongs together."""
    head = html.Div([html.H2(title), action], className="card-head") if title else None
    return html.Section([head, *children], className=f"card {className}".strip())


def kpi(label: str, value: str, *, note: str = "", symbol: str | None = None, href: str | None = None) -> Component:
    """One number that matters, with what it means below it."""
    inside = [
        html.Div([html.Span(label), icon(symbol) if symbol else None], className="kpi-label"),
        html.Div(value, className="kpi-value"),
        html.Div(note, className="kpi-note") if note else None,
    ]
    return dcc.Link(inside, href=href, className="card kpi") if href else html.Div(inside, className="card kpi")


def kpis(*cards: Component) -> Component:
    return html.Div(list(cards), className="kpis")


def empty_state(title: str, sentence: str, *, symbol: str = "inbox", action: Children = None) -> Component:
    """What stands in an empty list: why it is empty and what to do."""
    return html.Div([icon(symbol), html.P(title, className="empty-title"), html.P(sentence), action], className="empty")


def badge(text: str, tone: str = "plain", *, symbol: str | None = None) -> Component:
    """A state in a word; the tone only underlines what the word says."""
    if tone not in TONES:
        raise ValueError(f"No tone called {tone!r}")
    return html.Span([icon(symbol) if symbol else None, text], className=f"badge {tone}")


def notice(*children: Children, tone: str = "accent", symbol: str = "info") -> Component:
    """Something the reader should know before going on."""
    return html.Div([icon(symbol), html.Div(list(children))], className=f"notice {tone}")


def link_button(text: str, href: str, *, symbol: str | None = None, primary: bool = True) -> Component:
    """A link that looks like a button, for going somewhere; a real button is for doing something."""
    inside = [icon(symbol) if symbol else None, text]
    return dcc.Link(inside, href=href, className="link-button" if primary else "link-button second")
