"""Tables of plain HTML: read well by a screen reader, cards on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.parts.attributes import data

Cell = Component | str | int | float | None


@dataclass(frozen=True)
class Column:
    """`numeric` aligns to the end, so that the digits of a column stand under each other."""

    title: str
    numeric: bool = False


def table(
    columns: Sequence[Column | str], rows: Sequence[Sequence[Cell]], *, caption: str, show_caption: bool = False
) -> Component:
    """One row per item; the first cell of a row is its heading. `caption` tells what the table holds."""
    known = [column if isinstance(column, Column) else Column(column) for column in columns]
    head = html.Tr(
        [html.Th(column.title, scope="col", className=_side(column), role="columnheader") for column in known],
        role="row",
    )
    body = [
        html.Tr(
            [_cell(column, cell, first=i == 0) for i, (column, cell) in enumerate(zip(known, row, strict=True))],
            role="row",
        )
        for row in rows
    ]
    said = html.Caption(caption, className=None if show_caption else "unseen")
    drawn = html.Table(
        [said, html.Thead(head, role="rowgroup"), html.Tbody(body, role="rowgroup")], className="table", role="table"
    )
    return html.Div(drawn, className="table-frame")


def _side(column: Column) -> str | None:
    return "numeric" if column.numeric else None


def _cell(column: Column, cell: Cell, *, first: bool) -> Component:
    label = data(label=column.title)
    if first:
        return html.Th(cell, scope="row", role="rowheader", className=_side(column), **label)
    return html.Td(cell, role="cell", className=_side(column), **label)
