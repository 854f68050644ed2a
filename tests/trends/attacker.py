"""Somebody who knows the rules and adds up everything that was published: which numbers can be behind a cell?"""

from collections.abc import Iterable, Mapping
from itertools import product
from random import Random

from trends.disclosure import TOPICS_PER_QUESTION, Protected
from trends.lattice import ALL, GROUP, PLACE, TOPIC, Cell
from trends.periods import months_of_quarter, quarters_of_school_year

Range = tuple[float, float]
Row = tuple[int, ...]


def possible_in_a_year(published: Mapping[Cell, Protected], year: int, group: str) -> dict[Cell, set[int]]:
    """By trying every number: the values of each cell of one group in one school year that fit all the others."""
    possible: dict[Cell, set[int]] = {}
    for cells, rows in _fitting(published, year, group):
        possible |= {cell: {row[place] for row in rows} for place, cell in enumerate(cells)}
    return possible


def an_explanation(published: Mapping[Cell, Protected], year: int, group: str, chance: Random) -> dict[Cell, int]:
    """Any numbers for the cells of one group in one school year that fit each other and what was published."""
    fitting = _fitting(published, year, group)
    total = chance.choice(sorted(set.intersection(*(_totals(rows, cells) for cells, rows in fitting))))
    found: dict[Cell, int] = {}
    for cells, rows in fitting:
        found |= zip(cells, chance.choice([row for row in rows if total in _totals([row], cells)]), strict=True)
    return found


def _fitting(published: Mapping[Cell, Protected], year: int, group: str) -> list[tuple[list[Cell], list[Row]]]:
    """Per level its cells, and every row of numbers for them that some number of questions in all explains."""
    levels = [_cells(published, group, periods, level) for level, periods in _levels_of(year)]
    tables = [list(product(*(range(published[c].low, published[c].high + 1) for c in cells))) for cells in levels]
    totals = set.intersection(*(_totals(rows, cells) for rows, cells in zip(tables, levels, strict=True)))
    return [
        (cells, [row for row in rows if _totals([row], cells) & totals])
        for rows, cells in zip(tables, levels, strict=True)
    ]


def _levels_of(year: int) -> list[tuple[str, Iterable[int]]]:
    return [(GROUP.key, quarters_of_school_year(year)), (TOPIC.key, [year]), (PLACE.key, [year])]


def _cells(published: Mapping[Cell, Protected], group: str, periods: Iterable[int], level: str) -> list[Cell]:
    wanted = set(periods)
    return sorted(c for c in published if c.level == level and c.group == group and c.period in wanted)


def _totals(table: Iterable[Row], cells: list[Cell]) -> set[int]:
    """How many questions there can be when the cells hold these numbers."""
    if cells[0].level != TOPIC.key:
        return {sum(row) for row in table}
    return {n for row in table for n in range(max(*row, -(-sum(row) // TOPICS_PER_QUESTION)), sum(row) + 1)}


def bounds_of_everything(published: Mapping[Cell, Protected]) -> dict[Cell, Range]:
    """By passing bounds along all sums over months, groups, topics and places at once, until nothing narrows."""
    bounds: dict[object, Range] = {cell: (shown.low, shown.high) for cell, shown in published.items()}
    rules = [rule for rule in _rules(published) if rule[0] and rule[2]]
    before: dict[object, Range] = {}
    while before != bounds:
        before = dict(bounds)
        for smaller, factor, larger in rules:
            _narrow(bounds, smaller, factor, larger)
    return {cell: bounds[cell] for cell in published}


def _rules(published: Mapping[Cell, Protected]) -> Iterable[tuple[list[Cell], int, list[Cell]]]:
    """(these, factor, those): the sum of these is at most factor times the sum of those."""
    for quarter in {cell.period for cell in published if cell.level == GROUP.key}:
        months = _cells(published, "", months_of_quarter(quarter), ALL.key)
        groups = [cell for cell in published if cell.level == GROUP.key and cell.period == quarter]
        yield from _overlapping(groups, months)
    for year, group in {(cell.period, cell.group) for cell in published if cell.level == TOPIC.key}:
        quarters, topics, places = (_cells(published, group, periods, level) for level, periods in _levels_of(year))
        yield from [(quarters, 1, places), (places, 1, quarters)]
        yield from [*_overlapping(topics, quarters), *_overlapping(topics, places)]


def _overlapping(touching: list[Cell], questions: list[Cell]) -> Iterable[tuple[list[Cell], int, list[Cell]]]:
    yield from [(questions, 1, touching), (touching, TOPICS_PER_QUESTION, questions)]
    yield from (([cell], 1, questions) for cell in touching)


def _narrow(bounds: dict[object, Range], smaller: list[Cell], factor: int, larger: list[Cell]) -> None:
    least, most = sum(bounds[cell][0] for cell in smaller), factor * sum(bounds[cell][1] for cell in larger)
    for cell in smaller:
        low, high = bounds[cell]
        bounds[cell] = low, min(high, most - least + low)
    for cell in larger:
        low, high = bounds[cell]
        bounds[cell] = max(low, -((most - least) // factor) + high), high
