"""What somebody who knows how the register works can hold against each other: rules for every number, published or not.

A rule is a sum of terms that is at most zero, by variable. A variable is a published cell or a number that nobody
published: ("M", quarter or year), ("N", year, group), or (level, year, value) for all groups together. Rules are
deliberately written apart from `trends.rooms`: this is what the other side knows.
"""

from collections.abc import Collection, Hashable, Iterator, Mapping
from itertools import combinations

from trends.disclosure import TOPICS_PER_QUESTION
from trends.lattice import AGE_BAND, ALL, DONE, GROUP, GROUP_YEAR, PAIR, PLACE, SECTOR, TOPIC, Cell
from trends.periods import months_of_quarter, quarters_of_school_year

Rule = Mapping[Hashable, int]
PARTITIONS = (PLACE, SECTOR, AGE_BAND)


def rules(published: Collection[Cell], year: int) -> Iterator[Rule]:
    """Everything that holds in one school year."""
    by_level = {level: [cell for cell in published if cell.level == level] for level in {c.level for c in published}}
    quarters = list(quarters_of_school_year(year))
    for quarter in quarters:
        yield from _of_quarter(by_level, quarter)
    yield from _equal(("M", year), [("M", quarter) for quarter in quarters])
    groups = sorted({cell.group for cell in by_level.get(GROUP.key, []) if cell.period in quarters})
    for group in groups:
        yield from _of_group(by_level, year, group)
    if groups:
        wholes: list[Hashable] = [("N", year, group) for group in groups]
        yield from _covered(("M", year), wholes)
        yield from _of_pairs([cell for cell in by_level.get(PAIR.key, []) if cell.period == year], year, groups)
        for level in PARTITIONS:
            yield from _across_groups([c for c in by_level.get(level.key, []) if c.period == year], year, groups)
        yield from _done_across_groups([c for c in by_level.get(DONE.key, []) if c.period == year], year)


def _of_quarter(by_level: Mapping[str, list[Cell]], quarter: int) -> Iterator[Rule]:
    months = [cell for cell in by_level.get(ALL.key, []) if cell.period in months_of_quarter(quarter)]
    groups = [cell for cell in by_level.get(GROUP.key, []) if cell.period == quarter]
    if len(months) == 3:
        yield from _equal(("M", quarter), months)
    else:
        yield _at_most(months, [("M", quarter)])
    if groups:
        yield from _covered(("M", quarter), groups)


def _of_group(by_level: Mapping[str, list[Cell]], year: int, group: str) -> Iterator[Rule]:
    def cells(level: str) -> list[Cell]:
        return [cell for cell in by_level.get(level, []) if (cell.period, cell.group) == (year, group)]

    whole = ("N", year, group)
    quarters = [c for c in by_level[GROUP.key] if c.period in quarters_of_school_year(year) and c.group == group]
    if len(quarters) == 4:
        yield from _equal(whole, quarters)
    for level in (GROUP_YEAR, *PARTITIONS):
        if found := cells(level.key):
            yield from _equal(whole, found)
    if topics := cells(TOPIC.key):
        yield from _covered(whole, topics)
    yield from (_at_most([cell], [whole]) for cell in cells(DONE.key))


def _of_pairs(pairs: list[Cell], year: int, groups: list[str]) -> Iterator[Rule]:
    def whole(group: str) -> Hashable:
        return "N", year, group

    if not pairs:
        return
    for group in groups:
        own = [pair for pair in pairs if group in (pair.group, pair.aspect)]
        yield from (_at_most([pair], [whole(group)]) for pair in own)
        yield dict.fromkeys(own, 1) | {whole(group): -2}
    for size in range(2, len(groups) + 1):
        for some in combinations(groups, size):
            within = [pair for pair in pairs if pair.group in some and pair.aspect in some]
            yield dict.fromkeys(map(whole, some), 1) | dict.fromkeys(within, -1) | {("M", year): -1}
    yield {("M", year): 3} | dict.fromkeys(map(whole, groups), -3) | dict.fromkeys(pairs, 2)


def _across_groups(cells: list[Cell], year: int, groups: list[str]) -> Iterator[Rule]:
    """Of all groups together the parts add up too; it says something only when no group is missing."""
    if {cell.group for cell in cells} != set(groups):
        return
    values = sorted({cell.municipality or cell.aspect for cell in cells})
    totals: list[Hashable] = [(cells[0].level, year, value) for value in values]
    for value, together in zip(values, totals, strict=True):
        yield from _covered(together, [cell for cell in cells if (cell.municipality or cell.aspect) == value])
    yield from _equal(("M", year), totals)


def _done_across_groups(cells: list[Cell], year: int) -> Iterator[Rule]:
    for value in sorted({cell.aspect for cell in cells}):
        together = (DONE.key, year, value)
        yield _at_most([together], [("M", year)])
        yield from (_at_most([cell], [together]) for cell in cells if cell.aspect == value)


def _at_most(smaller: Collection[Hashable], larger: Collection[Hashable]) -> Rule:
    return dict.fromkeys(smaller, 1) | dict.fromkeys(larger, -1)


def _equal(whole: Hashable, parts: Collection[Hashable]) -> Iterator[Rule]:
    yield from (_at_most([whole], parts), _at_most(parts, [whole]))


def _covered(whole: Hashable, parts: Collection[Hashable]) -> Iterator[Rule]:
    """Each is in one part, two or three."""
    yield _at_most([whole], parts)
    yield dict.fromkeys(parts, 1) | {whole: -TOPICS_PER_QUESTION}
    yield from (_at_most([part], [whole]) for part in parts)
