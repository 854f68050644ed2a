"""All who wait and all with room, beside the groups: nobody finds out how few there are in a hidden group."""

from collections.abc import Collection, Mapping
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from trends.disclosure import TOPICS_PER_QUESTION, Protected
from trends.lattice import COVERAGE, COVERAGE_WHOLE, ROOM, SENSITIVE_WORK, WAITING, Cell
from trends.publishing import publish

QUARTER = 8106
GROUPS = ("A", "B", "C")
In = frozenset[str]
SOMEBODY = st.sets(st.sampled_from(GROUPS), min_size=1).map(frozenset)
WHOLE = {side: Cell(COVERAGE_WHOLE.key, QUARTER, aspect=side) for side in (WAITING, ROOM)}


def counted(side: str, people: Collection[In], groups: Collection[str] = GROUPS) -> dict[Cell, int]:
    each = {Cell(COVERAGE.key, QUARTER, group, aspect=side): sum(group in one for one in people) for group in groups}
    return {**each, WHOLE[side]: len(people)}


def possible(shown: Mapping[Cell, Protected], side: str) -> dict[Cell, set[int]]:
    """Every number that fits: who is in the whole is in one group at least, and who waits in three at most."""
    cells = list(shown)
    found: dict[Cell, set[int]] = {cell: set() for cell in cells}
    at = cells.index(WHOLE[side]) if WHOLE[side] in shown else None
    for row in product(*(range(one.low, one.high + 1) for one in shown.values())):
        if at is not None and not _fits([*row[:at], *row[at + 1 :]], row[at], side):
            continue
        for cell, value in zip(cells, row, strict=True):
            found[cell].add(value)
    return found


def _fits(groups: list[int], whole: int, side: str) -> bool:
    shared = sum(groups) <= TOPICS_PER_QUESTION * whole or side == ROOM
    return max(groups) <= whole <= sum(groups) and shared


@pytest.mark.parametrize("side", [WAITING, ROOM])
@settings(deadline=None, max_examples=60)
@given(people=st.lists(SOMEBODY, max_size=40), groups=st.sampled_from([GROUPS, GROUPS[:2], GROUPS[:1]]))
@example(people=[frozenset("A")] * 9 + [frozenset("B")] * 9, groups=GROUPS[:2])
@example(people=[frozenset("A")] * 4 + [frozenset("B")] * 4, groups=GROUPS[:2])
@example(people=[frozenset("ABC")] * 12, groups=GROUPS)
def test_every_hidden_group_keeps_three_numbers(side: str, people: list[In], groups: tuple[str, ...]) -> None:
    counts = counted(side, [one & frozenset(groups) for one in people if one & frozenset(groups)], groups)

    shown = publish(counts, {}, SENSITIVE_WORK)

    left = possible(shown, side)
    assert all(len(left[cell]) >= 3 for cell, one in shown.items() if one.value is None)


def test_without_the_step_a_hidden_group_would_be_found() -> None:
    people = [frozenset("A")] * 9 + [frozenset("B")] * 9
    hidden, by_itself = Protected(None, 10), Protected(20, 10)
    counts = counted(WAITING, people, GROUPS[:2])
    alone = dict(zip(counts, (hidden, hidden, by_itself), strict=True))

    shown = publish(counts, {}, SENSITIVE_WORK)

    assert {len(values) for cell, values in possible(alone, WAITING).items() if cell.group} == {1}
    assert shown[WHOLE[WAITING]] == Protected(15, 10)


def test_where_no_group_is_large_enough_the_whole_still_is() -> None:
    people = [frozenset("A")] * 6 + [frozenset("B")] * 5 + [frozenset("C")] * 6

    shown = publish(counted(WAITING, people), {}, SENSITIVE_WORK)

    assert [one.value for one in shown.values()] == [None, None, None, 15]


def test_groups_that_came_out_before_stay_as_they_were() -> None:
    counts = counted(ROOM, [frozenset("AB")] * 12)
    before = {cell: Protected(10) for cell in counts if cell.group}

    assert publish(counts, before, SENSITIVE_WORK) == {WHOLE[ROOM]: Protected(10)}
