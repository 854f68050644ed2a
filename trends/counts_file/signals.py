"""The signals of a table of counts, for each of both methods."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from trends import text
from trends.counts_file.table import Table
from trends.farrington.flexible import bounds
from trends.farrington.options import Options
from trends.farrington.reference import first_possible
from trends.predictive import judged, left_out

RISES = ("series", "period", "observed", "expected", "lower", "upper", "p", "q", "state")
FARRINGTON = ("series", "period", "observed", "expected", "threshold", "alarm")

Fields = tuple[object, ...]


def rises(table: Table, tested: range, frequency: int, window: int) -> list[Fields]:
    """A row per series and tested period, by series; none where less than a year came before.

    All series of one period are judged together. `observed` and what follows are of the `window` periods up to it.
    """
    counts, periods = table.counts(), table.periods(frequency)
    found: list[tuple[int, Fields]] = []
    for period in tested:
        rows = _long_enough(table, period, left_out(frequency, window) + frequency - 1)
        until = slice(0, period - table.first + 1)
        if not rows:
            continue
        for row, one in zip(rows, judged(counts[rows, until], periods.of(rows).part(until), window), strict=True):
            expected, *chances = (_short(number) for number in (one.expected, one.p, one.q))
            seen = one.observed, expected, one.lower, one.upper, *chances, text.state(one.state)
            found.append((row, (*_named(table, row, period), *seen)))
    return _by_series(found)


def farrington(table: Table, tested: range, options: Options) -> list[Fields]:
    """A row per series and tested period, by series; none where the method does not report."""
    counts = table.counts()
    found: list[tuple[int, Fields]] = []
    for period in tested:
        rows, at = _long_enough(table, period, first_possible(options)), period - table.first
        if not rows:
            continue
        limits = bounds(counts[rows], at, options)
        columns = limits.expected, limits.threshold, limits.alarm, limits.reported
        for row, expected, threshold, alarm, reported in zip(rows, *(one.tolist() for one in columns), strict=True):
            if reported:
                seen = int(counts[row, at]), _short(expected), threshold, int(alarm)
                found.append((row, (*_named(table, row, period), *seen)))
    return _by_series(found)


def as_text(header: Sequence[str], rows: Iterable[Fields]) -> str:
    written = StringIO()
    csv.writer(written, lineterminator="\n").writerows([header, *rows])
    return written.getvalue()


def _long_enough(table: Table, period: int, before: int) -> list[int]:
    """The rows of the series that have this period and as many before it."""
    return [row for row, one in enumerate(table.series) if one.first + before <= period <= one.last]


def _named(table: Table, row: int, period: int) -> tuple[str, str]:
    return table.series[row].name, table.kind.text(period)


def _by_series(found: list[tuple[int, Fields]]) -> list[Fields]:
    return [fields for _row, fields in sorted(found, key=lambda one: one[0])]


def _short(number: float) -> str:
    return f"{number:.10g}"
