"""What came of an improvement: before and after, by published numbers alone.

Nothing here can reach an exact count, whoever asks: what is told outside must be what may be seen outside.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from domain.register.cells import published
from i18n import _
from store.queries import choices
from trends.before_after import QUARTERS, SCHOOL_YEARS, Around, Rhythm, around
from trends.disclosure import Protected, Sum, total
from trends.lattice import ALL, GROUP, TOPIC, Cell
from trends.rises import Change, judge

EVERYTHING = "*"
CellOf = Callable[[int], Iterable[Cell]]


@dataclass(frozen=True)
class Row:
    """One topic or group, or everything; `change` is None while there are no numbers on both sides.

    `before` and `after` are the months of the periods that are compared; `known_from` is when the first number of after
    the beginning comes out.
    """

    code: str
    name: str
    by_quarter: bool
    before: tuple[range, ...]
    after: tuple[range, ...]
    known_from: date
    change: Change | None


@dataclass(frozen=True)
class Effect:
    """`meanwhile` is everything together: what changes everywhere is no sign of what was improved here."""

    rows: tuple[Row, ...]
    meanwhile: Row | None

    @property
    def known(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.change)


def of(session: Session, topics: Collection[str], starts_on: date) -> Effect:
    """Each topic by school years and its group by quarters, each group by quarters, all questions beside them."""
    cells, names = published(session), choices.topic_names(session)
    asked = _asked(session, topics)
    found = {code: _pair(cells, starts_on, *one) for code, one in asked.items()}
    judged = judge({code: pair for code, (_periods, pair) in found.items() if pair})
    rows = tuple(_row(code, names.get(code, code), asked[code][0], found[code][0], judged) for code in asked)
    periods, pair = _pair(cells, starts_on, QUARTERS, _all)
    meanwhile = judge({EVERYTHING: pair}) if pair else {}
    return Effect(rows, _row(EVERYTHING, _("Alle vragen samen"), QUARTERS, periods, meanwhile) if meanwhile else None)


def _asked(session: Session, topics: Collection[str]) -> dict[str, tuple[Rhythm, CellOf]]:
    """Which numbers tell of each topic and group: how they come out, and where they stand."""
    groups, every = choices.topic_groups(session), choices.topics(session, ended=True)
    group_of = {one.code: one.group_code for one in every}
    asked: dict[str, tuple[Rhythm, CellOf]] = {}
    for code in topics:
        group = group_of.get(code, code)
        if code in group_of:
            asked[code] = SCHOOL_YEARS, _topic(group, code)
        if group in groups:
            asked[group] = QUARTERS, _group(group)
    return asked


def _topic(group: str, code: str) -> CellOf:
    return lambda year: [Cell(TOPIC.key, year, group, code)]


def _group(code: str) -> CellOf:
    return lambda quarter: [Cell(GROUP.key, quarter, code)]


def _all(quarter: int) -> Iterable[Cell]:
    return [Cell(ALL.key, month) for month in QUARTERS.months_of(quarter)]


def _pair(
    cells: Mapping[Cell, Protected], starts_on: date, rhythm: Rhythm, cells_of: CellOf
) -> tuple[Around, tuple[Sum, Sum] | None]:
    """The periods that are published on both sides, with (after, before) when there are any."""
    months = [rhythm.period_of(cell.period) for cell in cells if cell.level == ALL.key]
    known = {period for period in set(months) if all(cell in cells for cell in cells_of(period))}
    periods = around(starts_on, rhythm, known)
    if not periods.after:
        return periods, None
    after, before = (
        total(cells[cell] for period in side for cell in cells_of(period)) for side in (periods.after, periods.before)
    )
    return periods, (after, before)


def _row(code: str, name: str, rhythm: Rhythm, periods: Around, judged: Mapping[str, Change]) -> Row:
    before, after = (tuple(map(rhythm.months_of, side)) for side in (periods.before, periods.after))
    return Row(code, name, rhythm is QUARTERS, before, after, periods.known_from, judged.get(code))
