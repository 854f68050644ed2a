"""The solver beside others on thousands of random problems: `python -m benchmarks.solver_oracle --small 20000`.

Small problems against trying everything, with the tie-break; larger ones against networkx, and against OR-tools when it
is installed (`pip install --target FOLDER ortools`, then PYTHONPATH=FOLDER). Every answer is compared level by level.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec

from matching.assign import assign
from matching.problem import Problem
from matching.standing import Standing, stand
from tests.matching.oracles import by_networkx, by_ortools, crowded, middling, tied
from tests.matching.problems import every_answer, levels, problem


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--small", type=int, default=5000)
    asked.add_argument("--large", type=int, default=300)
    given = asked.parse_args()
    wrong: Counter[str] = Counter()
    for seed in range(given.small):
        wrong["small"] += not is_the_one_best(problem(seed, parents=6, buddies=5))
    for name, solver in solvers().items():
        for seed in range(given.large):
            wrong[name] += not is_equal(larger(seed), solver)
        print(f"{given.large} larger problems against {name}: {wrong[name]} differ")
    for seed in range(given.large):
        wrong["why not"] += not is_exact_about_pairs(middling(seed, 40, 15))
    print(f"{given.small} small problems against trying everything: {wrong['small']} differ")
    print(f"{given.large} problems, each with three questions about a pair: {wrong['why not']} differ")
    return int(any(wrong.values()))


def solvers() -> dict[str, Callable[[Problem], dict[str, str]]]:
    found: dict[str, Callable[[Problem], dict[str, str]]] = {"networkx": by_networkx}
    return found | ({"OR-tools": by_ortools} if find_spec("ortools") else {})


def larger(seed: int) -> Problem:
    """Sparse or everybody with everybody; much equal or little; one priority or many."""
    coarse, priorities = (1, 100, 1001)[seed % 3], (1, 4, 1000)[seed // 3 % 3]
    return crowded(seed, coarse, priorities) if seed % 2 else middling(seed, coarse=coarse)


def is_equal(given: Problem, solver: Callable[[Problem], dict[str, str]]) -> bool:
    return levels(given, assign(given).buddy_of) == levels(given, solver(given))


def is_the_one_best(given: Problem) -> bool:
    ranked = sorted(((*levels(given, one), tied(given, one)), sorted(one.items())) for one in every_answer(given))
    is_unique = len(ranked) < 2 or ranked[-1][0] > ranked[-2][0]
    return is_unique and sorted(assign(given).buddy_of.items()) == ranked[-1][1]


def is_exact_about_pairs(given: Problem) -> bool:
    standing, best = stand(given), levels(given, assign(given).buddy_of)
    return all(is_exact_about(given, standing, best, pair) for pair in sorted(given.quality)[:3])


def is_exact_about(given: Problem, standing: Standing, best: tuple[int, int, int], pair: tuple[str, str]) -> bool:
    """The loss against everybody else solved by networkx, with one place less at this buddy."""
    parent, buddy = pair
    if given.buddy[buddy].free < 1:
        return standing.why_not(*pair) is None
    others = tuple(one for one in given.parents if one.id != parent)
    fuller = tuple(replace(one, load=one.load + 1) if one.id == buddy else one for one in given.buddies)
    rest = Problem(others, fuller, {one: q for one, q in given.quality.items() if one[0] != parent}, given.load_weight)
    served, priority, quality = levels(rest, by_networkx(rest))
    mine = given.quality[pair] - given.cost(buddy, 1)
    then = (served + 1, priority + given.priority[parent], quality + mine)
    loss = standing.why_not(*pair)
    lost = tuple(one - other for one, other in zip(best, then, strict=True))
    return loss is not None and (loss.served, loss.priority, loss.quality) == lost


if __name__ == "__main__":
    sys.exit(main())
