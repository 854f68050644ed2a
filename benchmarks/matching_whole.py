"""One size of `benchmarks.matching` in a process of its own: candidates, solution with proof, memory, and greedy.

`python -m benchmarks.matching_whole PARENTS BUDDIES REGIONS ROUNDS` writes JSON.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import TypeVar

import numpy as np

from benchmarks.country import Country, invent
from matching.candidates.finding import Candidates, candidates
from matching.solver.answer import best
from matching.solver.rows import Rows

Made = TypeVar("Made")
LOAD_WEIGHT = 100


class Watch:
    """Milliseconds on the clock and of the processor: on a machine that is busy with other things they differ."""

    def __init__(self) -> None:
        self.clock: dict[str, list[float]] = {}
        self.processor: dict[str, list[float]] = {}

    def timed(self, name: str, work: Callable[[], Made]) -> Made:
        clock, processor = time.perf_counter(), time.process_time()
        made = work()
        self.processor.setdefault(name, []).append((time.process_time() - processor) * 1000)
        self.clock.setdefault(name, []).append((time.perf_counter() - clock) * 1000)
        return made

    def medians(self, name: str) -> tuple[float, float]:
        return median(self.clock[name]), median(self.processor[name])


def megabytes() -> float:
    """The most that this whole process ever had in memory."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def rows(country: Country, found: Candidates) -> Rows:
    return Rows(
        [f"p{number:06}" for number in country.columns.askers.id],
        country.priority,
        [f"b{number:06}" for number in country.columns.givers.id],
        country.capacity,
        country.load,
        found.start,
        found.buddy,
        found.quality,
        LOAD_WEIGHT,
    )


def greedy(problem: Rows) -> int:
    """How many parents are served when whoever goes first gets the best buddy that is left, as people do by hand."""
    free, served = np.asarray(problem.capacity) - np.asarray(problem.load), 0
    start, buddy, quality = (np.asarray(one) for one in (problem.start, problem.buddy, problem.quality))
    for parent in np.argsort(-np.asarray(problem.priority), kind="stable"):
        mine = buddy[start[parent] : start[parent + 1]]
        points = np.where(free[mine] > 0, quality[start[parent] : start[parent + 1]], -1)
        if len(points) and points.max() >= 0:
            free[mine[points.argmax()]] -= 1
            served += 1
    return served


def main() -> None:
    parents, buddies, regions, rounds = map(int, sys.argv[1:])
    country = invent(parents, buddies, regions)
    before, watch, first = megabytes(), Watch(), Watch()
    found = first.timed("first", lambda: candidates(country.columns, {}))
    first.timed("first", lambda: best(rows(country, found)))
    for _round in range(rounds):
        found = watch.timed("candidates", lambda: candidates(country.columns, {}))
        problem = rows(country, found)
        answer = watch.timed("solve", lambda problem=problem: best(problem))  # type: ignore[misc]
    peak = megabytes()
    told = {
        "pairs": len(found.buddy),
        "first": sum(first.clock["first"]),
        "candidates": watch.medians("candidates"),
        "solve": watch.medians("solve"),
        "before_mb": before,
        "peak_mb": peak,
        "served": answer.served,
        "objective": [answer.priority, answer.quality - answer.load_cost],
        "greedy": greedy(problem),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
