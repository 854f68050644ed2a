"""Somebody who knows the rules and adds up everything that was published: which numbers can be behind a cell?"""

from collections.abc import Hashable, Iterable, Mapping
from itertools import product
from math import inf
from random import Random

from tests.trends.knowledge import Rule, rules
from trends.disclosure import TOPICS_PER_QUESTION, Protected
from trends.lattice import AGE_BAND, DONE, GROUP, GROUP_YEAR, PLACE, SECTOR, TOPIC, Cell
from trends.periods import quarters_of_school_year

Range = tuple[float, float]
Row = tuple[int, ...]
QUARTERS = 4


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
    for cell in _cells(published, group, [year], DONE.key):
        found[cell] = chance.randint(published[cell].low, min(published[cell].high, total))
    return found


def _fitting(published: Mapping[Cell, Protected], year: int, group: str) -> list[tuple[list[Cell], list[Row]]]:
    """Per level its cells, and every row of numbers for them that some number of questions in all explains."""
    found = (_cells(published, group, periods, level) for level, periods in _levels_of(year))
    levels = [cells for cells in found if cells and (cells[0].level != GROUP.key or len(cells) == QUARTERS)]
    tables = [list(product(*(range(published[c].low, published[c].high + 1) for c in cells))) for cells in levels]
    totals = set.intersection(*(_totals(rows, cells) for rows, cells in zip(tables, levels, strict=True)))
    return [
        (cells, [row for row in rows if _totals([row], cells) & totals])
        for rows, cells in zip(tables, levels, strict=True)
    ]


def _levels_of(year: int) -> list[tuple[str, Iterable[int]]]:
    parts = (GROUP_YEAR, TOPIC, PLACE, SECTOR, AGE_BAND)
    return [(GROUP.key, quarters_of_school_year(year)), *((level.key, [year]) for level in parts)]


def _cells(published: Mapping[Cell, Protected], group: str, periods: Iterable[int], level: str) -> list[Cell]:
    wanted = set(periods)
    return sorted(c for c in published if c.level == level and c.group == group and c.period in wanted)


def _totals(table: Iterable[Row], cells: list[Cell]) -> set[int]:
    """How many questions there can be when the cells hold these numbers."""
    if cells[0].level != TOPIC.key:
        return {sum(row) for row in table}
    return {n for row in table for n in range(max(*row, -(-sum(row) // TOPICS_PER_QUESTION)), sum(row) + 1)}


def bounds_of_everything(published: Mapping[Cell, Protected]) -> dict[Cell, Range]:
    """By passing bounds along everything that is known of all numbers at once, until nothing narrows."""
    years = {cell.period for cell in published if cell.level == TOPIC.key}
    bounds: dict[Hashable, Range] = {cell: (shown.low, shown.high) for cell, shown in published.items()}
    known = [rule for year in years for rule in rules(published, year)]
    for rule in known:
        bounds = dict.fromkeys(rule, (0, inf)) | bounds
    bounds = narrowed(bounds, known)
    return {cell: bounds[cell] for cell in published}


def narrowed(bounds: dict[Hashable, Range], known: Iterable[Rule]) -> dict[Hashable, Range]:
    """The bounds after all rules had their say."""
    before: dict[Hashable, Range] = {}
    while before != bounds:
        before = dict(bounds)
        for rule in known:
            _narrow(bounds, rule)
    return bounds


def _narrow(bounds: dict[Hashable, Range], rule: Rule) -> None:
    """Each term is at most what the least of all others leaves it."""
    least = {variable: factor * bounds[variable][factor < 0] for variable, factor in rule.items()}
    for variable, factor in rule.items():
        others = sum(value for one, value in least.items() if one != variable)
        if others > -inf:
            low, high = bounds[variable]
            limit = -others // factor if factor > 0 else -(others // factor)
            bounds[variable] = (low, min(high, limit)) if factor > 0 else (max(low, limit), high)
            least[variable] = factor * bounds[variable][factor < 0]
