"""A solved problem that stands while things change: each change takes a few short searches, not a solution anew.

After any changes it gives what `assign` gives for the problem as it is then; only the scale of the proof may differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from matching.assign import Assignment, rows_of
from matching.problem import Parent, Problem
from matching.solver.answer import proven
from matching.solver.changing import Changing, NoRoom
from matching.solver.compiled import numbers
from matching.solver.levels import differing, levels
from matching.solver.network import NOBODY, QUALITY_BITS, Flow
from matching.solver.rows import Rows
from matching.solver.steps import pair_of


@dataclass(frozen=True)
class Forced:
    """The loss per level, `quality` after the cost of load; `moved`: the buddy before and after of who else moves."""

    served: int
    priority: int
    quality: int
    moved: Mapping[str, tuple[str | None, str | None]]


def stand(problem: Problem) -> "Standing":
    """The solved problem; raises `TooLarge`."""
    return Standing(rows_of(problem))


class Standing:
    """Everybody with their best buddy, through all changes. Ids that are not known raise KeyError."""

    def __init__(self, rows: Rows) -> None:
        self._begin(rows)

    def _begin(self, rows: Rows) -> None:
        self._solved = Changing(rows)
        self._parent_ids, self._buddy_ids = list(rows.parent_ids), rows.buddy_ids
        self._parent = {one: at for at, one in enumerate(rows.parent_ids)}
        self._buddy = {one: at for at, one in enumerate(rows.buddy_ids)}

    def arrive(self, parent: Parent, qualities: Mapping[str, int]) -> None:
        """A parent comes; `qualities` holds the allowed pairs, by buddy. Raises ValueError for one who is there."""
        if parent.id in self._parent:
            raise ValueError(f"parent {parent.id!r} is there already")
        pairs = sorted((self._buddy[buddy], quality) for buddy, quality in qualities.items())
        points = numbers([quality for _buddy, quality in pairs], bits=QUALITY_BITS)
        number = self._solved.used
        try:
            self._solved.arrive(parent.id, parent.priority, [buddy for buddy, _quality in pairs], points)
        except NoRoom:
            self._begin(self._rows((parent, pairs)))
        else:
            self._parent[parent.id] = number
            self._parent_ids.append(parent.id)

    def withdraw(self, parent: str) -> None:
        """The parent asks for nobody any more."""
        self._solved.leave(self._parent.pop(parent))

    def change_capacity(self, buddy: str, capacity: int) -> None:
        """The buddy takes so many parents in all, those of before included; raises `TooLarge`."""
        try:
            self._solved.change_capacity(self._buddy[buddy], capacity)
        except NoRoom:
            self._begin(self._rows())

    def drop_buddy(self, buddy: str) -> None:
        """The buddy takes nobody; a change of capacity brings them back."""
        self.change_capacity(buddy, 0)

    def forbid(self, parent: str, buddy: str) -> None:
        """This pair is not allowed any more; twice is harmless."""
        number = self._parent[parent]
        pair = pair_of(self._solved.net, number, self._buddy[buddy])
        if pair >= 0:
            self._solved.part(number, pair)

    def assignment(self) -> Assignment:
        """The answer now, proven anew; raises `NotProven`."""
        solved = self._solved
        answer = proven(solved.net, solved.flow, solved.priority)
        mine = {one: self._name(answer.buddy_of[self._parent[one]]) for one in sorted(self._parent)}
        return Assignment({one: buddy for one, buddy in mine.items() if buddy is not None}, *answer[1:])

    def why_not(self, parent: str, buddy: str) -> Forced | None:
        """What insisting on this pair would cost; None when it is not allowed, or the buddy is not there or is full.

        Nothing changes. Exact, and proven like any answer: raises `NotProven`.
        """
        solved, number, other = self._solved, self._parent.get(parent), self._buddy.get(buddy)
        if number is None or other is None or not solved.net.places[other]:
            return None
        pair = pair_of(solved.net, number, other)
        if pair < 0:
            return None
        if solved.flow.buddy_of[number] == other:
            return Forced(0, 0, 0, {})
        return self._loss(solved.forced(number, pair), number)

    def _loss(self, then: Flow, forced: int) -> Forced:
        """From the flow now to another one."""
        solved, now = self._solved, self._solved.flow
        parents = differing(now, then)
        buddies = numbers(sorted({flow.buddy_of[one] for flow in (now, then) for one in parents} - {NOBODY}))
        was, will = (levels(solved.net, flow, solved.priority, parents, buddies) for flow in (now, then))
        moved = {
            self._parent_ids[one]: (self._name(now.buddy_of[one]), self._name(then.buddy_of[one]))
            for one in parents
            if one != forced
        }
        quality = was.quality - was.load_cost - will.quality + will.load_cost
        return Forced(was.served - will.served, was.priority - will.priority, quality, dict(sorted(moved.items())))

    def _rows(self, extra: tuple[Parent, list[tuple[int, int]]] | None = None) -> Rows:
        """The problem as it is now, and a parent more."""
        solved = self._solved
        priority = {one: int(solved.priority[at]) for one, at in self._parent.items()}
        pairs = {one: self._pairs(at) for one, at in self._parent.items()}
        if extra:
            priority[extra[0].id], pairs[extra[0].id] = extra[0].priority, extra[1]
        ids = sorted(priority)
        flat = [pair for one in ids for pair in pairs[one]]
        return Rows(
            parent_ids=ids,
            priority=numbers([priority[one] for one in ids]),
            buddy_ids=self._buddy_ids,
            capacity=numbers(solved.capacity),
            load=solved.load,
            start=numbers([0, *accumulate(len(pairs[one]) for one in ids)]),
            buddy=numbers([buddy for buddy, _quality in flat], bits=32),
            quality=numbers([quality for _buddy, quality in flat], bits=QUALITY_BITS),
            load_weight=solved.load_weight,
        )

    def _pairs(self, parent: int) -> list[tuple[int, int]]:
        net = self._solved.net
        every = range(net.start[parent], net.start[parent + 1])
        return [(int(net.buddy[k]), int(net.quality[k])) for k in every if net.buddy[k] != self._solved.nowhere]

    def _name(self, buddy: int) -> str | None:
        return None if buddy == NOBODY else self._buddy_ids[buddy]
