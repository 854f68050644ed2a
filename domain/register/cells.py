"""What was published, as cells of the lattice: nothing here can reach an exact count."""

from collections.abc import Collection, Mapping

from sqlalchemy.orm import Session

from store.queries.numbers import published_trends as numbers
from trends.disclosure import Protected, Sum, total
from trends.lattice import BY_KEY, GROUP, PERIODS_OF, TOPIC, Cell, Level

YEAR_EARLIER = {GROUP: 4, TOPIC: 1}


def published(
    session: Session,
    levels: Collection[str] | None = None,
    years: Collection[int] | None = None,
    *,
    part: str | None = None,
) -> dict[Cell, Protected]:
    """Everything that was published, as the pure rooms know it; or what was of some levels, of them only the periods
    in some school years, and of these only one `part`: a municipality or an aspect.

    A whole country has tens of thousands of cells, and no page needs them all.
    """
    periods = None if levels is None else {level: _in_years(level, years) for level in levels}
    return {Cell(*one[:-2]): Protected(one.value, one.threshold) for one in numbers.published(session, periods, part)}


def _in_years(level: str, years: Collection[int] | None) -> list[int] | None:
    period = BY_KEY[level].period
    return None if years is None else sorted(one for year in years for one in PERIODS_OF[period](year))


def beside_year_earlier(cells: Mapping[Cell, Protected], level: Level, period: int) -> dict[str, tuple[Sum, Sum]]:
    """By code of group or topic: (what is published of this period, of the period a year earlier), where both are."""
    pairs = {}
    for cell, shown in cells.items():
        before = cells.get(Cell(cell.level, period - YEAR_EARLIER[level], cell.group, cell.topic))
        if (cell.level, cell.period) == (level.key, period) and before:
            pairs[cell.topic or cell.group] = total([shown]), total([before])
    return pairs
