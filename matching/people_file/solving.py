"""The best answer for the people of a file, and what is needed to ask further about it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from matching.assign import Assignment, assign
from matching.candidates.blocking import near_misses, refused
from matching.candidates.columns import Columns
from matching.candidates.finding import Candidates, candidates
from matching.candidates.judging import Rules, rules_for
from matching.candidates.reading import columns
from matching.near_misses import NearMiss
from matching.people_file.reading import People
from matching.problem import Buddy, Parent, Problem
from matching.standing import Standing, stand


@dataclass(frozen=True)
class Solved:
    """`problem` and `best` have the ids of the file, `people` the numbers that follow their order."""

    people: People
    problem: Problem
    best: Assignment
    columns: Columns
    rules: Rules
    found: Candidates

    @cached_property
    def standing(self) -> Standing:
        """The same plan, for questions about single pairs; nobody may change it."""
        return stand(self.problem)

    @cached_property
    def taken(self) -> Mapping[str, int]:
        """How many parents each buddy gets."""
        return Counter(self.best.buddy_of.values())

    def fitting(self, parent: int) -> dict[int, int]:
        """The buddies without a hindrance, with their scores, by number."""
        return _fitting(self.people, self.found, parent)

    def refused(self, parent: int) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """The others, each with all that stands in the way."""
        return tuple(refused(self.columns, self.rules, parent - 1))

    def near_misses(self, parent: int) -> tuple[NearMiss, ...]:
        """Those in whose way one rule stands that can change."""
        return near_misses(self.columns, self.rules, parent - 1)


def solve(people: People) -> Solved:
    """1. Everybody who could be asked by whom, as good as the score. 2. The best choice for all, proven."""
    crowd = people.crowd
    table = columns([one.need for one in crowd.askers], crowd.offers)
    found = candidates(table, crowd.weights)
    problem = Problem(
        tuple(Parent(people.parents[one.need.request_id], one.priority) for one in crowd.askers),
        tuple(Buddy(people.buddies[one.buddy_id], max(one.max_load, one.load), one.load) for one in crowd.offers),
        {
            (parent, people.buddies[buddy]): score
            for number, parent in people.parents.items()
            for buddy, score in _fitting(people, found, number).items()
        },
        crowd.load_weight,
    )
    return Solved(people, problem, assign(problem), table, rules_for(table, crowd.weights), found)


def _fitting(people: People, found: Candidates, parent: int) -> dict[int, int]:
    here = range(found.start[parent - 1], found.start[parent])
    return {people.crowd.offers[found.buddy[at]].buddy_id: int(found.quality[at]) for at in here}
