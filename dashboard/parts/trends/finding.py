"""One thing that a section shows: a title that says it, a figure, and the same numbers as rows for table and file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.parts.chart import chart
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card
from dashboard.parts.tables import Column, table
from dashboard.parts.trends.foot import how, save
from dashboard.parts.trends.methods import Method
from i18n import _

SHORT = 3  # so many rows more are not worth folding away
ON_SCREEN = 100  # rows of one table; more than a region has municipalities, fewer than a country
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

    `tall` is its height on a phone, where it differs; of a table `first` rows are shown and the rest is folded away.
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
    first: int = 0
    below: Sequence[Component] = field(default=())


def drawn(finding: Finding, prefix: str, note: str) -> Component:
    """On screen; `note` says how fresh the numbers are and what is hidden."""
    rows = [[cell.screen if isinstance(cell, Both) else cell for cell in row] for row in finding.rows[:ON_SCREEN]]
    foot = [
        *_in_the_file(finding),
        *finding.below,
        how(finding.method),
        save(prefix, finding.key, picture=finding.figure is not None),
    ]
    if finding.figure is None:
        inside, said = _table(finding, rows), html.P(finding.about, className="chart-says")
        fresh = html.P(note, className="note") if note else None
        return card(said, inside, fresh, *foot, title=finding.title, className="found")
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


def _table(finding: Finding, rows: Sequence[Sequence[Any]]) -> Component:
    """The first rows, and all others behind one touch; on paper and in files they are all there."""
    first = finding.first or len(rows)
    drawn = table(finding.columns, rows[:first], caption=finding.title)
    if len(rows) <= first + SHORT:
        return table(finding.columns, rows, caption=finding.title)
    more = html.Summary([icon("chevron-down"), _("Toon ook de andere {n}", n=len(rows) - first)])
    rest = table(finding.columns, rows[first:], caption=_("{title}: de andere", title=finding.title))
    return html.Div([drawn, html.Details([more, rest], className="twin")])


def _in_the_file(finding: Finding) -> Sequence[Component]:
    if len(finding.rows) <= ON_SCREEN:
        return ()
    said = _("De tabel toont de eerste {n} van {all} regels. Alle regels staan in het bestand: CSV of Excel.",
             n=ON_SCREEN, all=len(finding.rows))  # fmt: skip
    return (html.P(said, className="note"),)


def values(row: Sequence[Cell]) -> list[Plain]:
    """A row as it goes into a file."""
    return [cell.value if isinstance(cell, Both) else cell for cell in row]
