"""With and without the accelerator: the same answers, and what is compiled is kept once."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from matching.assign import assign
from matching.solver import (
    changing,
    compiled,
    inward,
    levels,
    near,
    network,
    outward,
    proof,
    search,
    serving,
    solving,
    steps,
)
from matching.standing import stand
from tests.matching.problems import problem

MODULES = (changing, inward, levels, near, network, outward, proof, search, serving, solving, steps)
SEEDS = range(150)
WITHOUT = """
import json, sys
sys.modules["numba"] = None
from tests.matching.test_accelerator import answers
from matching.solver.compiled import IS_FAST
assert not IS_FAST
print(json.dumps(answers()))
"""


def answers() -> list[Any]:
    """The answers to many problems, and what insisting on a few pairs would cost."""
    found: list[Any] = []
    for seed in SEEDS:
        given = problem(seed, parents=9, buddies=6)
        best, standing = assign(given), stand(given)
        losses = [standing.why_not(*pair) for pair in sorted(given.quality)[:4]]
        moved = [loss and [loss.served, loss.priority, loss.quality, sorted(loss.moved)] for loss in losses]
        found.append([sorted(best.buddy_of.items()), best.quality, best.load_cost, best.primal, moved])
    return found


def test_without_the_accelerator_the_answers_are_the_same() -> None:
    here = Path(__file__).parents[2]
    plain = subprocess.run([sys.executable, "-c", WITHOUT], cwd=here, capture_output=True, text=True, check=True)

    assert json.loads(plain.stdout) == json.loads(json.dumps(answers()))


@pytest.mark.skipif(not compiled.IS_FAST, reason="the accelerator is not installed")
def test_each_function_is_compiled_for_one_kind_of_arguments() -> None:
    answers()

    kinds = {
        f"{module.__name__}.{name}": {key[0] for key in one._cache._cache_file._load_index()}
        for module in MODULES
        for name, one in vars(module).items()
        if hasattr(one, "py_func")
    }
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}
