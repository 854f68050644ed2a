"""On the page of a buddy: when they were at training and at peer supervision."""

from collections.abc import Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.parts.pieces import card, link_button
from i18n import _, day
from store.queries.buddying.buddy_attendance import SUPERVISION

PATH = "/werk/buddys/intervisie"
SHOWN = 6


def meetings_card(met: Sequence[tuple[str, date]]) -> Component:
    """Kind and day, the last first."""
    lines = [html.Li([html.Span(day(on, year=True)), html.Span(kind_name(kind), className="note")]) for kind, on in met]
    rest = len(lines) - SHOWN
    older = html.P(_("En {n} keer eerder.", n=rest), className="note") if rest > 0 else None
    none = html.P(_("Nog niet genoteerd."), className="note")
    shown = [html.Ul(lines[:SHOWN], className="list"), older] if lines else [none]
    note = link_button(_("Noteer wie er was"), PATH, symbol="list-checks", primary=False)
    return card(*shown, html.Div(note, className="actions seats-actions"), title=_("Intervisie en training"))


def kind_name(kind: str) -> str:
    return _("intervisie") if kind == SUPERVISION else _("training")
