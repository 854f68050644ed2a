"""What was published, as cells of the lattice: nothing here can reach an exact count."""

from collections.abc import Collection, Mapping

from sqlalchemy.orm import Session

from store.queries import published_trends as numbers
from trends.disclosure import Protected, Sum, total
from trends.lattice import GROUP, TOPIC, Cell, Level

YEAR_EARLIER = {GROUP: 4, TOPIC: 1}


def published(session: Session, levels: Collection[str] | None = None) -> dict[Cell, Protected]:
    """Everything that was published, or what was of some levels, as the pure rooms know it."""
    return {
        Cell(one.level, one.period, one.group, one.topic, one.municipality, one.aspect): Protected(
            one.value, one.threshold
        )
        for one in numbers.published(session, levels)
    }


def beside_year_earlier(cells: Mapping[Cell, Protected], level: Level, period: int) -> dict[str, tuple[Sum, Sum]]:
    """By code of group or topic: (what is published of this period, of the period a year earlier), where both are."""
    pairs = {}
    for cell, shown in cells.items():
        before = cells.get(Cell(cell.level, period - YEAR_EARLIER[level], cell.group, cell.topic))
        if (cell.level, cell.period) == (level.key, period) and before:
            pairs[cell.topic or cell.group] = total([shown]), total([before])
    return pairs
