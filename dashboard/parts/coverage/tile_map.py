"""The municipalities as tiles that lie as on the map: who waits there, and the places of buddies who can come."""

from collections.abc import Mapping, Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.chart import twin
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card
from dashboard.parts.tables import Cell, Column
from domain.matchmaking.coverage import Line
from i18n import _, n_
from matching.coverage import Covered

NETWORK = "/werk/netwerk?gemeente="
LOOKS = {"short": "triangle-alert", "enough": "check", "quiet": "minus"}


def tile_map(places: Sequence[Line], spots: Mapping[str, tuple[int, int]]) -> Component:
    """A picture of words: read from west to east and north to south, with the same as a table."""
    by_place = {one.covered.key: one for one in places}
    order = sorted((code for code in spots if code in by_place), key=lambda code: spots[code])
    drawn = [_tile(by_place[code], *spots[code]) for code in order]
    sentence = _("Ouders die wachten, en vrije plekken bij buddy's die daar kunnen langskomen. Bellen kan overal.")
    title = _("Op de kaart")
    columns: list[Column | str] = [
        _("Gemeente"),
        Column(_("Wacht nu"), numeric=True),
        Column(_("Vrije plekken"), numeric=True),
        _("Stand"),
    ]
    return card(
        html.P(sentence, className="chart-says"),
        html.Div(html.Ul(drawn, className="tiles"), className="tile-frame"),
        twin(title, columns, [_row(by_place[code]) for code in order]),
        title=title,
    )


def look(line: Covered) -> str:
    """`short` when more wait than there are places, `enough` when everybody has one, `quiet` when nobody waits."""
    if line.gap:
        return "short"
    return "enough" if line.open else "quiet"


def _said(line: Covered) -> str:
    if line.gap:
        return n_("{n} plek te weinig", "{n} plekken te weinig", line.gap)
    return _("genoeg plek") if line.open else _("niemand wacht")


def _tile(one: Line, row: int, column: int) -> Component:
    line, kind = one.covered, look(one.covered)
    inside = [
        html.Span(one.name, className="tile-name"),
        html.Span(n_("{n} wacht", "{n} wachten", line.open)),
        html.Span(n_("{n} plek", "{n} plekken", line.free)),
        html.Span([icon(LOOKS[kind]), _said(line)], className="tile-says"),
    ]
    where = {"gridRow": str(row + 1), "gridColumn": str(column + 1)}
    return html.Li(dcc.Link(inside, href=f"{NETWORK}{line.key}", className=f"tile {kind}"), style=where)


def _row(one: Line) -> list[Cell]:
    return [one.name, one.covered.open, one.covered.free, _said(one.covered)]
