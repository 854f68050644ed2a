"""One thing that a section shows: a title that says it, a figure, and the same numbers as rows for table and file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.parts.chart import chart
from dashboard.parts.pieces import card
from dashboard.parts.tables import Column, table
from dashboard.parts.trends.foot import how, save
from dashboard.parts.trends.methods import Method

Plain = str | int | float | None


@dataclass(frozen=True)
class Both:
    """One cell: `value` goes into a file, `screen` says the same for who looks."""

    value: Plain
    screen: Component | str


Cell = Plain | Both


@dataclass(frozen=True)
class Finding:
    """`title` is what was found, `about` how many and which period; without a figure the table itself is shown.

    `tall` is its height on a phone, where it differs.
    """

    key: str
    title: str
    about: str
    columns: Sequence[Column | str]
    rows: Sequence[Sequence[Cell]]
    method: Method
    figure: dict[str, Any] | None = None
    height: int = 320
    tall: int = 0
    below: Sequence[Component] = field(default=())


def drawn(finding: Finding, prefix: str, note: str) -> Component:
    """On screen; `note` says how fresh the numbers are and what is hidden."""
    rows = [[cell.screen if isinstance(cell, Both) else cell for cell in row] for row in finding.rows]
    foot = [*finding.below, how(finding.method), save(prefix, finding.key, picture=finding.figure is not None)]
    if finding.figure is None:
        inside = table(finding.columns, rows, caption=finding.title)
        said = html.P(finding.about, className="chart-says")
        return card(said, inside, html.P(note, className="note"), *foot, title=finding.title, className="found")
    return chart(
        finding.figure,
        id=f"{prefix}-{finding.key}",
        title=finding.title,
        sentence=finding.about,
        columns=finding.columns,
        rows=rows,
        height=finding.height,
        tall=finding.tall,
        note=note,
        foot=foot,
    )


def values(row: Sequence[Cell]) -> list[Plain]:
    """A row as it goes into a file."""
    return [cell.value if isinstance(cell, Both) else cell for cell in row]
