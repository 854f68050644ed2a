"""Counts from comma-separated text, checked line by line."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import pairwise
from math import isfinite

from i18n import _
from trends.counts_file.fault import BadCounts, at_line
from trends.counts_file.kinds import Kind, kind_of
from trends.counts_file.table import Series, Table

NEEDED = ("series", "period", "count")
KNOWN = (*NEEDED, "exposure")
MOST_EXPOSURE = 1e9

Line = tuple[int, Sequence[str]]


@dataclass(frozen=True)
class Row:
    line: int
    period: int
    count: int
    exposure: float


def read(text: str) -> Table:
    """The series in this text; raises `BadCounts`. Lines may stand in any order, a semicolon may stand for a comma."""
    lines = _lines(text)
    columns = _columns(next(lines, (1, []))[1])
    kind: Kind | None = None
    rows: dict[str, list[Row]] = {}
    for line, fields in lines:
        if len(fields) != len(columns):
            raise at_line(line, _("hier staan {n} velden, en {columns} kolommen", n=len(fields), columns=len(columns)))
        typed = {name: fields[at].strip() for name, at in columns.items()}
        kind = kind or _kind(typed["period"], line)
        rows.setdefault(typed["series"], []).append(_row(typed, line, kind))
    if kind is None:
        raise BadCounts(_("er staan geen aantallen in"))
    return Table(kind, tuple(_series(name, found, kind) for name, found in rows.items()), "exposure" in columns)


def _lines(text: str) -> Iterator[Line]:
    """The lines that are not empty, each with its number."""
    first = text.split("\n", 1)[0]
    delimiter = ";" if ";" in first and "," not in first else ","
    reader = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter, strict=True)
    try:
        yield from ((reader.line_num, fields) for fields in reader if any(field.strip() for field in fields))
    except csv.Error:
        raise at_line(reader.line_num, _("hier kloppen de aanhalingstekens niet")) from None


def _columns(header: Sequence[str]) -> Mapping[str, int]:
    names = [name.strip().lower() for name in header]
    for name in names:
        if name not in KNOWN:
            raise at_line(1, _("de kolom “{name}” kennen we niet", name=name))
        if names.count(name) > 1:
            raise at_line(1, _("de kolom “{name}” staat er twee keer", name=name))
    for name in NEEDED:
        if name not in names:
            raise at_line(1, _("de kolom “{name}” ontbreekt", name=name))
    return {name: names.index(name) for name in names}


def _kind(typed: str, line: int) -> Kind:
    if kind := kind_of(typed):
        return kind
    said = _("“{typed}” is geen periode; goed is 2026-11, 2026-W47 of een heel getal", typed=typed)
    raise at_line(line, said)


def _row(typed: Mapping[str, str], line: int, kind: Kind) -> Row:
    period = kind.number(typed["period"])
    if period is None:
        _kind(typed["period"], line)
        raise at_line(line, _("“{typed}” is een ander soort periode dan hierboven", typed=typed["period"]))
    if not re.fullmatch(r"[0-9]{1,7}", typed["count"]):
        raise at_line(line, _("“{typed}” is geen heel aantal van 0 of meer", typed=typed["count"]))
    return Row(line, period, int(typed["count"]), _exposure(typed.get("exposure", "1"), line))


def _exposure(typed: str, line: int) -> float:
    try:
        found = float(typed)
    except ValueError:
        found = -1.0
    if not (isfinite(found) and 0 <= found <= MOST_EXPOSURE):
        raise at_line(line, _("“{typed}” is geen getal van 0 of meer", typed=typed))
    return found


def _series(name: str, rows: list[Row], kind: Kind) -> Series:
    """The rows in order of time, without a gap and none of them twice."""
    rows.sort(key=lambda row: (row.period, row.line))
    for one, following in pairwise(rows):
        if following.period != one.period + 1:
            raise _not_next(name, one, following, kind)
    return Series(name, rows[0].period, tuple(row.count for row in rows), tuple(row.exposure for row in rows))


def _not_next(name: str, one: Row, following: Row, kind: Kind) -> BadCounts:
    told = {"series": name, "period": kind.text(following.period), "missing": kind.text(one.period + 1)}
    if following.period == one.period:
        return at_line(following.line, _("“{series}” staat er twee keer voor {period}", **told))
    return at_line(following.line, _("voor {period} ontbreekt {missing} van “{series}”", **told))
