"""The published numbers, for policy staff and everybody else: nothing here can reach an exact count."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from domain.register import coarser, published_narrowed
from domain.register.beside import A_YEAR_EARLIER, Count, together
from domain.register.cells import published
from domain.register.narrowed import Only
from domain.register.overview import Bar, Names, Overview, Span, draw, largest_first
from domain.register.published_parts import added
from i18n import _
from store.queries import choices
from store.queries.numbers import published_trends as numbers
from trends.disclosure import Protected, Sum, total
from trends.lattice import ALL, GROUP, GROUP_YEAR, PLACE, TOPIC, Cell, Level
from trends.periods import months_of_quarter, months_of_school_year, quarter_of, quarters_of_school_year, school_year_of

EVERYTHING = "*"
HISTORY = 8  # quarters before the school year that the panels show
Cells = Mapping[Cell, Protected]


def years(session: Session) -> tuple[int, ...]:
    """The school years of which something is published, the last one first."""
    months = {one.period for one in numbers.published(session, {ALL.key: None})}
    return tuple(sorted({school_year_of(month) for month in months}, reverse=True))


def overview(
    session: Session, year: int, groups: Sequence[str] = (), *, back: tuple[int, ...] = A_YEAR_EARLIER,
    only: Only | None = None,
) -> Overview | None:  # fmt: skip
    """The finest that is published of a school year: by topic once it has ended, by group of topics before that.

    `groups` narrow it to the sum of what is published of each, and then its points are quarters. What is mostly hidden
    is shown coarser: a group instead of its topics, the year instead of quarters. `back` says how many years earlier
    each of the years lies that stand beside it. `only` narrows it to one place, kind of school or age where that can be
    shown. None while nothing of this is published.
    """
    narrow, beside = published_narrowed.overview(session, year, groups, only, back) if only else (None, ())
    picture = narrow or _everything(session, year, groups, back)
    return replace(picture, coarser=(*beside, *picture.coarser)) if picture else None


def _everything(session: Session, year: int, groups: Sequence[str], back: tuple[int, ...]) -> Overview | None:
    cells, updated = _read(session, year, groups, back), numbers.published_at(session)
    topics, every = choices.topics(session), choices.topic_groups(session)
    has_ended = any((cell.level, cell.period) == (TOPIC.key, year) for cell in cells)
    in_one = has_ended and coarser.quarters_too_small(cells, year, groups)
    span = _span(cells, year, groups, has_ended=has_ended, in_one=in_one, back=back)
    if not (updated and span.whole):
        return None
    group_of = {one.code: one.group_code for one in topics}
    of_group = {code: name for code, name in every.items() if not groups or code in groups}
    chosen = {topic: group for topic, group in group_of.items() if group in of_group}
    small = coarser.topics_too_small(cells, year, chosen) if has_ended else tuple(of_group)
    rows = Names(_rows(topics, of_group, small), of_group)
    count, whole = _count(cells, group_of), groups or (EVERYTHING,)
    places, by_group = _places(session, cells, year, groups), set(small) == set(of_group)
    drawn = draw(count, whole, rows, span, updated, by_group=by_group, places=places)
    return replace(
        drawn,
        all_together=together(count(code, span.whole) for code in whole) or drawn.all_together,
        revised=numbers.revised_at(session),
        coarser=coarser.said([of_group[code] for code in small] if has_ended else (), quarters=in_one),
    )


def _read(session: Session, year: int, groups: Sequence[str], back: tuple[int, ...]) -> Cells:
    """What is published of the year, of those beside it, and of those that the panels reach back into."""
    beside, before = {year - years for years in back}, range(year - HISTORY // 4, year)
    levels: list[Level] = [ALL, GROUP, GROUP_YEAR, TOPIC, *([PLACE] if groups else [])]
    return published(session, [level.key for level in levels], {year, *beside, *before})


def _rows(topics: Iterable[choices.TopicChoice], groups: Mapping[str, str], small: Collection[str]) -> dict[str, str]:
    """By code: the topics of these groups, and the groups that stand for topics that are too small."""
    of_topic = {one.code: one.name for one in topics if one.group_code in groups and one.group_code not in small}
    return of_topic | {code: groups[code] for code in small}


def _span(
    cells: Cells, year: int, groups: Sequence[str], *, has_ended: bool, in_one: bool, back: tuple[int, ...]
) -> Span:
    months = months_of_school_year(year)
    by_month = [range(month, month + 1) for month in months]
    by_quarter = [months_of_quarter(quarter) for quarter in quarters_of_school_year(year)]
    first_group = min((cell.group for cell in cells if cell.level == GROUP.key), default="")
    group = groups[0] if groups else first_group
    in_quarters = _up_to(m for m in by_quarter if Cell(GROUP.key, quarter_of(m.start), group) in cells)
    in_months = _up_to(m for m in by_month if Cell(ALL.key, m.start) in cells)
    whole = in_quarters if groups else in_months
    compared = months if has_ended else in_quarters
    history = range(quarter_of(months.start) - HISTORY, quarter_of(in_quarters.stop) if in_quarters else 0)
    return Span(
        points=(months,) if in_one else tuple(by_quarter if groups else by_month),
        bars=compared,
        whole=whole,
        compared=compared,
        to_date=compared,
        history=tuple(months_of_quarter(q) for q in history if Cell(GROUP.key, q, group) in cells),
        back=back,
    )


def _up_to(spans: Iterable[range]) -> range:
    """From the first of these months up to the last."""
    known = list(spans)
    return range(known[0].start, known[-1].stop) if known else range(0)


def _count(cells: Cells, group_of: Mapping[str, str]) -> Count:
    def count(code: str, months: range) -> Sum | None:
        year = Cell(GROUP_YEAR.key, school_year_of(months.start), code)
        if year in cells and months == months_of_school_year(year.period):
            return total([cells[year]])
        return added(cells, _where(code, months, group_of))

    return count


def _where(code: str, months: range, group_of: Mapping[str, str]) -> list[Cell]:
    """The published cells that together say how many; none where the lattice has no such number."""
    if code == EVERYTHING:
        return [Cell(ALL.key, month) for month in months]
    year = school_year_of(months.start)
    if code in group_of:
        whole_year = months == months_of_school_year(year)
        return [Cell(TOPIC.key, year, group_of[code], code)] if whole_year else []
    quarters = range(quarter_of(months.start), quarter_of(months.stop - 1) + 1)
    return [Cell(GROUP.key, quarter, code) for quarter in quarters]


def _places(session: Session, cells: Cells, year: int, groups: Sequence[str]) -> tuple[Bar, ...]:
    """Where the questions of these groups came from; known per school year, once it has ended."""
    names = {one.code: one.name for one in choices.municipalities(session)} | {"": _("Niet bekend")}

    def count(code: str, year: int) -> Sum | None:
        found = [cells.get(Cell(PLACE.key, year, group, municipality=code)) for group in groups]
        return together(total([one]) if one else None for one in found)

    return largest_first(names, lambda code: count(code, year), lambda code: count(code, year - 1))
