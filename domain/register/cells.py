"""The cells of what may be published: from exact counts to the declared lattice, and from the store back to cells."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Municipality, PublishedCell, Topic
from store.queries import trends as numbers
from store.rollup import EVERYTHING
from trends.disclosure import Protected, Sum, total
from trends.lattice import ALL, GROUP, LATTICE, PLACE, TOPIC, Cell, Level, Period
from trends.periods import (
    last_closed_month,
    last_closed_quarter,
    last_closed_school_year,
    months_of_quarter,
    months_of_school_year,
    quarter_of,
    school_year_of,
)

MONTHS_OF: Mapping[Period, Callable[[int], range]] = {
    Period.MONTH: lambda month: range(month, month + 1),
    Period.QUARTER: months_of_quarter,
    Period.SCHOOL_YEAR: months_of_school_year,
}
YEAR_EARLIER = {GROUP: 4, TOPIC: 1}


def published(session: Session) -> dict[Cell, Protected]:
    """Everything that was published, as the pure rooms know it."""
    return {
        Cell(one.level, one.period, one.group, one.topic, one.municipality): Protected(one.value, one.threshold)
        for one in numbers.published(session)
    }


def closed(session: Session, today: date) -> Iterable[tuple[Level, int]]:
    """Each level with each closed period since the first question."""
    months = numbers.exact_months(session)
    if not months:
        return
    until = {
        Period.MONTH: range(months.start, last_closed_month(today) + 1),
        Period.QUARTER: range(quarter_of(months.start), last_closed_quarter(today) + 1),
        Period.SCHOOL_YEAR: range(school_year_of(months.start), last_closed_school_year(today) + 1),
    }
    for level in LATTICE:
        yield from ((level, period) for period in until[level.period])


def counted(session: Session, wanted: list[tuple[Level, int]]) -> dict[Cell, int]:
    """The exact count of every cell of these periods, zeros included."""
    if not wanted:
        return {}
    spans = [MONTHS_OF[level.period](period) for level, period in wanted]
    found = numbers.exact_by_municipality(session, range(min(s.start for s in spans), max(s.stop for s in spans)))
    topics = session.execute(select(Topic.code, Topic.parent_code)).all()
    places = [*session.scalars(select(Municipality.code)), ""]
    counts: dict[Cell, int] = {}
    for (level, period), months in zip(wanted, spans, strict=True):
        for cell, key in _cells(level, period, topics, places):
            counts[cell] = sum(found.get(key, {}).get(month, 0) for month in months)
    return counts


def _cells(
    level: Level, period: int, topics: Iterable[tuple[str, str | None]], places: Iterable[str]
) -> Iterable[tuple[Cell, tuple[str, str]]]:
    """The cells of one level in one period, each with where it stands in the counts."""
    if level is ALL:
        yield Cell(ALL.key, period), (EVERYTHING, EVERYTHING)
    for code, group in topics:
        if level is TOPIC and group:
            yield Cell(TOPIC.key, period, group, code), (code, EVERYTHING)
        if level is GROUP and not group:
            yield Cell(GROUP.key, period, code), (code, EVERYTHING)
        if level is PLACE and not group:
            yield from ((Cell(PLACE.key, period, code, municipality=place), (code, place)) for place in places)


def sensitive(session: Session) -> set[str]:
    """The codes that ask for the higher threshold; what is sensitive as a group is so in each of its topics."""
    rows = session.execute(select(Topic.code, Topic.parent_code).where(Topic.sensitive))
    codes = {code for code, _ in rows}
    return codes | set(session.scalars(select(Topic.code).where(Topic.parent_code.in_(codes))))


def row(cell: Cell, shown: Protected, release_id: int, now: datetime) -> PublishedCell:
    return PublishedCell(
        level=cell.level,
        period=cell.period,
        group_code=cell.group,
        topic_code=cell.topic,
        municipality_code=cell.municipality,
        release_id=release_id,
        value=shown.value,
        threshold=shown.threshold,
        published_at=now,
    )


def beside_year_earlier(cells: Mapping[Cell, Protected], level: Level, period: int) -> dict[str, tuple[Sum, Sum]]:
    """By code of group or topic: (what is published of this period, of the period a year earlier), where both are."""
    pairs = {}
    for cell, shown in cells.items():
        before = cells.get(Cell(cell.level, period - YEAR_EARLIER[level], cell.group, cell.topic))
        if (cell.level, cell.period) == (level.key, period) and before:
            pairs[cell.topic or cell.group] = total([shown]), total([before])
    return pairs
