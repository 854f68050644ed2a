"""The best assignment for everybody at once, with its proof.

Three levels, each only among the best of the levels before: as many parents as possible and the highest sum of their
priorities (one and the same set of choices, because sets of parents that can be served together form a transversal
matroid); the sum of quality minus the cost of load; a tie-break that depends on the ids alone.

Parents come in one by one, each along the shortest augmenting path with reduced costs (successive shortest paths for a
minimum-cost flow; Ahuja, Magnanti and Orlin, Network Flows, 1993, chapter 9). The costs of the load are convex, so that
a path never takes a parent away from a buddy without giving another in return. The levels are one whole number of any
length: nothing can overflow.
"""

import hashlib
import heapq
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from matching.problem import Buddy, Problem

QUALITY = 1000
TIE_BITS = 64


@dataclass(frozen=True)
class Assignment:
    """`buddy_of` has whom each parent gets who gets one; `primal` equals `dual`, or it would not have been given."""

    buddy_of: Mapping[str, str]
    served: int
    priority: int
    quality: int
    load_cost: int
    primal: int
    dual: int


class NotProven(Exception):
    """The answer of the solver could not be proven best; it is not given to anybody."""


def assign(problem: Problem) -> Assignment:
    """The one best assignment, whatever the order of the rows. Raises `NotProven`, which would be a fault of ours."""
    scale = _Scale(problem)
    state = _State(problem, scale)
    for parent in sorted(problem.parents, key=lambda one: one.id):
        state.insert(parent.id)
    primal, dual = state.primal(), state.dual()
    if primal != dual or not state.is_feasible():
        raise NotProven(f"primal {primal}, dual {dual}")
    taken = Counter(state.buddy_of.values())
    return Assignment(
        buddy_of=dict(sorted(state.buddy_of.items())),
        served=len(state.buddy_of),
        priority=sum(problem.priority[parent] for parent in state.buddy_of),
        quality=sum(problem.quality[pair] for pair in state.buddy_of.items()),
        load_cost=sum(problem.cost(buddy, parents) for buddy, parents in taken.items()),
        primal=primal,
        dual=dual,
    )


class _Scale:
    """The three levels as one whole number: one step of a level outweighs everything below it."""

    def __init__(self, problem: Problem) -> None:
        most = len(problem.parents)
        self.problem = problem
        self.tie = (most << TIE_BITS) + 1
        self.first = most * (QUALITY + problem.load_weight) * 2 + 1

    def worth(self, parent: str, buddy: str) -> int:
        quality = self.problem.quality[parent, buddy]
        return (self.problem.priority[parent] * self.first + quality) * self.tie + _tie(parent, buddy)

    def step(self, buddy: Buddy, k: int) -> int:
        return self.problem.step(buddy, k) * self.tie


def _tie(parent: str, buddy: str) -> int:
    """A number that only the two ids decide; the length in front keeps "a", "bc" apart from "ab", "c"."""
    text = f"{len(parent)}:{parent}{buddy}".encode()
    return int.from_bytes(hashlib.blake2b(text, digest_size=TIE_BITS // 8).digest())


@dataclass
class _Search:
    """The shortest paths from a parent who comes in: how far each is, and through whom."""

    far_parent: dict[str, int]
    far_buddy: dict[str, int] = field(default_factory=dict)
    through: dict[str, str] = field(default_factory=dict)
    length: int = 0
    end_buddy: str | None = None
    end_parent: str | None = None


class _State:
    """An optimal assignment of the parents so far: `price` of one place more at a buddy, `gain` of each parent.

    Always: gain + price >= worth for each pair, equal where they are matched; nobody's gain is below zero, and it is
    zero for who has no buddy; a price lies between the cost of the last place taken and that of the next.
    """

    def __init__(self, problem: Problem, scale: _Scale) -> None:
        self.problem, self.scale = problem, scale
        self.buddy_of: dict[str, str] = {}
        self.parents_of: dict[str, list[str]] = {one.id: [] for one in problem.buddies if one.free}
        self.price = {one.id: scale.step(one, 1) for one in problem.buddies if one.free}
        self.gain: dict[str, int] = {}
        self.pairs: dict[str, list[tuple[str, int]]] = {one.id: [] for one in problem.parents}
        for parent, buddy in problem.quality:
            if buddy in self.price:
                self.pairs[parent].append((buddy, scale.worth(parent, buddy)))

    def insert(self, parent: str) -> None:
        self.gain[parent] = max([0, *(worth - self.price[buddy] for buddy, worth in self.pairs[parent])])
        search = self._search(parent)
        for one, far in search.far_parent.items():
            self.gain[one] -= max(0, search.length - far)
        for buddy, far in search.far_buddy.items():
            self.price[buddy] += max(0, search.length - far)
        self._move(parent, search)

    def _search(self, parent: str) -> _Search:
        """Until the shortest way is known to end: at a free place, or at a parent who stays without."""
        search = _Search({parent: 0}, length=self.gain[parent], end_parent=parent)
        heap: list[tuple[int, str]] = []
        seen: set[str] = set()
        self._reach(search, heap, parent, 0)
        while heap and heap[0][0] < search.length:
            far, buddy = heapq.heappop(heap)
            if buddy in seen:
                continue
            seen.add(buddy)
            self._end(search, buddy, far)
            for one in self.parents_of[buddy]:
                search.far_parent[one] = far
                if far + self.gain[one] < search.length:
                    search.length, search.end_parent, search.end_buddy = far + self.gain[one], one, None
                self._reach(search, heap, one, far)
        search.far_buddy = {buddy: far for buddy, far in search.far_buddy.items() if buddy in seen}
        return search

    def _reach(self, search: _Search, heap: list[tuple[int, str]], parent: str, far: int) -> None:
        for buddy, worth in self.pairs[parent]:
            there = far + self.gain[parent] + self.price[buddy] - worth
            if there < search.far_buddy.get(buddy, search.length):
                search.far_buddy[buddy], search.through[buddy] = there, parent
                heapq.heappush(heap, (there, buddy))

    def _end(self, search: _Search, buddy: str, far: int) -> None:
        one, taken = self.problem.buddy[buddy], len(self.parents_of[buddy])
        if taken < one.free:
            length = far + self.scale.step(one, taken + 1) - self.price[buddy]
            if length < search.length:
                search.length, search.end_buddy, search.end_parent = length, buddy, None

    def _move(self, parent: str, search: _Search) -> None:
        """Everybody along the way goes to the next buddy."""
        buddy = search.end_buddy
        if search.end_parent is not None:
            if search.end_parent == parent:
                return
            buddy = self.buddy_of.pop(search.end_parent)
            self.parents_of[buddy].remove(search.end_parent)
        while buddy is not None:
            one = search.through[buddy]
            before = self.buddy_of.get(one)
            if before is not None:
                self.parents_of[before].remove(one)
            self.buddy_of[one] = buddy
            self.parents_of[buddy].append(one)
            buddy = before

    def primal(self) -> int:
        worth = sum(self.scale.worth(parent, buddy) for parent, buddy in self.buddy_of.items())
        return worth - sum(self._cost(buddy, len(parents)) for buddy, parents in self.parents_of.items())

    def dual(self) -> int:
        """No assignment can be worth more than this, whatever the prices are, as long as they are feasible."""
        return sum(self.gain.values()) + sum(self._rent(buddy) for buddy in self.price)

    def is_feasible(self) -> bool:
        return all(gain >= 0 for gain in self.gain.values()) and all(
            self.gain[parent] + self.price[buddy] >= worth for parent, own in self.pairs.items() for buddy, worth in own
        )

    def _rent(self, buddy: str) -> int:
        """The most that any number of places at this buddy yields at its price."""
        one = self.problem.buddy[buddy]
        places = range(1, min(one.free, len(self.problem.parents)) + 1)
        return max(accumulate((self.price[buddy] - self.scale.step(one, k) for k in places), initial=0))

    def _cost(self, buddy: str, parents: int) -> int:
        return self.problem.cost(buddy, parents) * self.scale.tie
