"""Headings with what is known about each, as a list that a screen reader can follow."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component


def facts(rows: Iterable[tuple[str, str | Component]]) -> Component:
    return html.Dl([part for heading, text in rows for part in (html.Dt(heading), html.Dd(text))], className="facts")
