"""Headings with what is known about each, as a list that a screen reader can follow."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from i18n import _

Fact = tuple[str, str | Component]


def facts(rows: Iterable[Fact]) -> Component:
    return html.Dl([part for heading, text in rows for part in (html.Dt(heading), html.Dd(text))], className="facts")


def ways_to_reach(phone: str | None, email: str | None) -> list[Fact]:
    """A number to tap and an address to write to, of whatever was given."""
    rows: list[Fact] = []
    if phone:
        rows.append((_("Telefoon"), html.A(phone, href=f"tel:{phone.replace(' ', '')}")))
    if email:
        rows.append((_("E-mail"), html.A(email, href=f"mailto:{email}")))
    return rows
