"""Demand and supply line by line: who waits, what is free, what is missing, and the four quarters as small bars."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.buddying.coverage_words import in_days
from dashboard.parts.pieces import badge, card
from dashboard.parts.tables import Cell, Column, table
from domain.buddying.coverage import Line
from i18n import _, n_
from matching.coverage import Covered

MOST = 8


def coverage_table(lines: Sequence[Line], what: str, *, title: str, address: str = "") -> Component:
    """The most pressing lines; the rest folds away. `what` a line is of; with an `address` each name leads there."""
    busy = [one for one in lines if one.covered.open or sum(one.covered.asked)][:MOST]
    quiet = [one for one in lines if one not in busy]
    shown = table(_columns(what), [_row(one, address) for one in busy], caption=title) if busy else None
    rest = _rest(quiet, what, address) if quiet else None
    nothing = None if busy else html.P(_("In het laatste jaar vroeg nog niemand een buddy."), className="note")
    return card(nothing, shown, rest, title=title, className="coverage")


def bars(asked: Sequence[int]) -> Component:
    """A bar for each quarter, the last one last, with all of it together as a number."""
    top = max((*asked, 1))
    drawn = [html.Span(className="bar", style={"height": f"{100 * count / top:.0f}%"}) for count in asked]
    said = _("Per kwartaal: {counts}", counts=", ".join(str(count) for count in asked))
    picture = html.Span(drawn, className="small-bars", **aria(hidden="true"))
    return html.Span(
        [picture, html.Span(str(sum(asked))), html.Span(f" ({said})", className="unseen")], className="year"
    )


def _rest(lines: Sequence[Line], what: str, address: str) -> Component:
    head = _("Toon ook de andere {n}", n=len(lines))
    return html.Details(
        [html.Summary(head), table(_columns(what), [_row(one, address) for one in lines], caption=head)],
        className="more",
    )


def _columns(what: str) -> list[Column]:
    first = Column(what)
    numbers = (_("Wacht nu"), _("Vrije plekken"), _("Tekort"), _("Gevraagd in een jaar"), _("Wacht langst"))
    return [first, *(Column(name, numeric=True) for name in numbers), Column(_("Verwacht wachten"), numeric=True)]


def _row(one: Line, address: str) -> list[Cell]:
    line = one.covered
    name = dcc.Link(one.name, href=f"{address}{line.key}") if address else one.name
    longest = n_("{n} dag", "{n} dagen", line.longest) if line.open else "–"
    return [name, _waiting(line), line.free, _gap(line), bars(line.asked), longest, _expected(line)]


def _waiting(line: Covered) -> str:
    return (
        _("{open}, van wie {proposed} gevraagd", open=line.open, proposed=line.proposed)
        if line.proposed
        else str(line.open)
    )


def _gap(line: Covered) -> Cell:
    return badge(str(line.gap), "bad", symbol="triangle-alert") if line.gap else "–"


def _expected(line: Covered) -> Cell:
    return html.Span(in_days(line.wait), className="quiet" if line.wait.days is None else None)
