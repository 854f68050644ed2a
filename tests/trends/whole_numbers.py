"""The widest attack: whole-number programming over all that is published, by HiGHS in scipy (not installed here)."""

from collections.abc import Hashable, Mapping
from importlib import import_module
from typing import Any

from tests.trends.attacker import Range
from tests.trends.knowledge import rules
from tests.trends.tables import YEAR
from trends.disclosure import Protected
from trends.lattice import Cell

MANY = 10**6


def exactly(shown: Mapping[Cell, Protected]) -> dict[Cell, Range]:
    """The least and the most of each hidden cell over all whole numbers that fit; (0, 0) where none do."""
    known = list(rules(shown, YEAR))
    at: dict[Hashable, int] = {one: n for n, one in enumerate(dict.fromkeys([*shown, *(v for r in known for v in r)]))}
    limits = [(0, MANY)] * len(at)
    for cell, one in shown.items():
        limits[at[cell]] = one.low, one.high
    matrix = [[rule.get(variable, 0) for variable in at] for rule in known]
    return {cell: _ends(matrix, limits, at[cell]) for cell, one in shown.items() if one.value is None}


def _ends(matrix: list[list[int]], limits: list[tuple[int, int]], place: int) -> Range:
    optimize: Any = import_module("scipy.optimize")
    ends = []
    for sign in (1, -1):
        aim = [0] * len(limits)
        aim[place] = sign
        bounds = optimize.Bounds(*zip(*limits, strict=True))
        within = optimize.LinearConstraint(matrix, ub=0)
        found = optimize.milp(aim, constraints=within, bounds=bounds, integrality=1)
        if not found.success:
            return 0, 0
        ends.append(round(abs(found.fun)))
    return ends[0], ends[1]
