"""A chart with what it says in words and its numbers in a table; the only place that draws a graph."""

from collections.abc import Sequence
from typing import Any

import orjson
from dash import dcc, html
from dash.development.base_component import Component
from plotly.basedatatypes import BaseFigure

from dashboard.parts.attributes import aria
from dashboard.parts.icons import icon
from dashboard.parts.tables import Cell, Column, table
from i18n import _, language

GRAPH = "chart"
SOURCE = "chart-source"
PICTURE = "chart-picture"  # a button that saves it


def chart(
    figure: BaseFigure | dict[str, Any],
    *,
    id: str,  # noqa: A002 - as every component calls it
    title: str,
    sentence: str,
    columns: Sequence[Column | str],
    rows: Sequence[Sequence[Cell]],
    height: int = 320,
    tall: int = 0,
    note: str = "",
    foot: Sequence[Component] = (),
) -> Component:
    """The figure under its title and sentence, with its numbers behind "Toon als tabel"; `note` says how fresh it is.

    `tall` is its height on a phone where it differs; `foot` stands below all of it.
    The browser adds the colours of the present scheme. To renew a chart, a callback returns a new one whole.
    """
    source = figure if isinstance(figure, dict) else orjson.loads(figure.to_json())
    inside = [
        html.Figcaption([html.H2(title), html.P(sentence, className="chart-says")]),
        dcc.Store(id={"type": SOURCE, "chart": id}, data=source),
        _drawing(id, height, tall or height),
        twin(title, columns, rows),
        html.P(note, className="note") if note else None,
        *foot,
    ]
    return html.Figure(inside, className="card chart")


def _drawing(id: str, height: int, tall: int) -> Component:  # noqa: A002
    config: Any = _config(id)
    key = {"type": GRAPH, "chart": id}
    graph = dcc.Graph(id=key, config=config, responsive=True, style={"height": "var(--height)"})  # noqa: TID251 - only here
    measures = {"--wide": f"{height}px", "--tall": f"{tall}px"}
    return html.Div(graph, className="chart-drawing", style=measures, **aria(hidden="true"))


def _config(id: str) -> dict[str, Any]:  # noqa: A002
    return {
        "displayModeBar": False,
        "displaylogo": False,
        "showSendToCloud": False,
        "locale": language(),
        "toImageButtonOptions": {"filename": id},
    }


def twin(title: str, columns: Sequence[Column | str], rows: Sequence[Sequence[Cell]]) -> Component:
    """The same as a table, folded away."""
    summary = html.Summary([icon("table"), _("Toon als tabel")])
    return html.Details([summary, table(columns, rows, caption=title)], className="twin")
