"""Demand and supply line by line: who waits, what is free, what is missing, and the four quarters as small bars."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.coverage.coverage_words import in_days
from dashboard.parts.pieces import badge, card
from dashboard.parts.tables import Cell, Column, table
from domain.matchmaking.coverage import Line
from i18n import _, n_
from matching.coverage import Covered

MOST = 8
BAR = "0.45rem"


def coverage_table(lines: Sequence[Line], what: str, *, title: str, address: str = "") -> Component:
    """The most pressing lines; the rest folds away. `what` a line is of; with an `address` each name leads there."""
    busy = [one for one in lines if one.covered.open or any(one.covered.asked)]
    quiet = [one for one in lines if one not in busy]
    nothing = None if busy else html.P(_("In het laatste jaar vroeg nog niemand een buddy."), className="note")
    parts = [nothing, _table(busy[:MOST], what, title, address), _rest(busy[MOST:], what, address), _quiet(quiet, what)]
    return card(*parts, title=title, className="coverage")


def bars(asked: Sequence[int]) -> Component:
    """A bar for each quarter, the last one last, with all of it together as a number.

    The bars are one drawing: as pieces of their own they make a browser slow in a long table.
    """
    said = _("Per kwartaal: {counts}", counts=", ".join(str(count) for count in asked))
    picture = html.Span(className="small-bars", style={"background": _drawn(asked)}, **aria(hidden="true"))
    return html.Span([picture, str(sum(asked)), html.Span(f" ({said})", className="unseen")], className="year")


def _drawn(asked: Sequence[int]) -> str:
    """Each bar as a background that begins further to the right."""
    top = max((*asked, 1))
    places = ((f"{100 * at / (len(asked) - 1):.0f}%", f"{100 * count / top:.0f}%") for at, count in enumerate(asked))
    return ",".join(f"linear-gradient(var(--series-1) 0 0) {left} 100%/{BAR} {high} no-repeat" for left, high in places)


def _rest(lines: Sequence[Line], what: str, address: str) -> Component | None:
    head = _("Toon ook de andere {n}", n=len(lines))
    table_of = _table(lines, what, head, address)
    return html.Details([html.Summary(head), table_of], className="more") if table_of else None


def _quiet(lines: Sequence[Line], what: str) -> Component | None:
    """Where nobody waits and nobody asked: only what there is."""
    if not lines:
        return None
    head = _("Waar dit jaar niemand naar vroeg ({n})", n=len(lines))
    rows: list[list[Cell]] = [[one.name, one.covered.free] for one in lines]
    columns = [Column(what), Column(_("Vrije plekken"), numeric=True)]
    return html.Details([html.Summary(head), table(columns, rows, caption=head)], className="more")


def _table(lines: Sequence[Line], what: str, caption: str, address: str) -> Component | None:
    return table(_columns(what), [_row(one, address) for one in lines], caption=caption) if lines else None


def _columns(what: str) -> list[Column]:
    first = Column(what)
    numbers = (_("Wacht nu"), _("Vrije plekken"), _("Tekort"), _("Gevraagd in een jaar"), _("Wacht langst"))
    return [first, *(Column(name, numeric=True) for name in numbers), Column(_("Verwacht wachten"), numeric=True)]


def _row(one: Line, address: str) -> list[Cell]:
    line = one.covered
    name = dcc.Link(one.name, href=f"{address}{line.key}") if address else one.name
    longest = n_("{n} dag", "{n} dagen", line.longest) if line.open else "–"
    return [
        name,
        _waiting(line),
        line.free,
        _gap(line),
        bars(line.asked) if any(line.asked) else 0,
        longest,
        in_days(line.wait),
    ]


def _waiting(line: Covered) -> str:
    return (
        _("{open}, van wie {proposed} gevraagd", open=line.open, proposed=line.proposed)
        if line.proposed
        else str(line.open)
    )


def _gap(line: Covered) -> Cell:
    return badge(str(line.gap), "bad", symbol="triangle-alert") if line.gap else "–"
