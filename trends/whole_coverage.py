"""Everybody who waits, and every buddy with room, beside what is published of each group of topics.

A group is too small to show where the whole may not be. Who is in the whole is in one group at least, and a parent in
three at most: so the groups say from where to where the whole lies. The whole moves a step of 5 until it has a width of
two (three numbers) in common with that. Then a hidden group of 0..w keeps three values, with `least..most` the part in
common and `sum` what the groups can be at most together: its least is max(0, w - (sum - least)) with sum - least >= 2,
its most is w, or what the whole leaves, and `most` is at least 2 above every bound that comes from the other groups.
"""

from collections.abc import Iterable, Mapping

from trends.disclosure import STEP, TOPICS_PER_QUESTION, Protected, total
from trends.lattice import COVERAGE, WAITING, Cell
from trends.rooms import LEAST, Bounds, Known


def fitted(known: Known, period: int, cells: Mapping[Cell, Protected]) -> dict[Cell, Protected]:
    """Each side moved as little as is needed; a side that nothing fits is left out, as is one without groups."""
    found: dict[Cell, Protected] = {}
    for cell, shown in cells.items():
        groups = [one for key, one in known.block(COVERAGE, period).items() if key.aspect == cell.aspect]
        moved = _moved_into(shown, _room(groups, cell.aspect)) if groups else None
        if moved:
            found[cell] = moved
    return found


def _room(groups: Iterable[Protected], side: str) -> Bounds:
    """From where to where the whole lies by its groups."""
    groups = tuple(groups)
    together = total(groups)
    shared = -(-together.low // TOPICS_PER_QUESTION) if side == WAITING else 0
    return max(shared, *(one.low for one in groups)), together.high


def _moved_into(shown: Protected, into: Bounds) -> Protected | None:
    """The nearest step at which both have enough numbers in common."""
    low, high = into
    for step in (STEP, -STEP):
        one = shown
        while min(one.high, high) - max(one.low, low) < LEAST:
            wrong_way = one.low >= high if step > 0 else one.high <= low
            if wrong_way or (step < 0 and one.value is None):
                break
            one = one.moved(step)
        else:
            return one
    return None
