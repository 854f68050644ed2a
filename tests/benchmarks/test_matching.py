"""The invented country is one that the rules know, and all solvers agree on its smallest problem."""

import json
import subprocess
import sys
from typing import Any

import pytest

from matching.candidates.aspects import ASPECTS
from matching.candidates.columns import Columns
from matching.candidates.finding import candidates
from matching.candidates.reading import MOMENT_BIT
from matching.people import Moment, Need, Offer
from matching.rank import rank
from matching.solver.compiled import IS_FAST

pytestmark = pytest.mark.skipif(not IS_FAST, reason="the benchmark of the matcher is for the accelerator")
SIZE = ("100", "40", "4")


def run(module: str, *arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
    found: dict[str, Any] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)
    return found


def need(columns: Columns, at: int) -> Need:
    """The parent whom this row stands for."""
    askers, words = columns.askers, columns.words
    asks = range(askers.ask_start[at], askers.ask_start[at + 1])
    named = range(askers.named_start[at], askers.named_start[at + 1])
    return Need(
        int(askers.id[at]),
        {str(one): dict(words.asks[askers.ask[one]]) for one in asks},
        place=words.places[askers.place[at]],
        moments=moments(askers.moments[at]),
        avoid_own_municipality=bool(askers.avoids_own[at]),
        **profile(columns, "asked", askers.profile, at),
        vetoed_buddies=frozenset(int(columns.givers.id[askers.named[one]]) for one in named),
    )


def offer(columns: Columns, at: int) -> Offer:
    """The buddy whom this row stands for."""
    givers, words = columns.givers, columns.words
    knows = range(givers.knows_start[at], givers.knows_start[at + 1])
    helps = range(givers.helps_start[at], givers.helps_start[at + 1])
    return Offer(
        int(givers.id[at]),
        frozenset(words.topics[givers.knows[one]] for one in knows),
        place=words.places[givers.place[at]],
        travel_km=int(givers.travel_km[at]),
        municipalities=frozenset(words.municipalities[givers.helps[one]] for one in helps),
        in_the_middle=frozenset(words.topics[givers.knows[one]] for one in knows if not givers.behind[one]),
        moments=moments(givers.moments[at]),
        **profile(columns, "given", givers.profile, at),
    )


def profile(columns: Columns, side: str, row: Any, at: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for number, aspect in enumerate(ASPECTS):
        values = getattr(columns.words, side)[number][row[at * len(ASPECTS) + number]]
        found |= dict(zip(getattr(aspect, side), values, strict=True))
    return found


def moments(bits: int) -> frozenset[Moment]:
    return frozenset(moment for moment, bit in MOMENT_BIT.items() if int(bits) & bit)


def test_the_columns_of_the_country_are_parents_and_buddies_like_any_other() -> None:
    columns = pytest.importorskip("benchmarks.country").invent(100, 40, 4).columns
    offers = [offer(columns, at) for at in range(40)]

    found = candidates(columns, {})

    for at in range(100):
        row = range(found.start[at], found.start[at + 1])
        ranked = {one.buddy_id: one.score for one in rank(need(columns, at), offers, {}).shortlist}
        assert {offers[found.buddy[one]].buddy_id: int(found.quality[one]) for one in row} == ranked


def test_networkx_finds_an_answer_of_the_same_worth() -> None:
    ours = run("matching_whole", *SIZE, "1")
    other = run("matching_peers", "network_simplex", *SIZE)

    priority, rest = ours["objective"]
    assert other["worth"] == priority * (1 + 2 * 100 * 1100) + rest


def test_the_changes_that_are_measured_are_those_of_a_plan_that_stands() -> None:
    assert list(run("matching_steps", *SIZE, "3")) == [
        "a buddy drops out",
        "a parent arrives",
        "why not this buddy",
        "near misses of a parent",
    ]
