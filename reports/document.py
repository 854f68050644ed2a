"""What a report says, ready to be set: plain facts from published numbers, kept as they were when it was made."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class ChartKind(StrEnum):
    BARS = "bars"
    LINES = "lines"


@dataclass(frozen=True)
class Amount:
    """A published number: how it is printed and what is drawn of it, None where it is hidden.

    `low` and `high` are the ends of its interval, with the rounding counted in.
    """

    text: str
    drawn: int | None
    low: int
    high: int


@dataclass(frozen=True)
class Row:
    """One bar, or one point of a line; None where there is no number (yet)."""

    name: str
    now: Amount | None
    before: Amount | None


@dataclass(frozen=True)
class Chart:
    """`title` is the finding, `about` what the names of the rows are, `series` what now and before are called."""

    kind: ChartKind
    title: str
    alt: str
    about: str
    series: tuple[str, str]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Table:
    """A real table: `caption` tells what it holds, `numeric` which columns align to the end."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part of a report; whatever it has comes in the order of these fields."""

    title: str
    sentences: tuple[str, ...] = ()
    chart: Chart | None = None
    table: Table | None = None
    note: str = ""


@dataclass(frozen=True)
class Document:
    """A whole report without the words that people add; `lead` is the answer in a few words."""

    organisation: str
    title: str
    period: str
    lead: str
    sections: tuple[Section, ...]
    computed: tuple[str, ...]
    released: str
    language: str = "nl"
    invented: str = ""


@dataclass(frozen=True)
class Words:
    """What people add, and who stands for it: empty until somebody wrote or approved it."""

    opening: str = ""
    closing: str = ""
    approved: str = ""


def as_plain(document: Document) -> dict[str, Any]:
    """The document as data that can be stored; `from_plain` gives it back."""
    return asdict(document)


def from_plain(kept: Mapping[str, Any]) -> Document:
    """The document that was stored."""
    sections = tuple(_section(one) for one in kept["sections"])
    return Document(**{**kept, "sections": sections, "computed": tuple(kept["computed"])})


def _section(kept: Mapping[str, Any]) -> Section:
    chart, table = kept["chart"], kept["table"]
    return Section(
        title=kept["title"],
        sentences=tuple(kept["sentences"]),
        chart=_chart(chart) if chart else None,
        table=_table(table) if table else None,
        note=kept["note"],
    )


def _chart(kept: Mapping[str, Any]) -> Chart:
    rows = tuple(Row(one["name"], _amount(one["now"]), _amount(one["before"])) for one in kept["rows"])
    named = {"kind": ChartKind(kept["kind"]), "series": tuple(kept["series"]), "rows": rows}
    return Chart(**{**kept, **named})


def _amount(kept: Mapping[str, Any] | None) -> Amount | None:
    return Amount(**kept) if kept else None


def _table(kept: Mapping[str, Any]) -> Table:
    rows = tuple(tuple(row) for row in kept["rows"])
    return Table(kept["caption"], tuple(kept["columns"]), rows, tuple(kept["numeric"]))
