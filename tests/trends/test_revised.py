"""A revision, and what somebody learns who kept the release before it."""

from collections.abc import Hashable, Mapping
from math import inf
from random import Random

from tests.trends.attacker import Range, narrowed
from tests.trends.knowledge import Rule, rules
from tests.trends.tables import YEAR, Question, Terms, counted, some_questions, some_terms
from trends.disclosure import Protected
from trends.lattice import MONTHS_OF, Block, Cell, block_of
from trends.publishing import publish, revised

ENOUGH = 5
Shown = Mapping[Cell, Protected]


def a_revision(seed: int) -> tuple[Shown, Shown]:
    """What was published before, and what changes with what came in late."""
    chance = Random(seed)
    terms = some_terms(chance, chance.randint(1, 3))
    questions = some_questions(chance, terms, chance.choice([2, 4, 8, 16]), chance.choice([1, 2]))
    late = some_questions(chance, terms, chance.choice([1, 2, 4]), chance.choice([1, 2]))
    before = publish(counted(questions, terms), {})
    return before, _revised(before, questions, late, terms)


def _revised(before: Shown, questions: list[Question], late: list[Question], terms: Terms) -> Shown:
    blocks = {block for block in map(block_of, before) if sum(_touches(one, block) for one in late) >= ENOUGH}
    return revised(counted([*questions, *late], terms), before, blocks, ())


def _touches(question: Question, block: Block) -> bool:
    level, period, group = block
    return question.month in MONTHS_OF[level.period](period) and group in ("", *(one[0] for one in question.topics))


def bounds_of_both(before: Shown, after: Shown) -> Mapping[Hashable, Range]:
    """Bounds of ("before", cell), ("after", cell) and ("late", cell): all rules hold, and late entries only add."""
    bounds: dict[Hashable, Range] = {}
    known: list[Rule] = []
    for when, release in (("before", before), ("after", after)):
        known += [{(when, one): factor for one, factor in rule.items()} for rule in rules(release, YEAR)]
        bounds |= {(when, cell): (shown.low, shown.high) for cell, shown in release.items()}
    for cell in before:
        late: dict[Hashable, int] = {("before", cell): 1, ("late", cell): 1, ("after", cell): -1}
        known += [late, {one: -factor for one, factor in late.items()}]
    return narrowed({one: (0, inf) for rule in known for one in rule} | bounds, known)


def hidden(release: Shown) -> list[Cell]:
    return [cell for cell, shown in release.items() if shown.value is None]


def test_neither_a_number_nor_what_came_in_late_is_found_from_both_releases() -> None:
    narrow: list[tuple[str, Cell]] = []
    changed = 0
    for seed in range(60):
        before, moved = a_revision(seed)
        changed += bool(moved)
        after = {**before, **moved}
        bounds = bounds_of_both(before, after) if moved else {}
        wanted = [(when, cell) for when, release in (("before", before), ("after", after)) for cell in hidden(release)]
        wanted += [("late", cell) for cell in before]
        narrow += [one for one in wanted if bounds and bounds[one][1] - bounds[one][0] < 2]

    assert (narrow, changed > 3) == ([], True)


def test_no_number_goes_down_in_a_revision() -> None:
    for seed in range(60):
        before, moved = a_revision(seed)

        assert all((shown.value or 0) > (before[cell].value or 0) for cell, shown in moved.items())
