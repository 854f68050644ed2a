"""From published numbers to what is drawn and said of them: an amount with its interval, rows, alternative texts."""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor

from i18n import _, month, number
from reports.document import Amount, Row, Table
from trends import text
from trends.disclosure import Sum
from trends.intervals import poisson_interval
from trends.periods import first_day
from trends.rises import Change, State, strongest_first

NOTHING = "–"


def amount(count: Sum | None) -> Amount | None:
    """The number with the 95 % interval of what lies behind it, its rounding counted in."""
    if count is None:
        return None
    low, high = floor(poisson_interval(count.low).low), ceil(poisson_interval(count.high).high)
    return Amount(text.amount(count), count.shown or None, low, high)


def said(one: Amount | None) -> str:
    return one.text if one else NOTHING


def between(one: Amount | None) -> str:
    """`15–40`, or a dash where no number is shown."""
    return f"{number(one.low)}–{number(one.high)}" if one and one.drawn else NOTHING


def months_named(months: range, *, year: bool = True) -> str:
    """`aug–okt 2026`, short enough for a legend."""
    first, last = (month(first_day(one), short=True) for one in (months.start, months[-1]))
    named = first if len(months) == 1 else f"{first}–{last}"
    return f"{named} {first_day(months[-1]).year}" if year else named


def school_year_named(year: int) -> str:
    return f"{year}–{year + 1}"


def heard(rows: Iterable[Row], series: tuple[str, str]) -> str:
    """Every number of a chart in one sentence each, for who can't see it."""
    return " ".join(
        _("{name}: {series} {n}, {earlier} {before}.", name=row.name, series=series[0], n=said(row.now),
          earlier=series[1], before=said(row.before))
        for row in rows
    )  # fmt: skip


def counted(caption: str, about: str, series: tuple[str, str], rows: Sequence[Row]) -> Table:
    """The table that says what a chart draws."""
    columns = (about, series[0], _("Waarschijnlijk tussen"), series[1])
    return Table(
        caption,
        columns,
        tuple((row.name, said(row.now), between(row.now), said(row.before)) for row in rows),
        (1, 2, 3),
    )


def changed(changes: Mapping[str, Change], about: str) -> Table:
    """What the test says of each, the surest first."""
    columns = (about, _("Jaar eerder"), _("Nu"), _("Factor"), _("Waarschijnlijk tussen"), _("Stand"))
    rows = tuple(_change(name, changes[name]) for name in strongest_first(changes))
    return Table(_("Wat er verandert"), columns, rows, (1, 2, 3, 4))


def _change(name: str, change: Change) -> tuple[str, ...]:
    before, recent = text.amount(change.before), text.amount(change.recent)
    if change.ratio is None:
        return name, before, recent, NOTHING, NOTHING, text.state(change.state)
    ratio, low = number(round(change.ratio, 1)), number(round(change.low, 1))
    high = number(round(change.high, 1)) if change.high < 1000 else _("geen bovengrens")
    return name, before, recent, ratio, f"{low}–{high}", text.state(change.state)


def findings(changes: Mapping[str, Change], most: int = 3) -> tuple[str, ...]:
    """A sentence about each of the surest changes; about none when nothing can be said."""
    names = [name for name in strongest_first(changes) if changes[name].state is not State.TOO_LITTLE]
    return tuple(text.over_chart(name, changes[name]) for name in names[:most])
