"""The numbers of a school year as rows for a file: exactly those that are on screen."""

from collections.abc import Iterator

from dashboard.parts.numbers.csv_file import csv_file
from dashboard.parts.numbers.school_year import months_in_words, said, years_of
from domain.register.overview import Overview
from i18n import _
from trends import text
from trends.disclosure import Sum

Row = list[str | int]


def school_year_file(overview: Overview, note: str) -> str:
    """Every number of the charts and what is said of each change; `note` and the freshness close the file."""
    this, before = years_of(overview)
    head: Row = [_("Soort"), _("Wat"), this, before, _("Stand")]
    end: Row = [text.freshness(overview.updated, overview.until), note]
    return csv_file([head, *_rows(overview), [], end])


def _rows(overview: Overview) -> Iterator[Row]:
    for point in overview.points:
        yield [_("Periode"), months_in_words(point.months), _number(point.now), _number(point.before), ""]
    for bar in overview.bars:
        change = overview.changes.get(bar.name)
        state = text.state(change.state) if change else ""
        yield [_("Onderwerp"), bar.name, _number(bar.now), _number(bar.before), state]
    for bar in overview.places:
        yield [_("Gemeente"), bar.name, _number(bar.now), _number(bar.before), ""]


def _number(count: Sum | None) -> str | int:
    if count is None or (count.hidden and not count.shown):
        return said(count)
    return count.shown
