"""The exact count of every cell of the lattice that counts questions, for the jobs that publish and for nobody else."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import catalogue
from store.models import Municipality, PublishedCell, Topic
from store.queries.numbers import exact_trends as numbers
from store.rollup import EVERYTHING
from trends import lattice
from trends.disclosure import Protected
from trends.lattice import LATTICE, MONTHS_OF, Cell, Level, Parts, Period
from trends.periods import last_closed_month, last_closed_quarter, last_closed_school_year, quarter_of, school_year_of

NOT_SAID = ""
BROKEN_DOWN_BY = {lattice.SECTOR: "sector", lattice.AGE_BAND: "age_band", lattice.DONE: "done", lattice.PAIR: "topic"}
Key = tuple[str, str]
Counts = Mapping[Key, Mapping[int, int]]


@dataclass(frozen=True)
class Axes:
    """What cells range over: topics with their group, groups, places, and per level the terms that there are."""

    topics: Collection[tuple[str, str]]
    groups: Collection[str]
    places: Collection[str]
    terms: Mapping[Level, Collection[str]]


def closed(session: Session, today: date) -> Iterator[tuple[Level, int]]:
    """Each level with each closed period since the first question that is counted completely."""
    months = numbers.exact_months(session)
    if not months:
        return
    until = {
        Period.MONTH: range(months.start, last_closed_month(today) + 1),
        Period.QUARTER: range(quarter_of(months.start), last_closed_quarter(today) + 1),
        Period.SCHOOL_YEAR: range(school_year_of(months.start), last_closed_school_year(today) + 1),
    }
    unfinished = numbers.not_broken_down(session)
    for level in LATTICE:
        for period in until[level.period]:
            if level.parts is Parts.APART or (
                level in BROKEN_DOWN_BY and unfinished & {*MONTHS_OF[level.period](period)}
            ):
                continue
            yield level, period


def counted(session: Session, wanted: Collection[tuple[Level, int]]) -> dict[Cell, int]:
    """The exact count of every cell of these periods that counts questions, zeros included."""
    counts: dict[Cell, int] = {}
    axes = _axes(session)
    for level in LATTICE:
        periods = [period for one, period in wanted if one == level]
        if not periods or level.parts is Parts.APART:
            continue
        found = _found(session, level, periods, axes)
        for period in periods:
            for cell, key in _cells(level, period, axes):
                counts[cell] = sum(found.get(key, {}).get(month, 0) for month in MONTHS_OF[level.period](period))
    return counts


def _found(session: Session, level: Level, periods: Collection[int], axes: Axes) -> Counts:
    months = range(MONTHS_OF[level.period](min(periods)).start, MONTHS_OF[level.period](max(periods)).stop)
    if level is lattice.PLACE:
        return numbers.exact_by_municipality(session, months, axes.groups)
    if level not in BROKEN_DOWN_BY:
        return {(code, EVERYTHING): counts for code, counts in numbers.exact(session, months).items()}
    parts = numbers.exact_by_value(session, BROKEN_DOWN_BY[level], months)
    return _with_unknown_terms_as_not_said(parts, axes.terms[level]) if level.parts is Parts.PARTITION else parts


def _with_unknown_terms_as_not_said(counts: Counts, terms: Collection[str]) -> Counts:
    """A value that is no term (any more) must not have a cell only where there are questions."""
    found: dict[Key, dict[int, int]] = {}
    for (topic, value), by_month in counts.items():
        into = found.setdefault((topic, value if value in terms else NOT_SAID), {})
        for month, questions in by_month.items():
            into[month] = into.get(month, 0) + questions
    return found


def _axes(session: Session) -> Axes:
    topics = session.execute(select(Topic.code, Topic.parent_code)).all()
    return Axes(
        topics=[(code, group) for code, group in topics if group],
        groups=sorted(code for code, group in topics if not group),
        places=[*session.scalars(select(Municipality.code)), NOT_SAID],
        terms={level: _terms(session, level) for level in BROKEN_DOWN_BY},
    )


def _terms(session: Session, level: Level) -> list[str]:
    name = BROKEN_DOWN_BY[level]
    known = [
        one.key.removeprefix(f"{name}.") for one in catalogue.entries(session, "term", under=name, all_of_them=True)
    ]
    return [*known, NOT_SAID] if level.parts is Parts.PARTITION else known


def _cells(level: Level, period: int, axes: Axes) -> Iterable[tuple[Cell, Key]]:
    """The cells of one level in one period, each with where it stands in the counts."""
    key = level.key
    if level is lattice.ALL:
        return [(Cell(key, period), (EVERYTHING, EVERYTHING))]
    if level is lattice.TOPIC:
        return [(Cell(key, period, group, code), (code, EVERYTHING)) for code, group in axes.topics]
    if level is lattice.PLACE:
        return [(Cell(key, period, one, municipality=at), (one, at)) for one in axes.groups for at in axes.places]
    if level is lattice.PAIR:
        return [(Cell(key, period, one, aspect=two), (one, two)) for one, two in combinations(axes.groups, 2)]
    if level in BROKEN_DOWN_BY:
        return [(Cell(key, period, one, aspect=term), (one, term)) for one in axes.groups for term in axes.terms[level]]
    return [(Cell(key, period, group), (group, EVERYTHING)) for group in axes.groups]


def sensitive(session: Session) -> set[str]:
    """The codes that ask for the higher threshold; what is sensitive as a group is so in each of its topics."""
    rows = session.execute(select(Topic.code, Topic.parent_code).where(Topic.sensitive))
    codes = {code for code, _ in rows}
    return codes | set(session.scalars(select(Topic.code).where(Topic.parent_code.in_(codes)))) | lattice.SENSITIVE_WORK


def row(cell: Cell, shown: Protected, release_id: int, now: datetime) -> PublishedCell:
    return PublishedCell(
        level=cell.level,
        period=cell.period,
        group_code=cell.group,
        topic_code=cell.topic,
        municipality_code=cell.municipality,
        aspect=cell.aspect,
        release_id=release_id,
        value=shown.value,
        threshold=shown.threshold,
        published_at=now,
    )
