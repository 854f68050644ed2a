"""How work is spread over people. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from trends.shares import Share


@dataclass(frozen=True)
class Carried:
    """What one person carries, of how much at most."""

    load: int
    most: int


@dataclass(frozen=True)
class Spread:
    """`people` by load, from none up; `half` of all is carried by that many, those who carry most.

    `full` are those who carry what they can at most.
    """

    people: tuple[int, ...]
    full: Share
    half: int

    @property
    def total(self) -> int:
        return sum(load * people for load, people in enumerate(self.people))

    @property
    def of(self) -> int:
        return sum(self.people)


def spread(carried: Iterable[Carried]) -> Spread:
    """Simple on purpose: two numbers that anybody can check by counting say more here than a Gini coefficient."""
    known = list(carried)
    count = Counter(one.load for one in known)
    people = tuple(count[load] for load in range(max(count, default=0) + 1)) if known else ()
    full = Share(sum(one.load >= one.most for one in known), len(known))
    return Spread(people, full, _half([one.load for one in known]))


def _half(loads: list[int]) -> int:
    """The fewest people who carry half of it together; 0 when there is nothing to carry."""
    total, carried = sum(loads), 0
    for number, load in enumerate(sorted(loads, reverse=True), start=1):
        carried += load
        if total and 2 * carried >= total:
            return number
    return 0
