"""Changes to a plan that stands: `python -m benchmarks.matching_steps PARENTS BUDDIES REGIONS TIMES` writes JSON.

A buddy drops out, a parent arrives, why not this buddy, who would nearly do; each so many times, undone in between.
"""

import json
import sys
from collections.abc import Callable, Iterator
from random import Random
from statistics import median, quantiles

from benchmarks.country import Country, invent
from benchmarks.matching_whole import Watch, rows
from matching.candidates.blocking import near_misses
from matching.candidates.finding import Candidates, candidates
from matching.candidates.judging import rules_for
from matching.problem import Parent
from matching.standing import Standing

Step = Callable[[Watch, int], None]


class Changes:
    def __init__(self, country: Country, found: Candidates, seed: int = 1) -> None:
        self.country, self.found, self.chance = country, found, Random(seed)
        self.problem = rows(country, found)
        self.standing = Standing(self.problem)
        self.rules = rules_for(country.columns, {})
        asking = range(len(self.problem.parent_ids))
        self.with_buddies = [one for one in asking if found.start[one] < found.start[one + 1]]
        self.available = sorted({int(one) for one in found.buddy})

    def drop(self, watch: Watch) -> None:
        at = self.chance.choice(self.available)
        buddy = self.problem.buddy_ids[at]
        watch.timed("a buddy drops out", lambda: self.standing.drop_buddy(buddy))
        self.standing.change_capacity(buddy, int(self.country.capacity[at]))

    def arrive(self, watch: Watch) -> None:
        at = self.chance.choice(self.with_buddies)
        parent = Parent(self.problem.parent_ids[at], int(self.country.priority[at]))
        qualities = {self.problem.buddy_ids[buddy]: quality for buddy, quality in self._pairs(at)}
        self.standing.withdraw(parent.id)
        watch.timed("a parent arrives", lambda: self.standing.arrive(parent, qualities))

    def ask_why_not(self, watch: Watch) -> None:
        at = self.chance.choice(self.with_buddies)
        buddy, _quality = self.chance.choice(list(self._pairs(at)))
        ids = self.problem.parent_ids[at], self.problem.buddy_ids[buddy]
        watch.timed("why not this buddy", lambda: self.standing.why_not(*ids))

    def look_around(self, watch: Watch) -> None:
        at = self.chance.randrange(len(self.problem.parent_ids))
        watch.timed("near misses of a parent", lambda: near_misses(self.country.columns, self.rules, at))

    def _pairs(self, parent: int) -> Iterator[tuple[int, int]]:
        for pair in range(self.found.start[parent], self.found.start[parent + 1]):
            yield int(self.found.buddy[pair]), int(self.found.quality[pair])


def main() -> None:
    parents, buddies, regions, times = map(int, sys.argv[1:])
    country = invent(parents, buddies, regions)
    changes, watch = Changes(country, candidates(country.columns, {})), Watch()
    steps = (changes.drop, changes.arrive, changes.ask_why_not, changes.look_around)
    for step in steps:
        step(Watch())  # loads what is compiled
        for _time in range(times):
            step(watch)
    told = {name: [*_both(took), *_both(watch.processor[name])] for name, took in watch.clock.items()}
    print(json.dumps(told))


def _both(took: list[float]) -> tuple[float, float]:
    """Median and 99th percentile."""
    return median(took), quantiles(took, n=100)[-1]


if __name__ == "__main__":
    main()
