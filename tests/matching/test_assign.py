"""The best assignment: against trying everything, against networkx, and what must hold whatever the problem."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

import networkx as nx
import pytest

from matching.assign import assign, rows_of
from matching.forced import forced
from matching.problem import Buddy, Parent, Problem
from matching.solver.network import tie
from matching.solver.rows import network
from tests.matching.problems import every_answer, levels, problem

SEEDS = range(0, 1500, 50)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_better_on_any_level(seed: int) -> None:
    for one in range(seed, seed + 50):
        given = problem(one)
        best, *others = sorted(every_answer(given), key=lambda each: (*levels(given, each), tied(given, each)))[::-1]
        found = assign(given)
        assert found.buddy_of == best
        assert (found.served, found.priority, found.quality - found.load_cost) == levels(given, best)
        assert not others or (levels(given, best), tied(given, best)) != (
            levels(given, others[0]),
            tied(given, others[0]),
        )


def tied(given: Problem, buddy_of: Mapping[str, str]) -> int:
    """The last level: what the ids alone make of it."""
    rows = rows_of(given)
    net = network(rows)
    parent, buddy = rows.parent_ids.index, rows.buddy_ids.index
    return sum(int(tie(net, parent(one), buddy(other))) for one, other in buddy_of.items())


@pytest.mark.parametrize("seed", range(5))
def test_an_independent_solver_finds_the_same_objective(seed: int) -> None:
    random = Random(seed)
    parents = tuple(Parent(f"p{n}", random.randint(1, 30)) for n in range(120))
    buddies = tuple(Buddy(f"b{n}", random.randint(1, 4), random.randint(0, 1)) for n in range(40))
    quality = {(p.id, b.id): random.randint(0, 1000) for p in parents for b in random.sample(buddies, 5)}
    given = Problem(parents, buddies, quality)

    found = assign(given)

    assert levels(given, found.buddy_of) == levels(given, by_networkx(given))


def by_networkx(given: Problem) -> dict[str, str]:
    """A minimum-cost flow by the network simplex of networkx."""
    big = len(given.parents) * 4000
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("end", demand=len(given.parents))
    for parent in given.parents:
        graph.add_node(f"parent {parent.id}", demand=-1)
        graph.add_edge(f"parent {parent.id}", "end", capacity=1, weight=0)
    for buddy in given.buddies:
        for k in range(1, buddy.free + 1):
            place = f"place {buddy.id} {k}"
            graph.add_edge(f"buddy {buddy.id}", place, capacity=1, weight=given.step(buddy, k))
            graph.add_edge(place, "end", capacity=1, weight=0)
    for (one, other), quality in given.quality.items():
        worth = given.priority[one] * big + quality
        graph.add_edge(f"parent {one}", f"buddy {other}", capacity=1, weight=-worth)
    _cost, flow = nx.network_simplex(graph)
    return {one: other for one, other in given.quality if flow[f"parent {one}"][f"buddy {other}"]}


@pytest.mark.parametrize("seed", range(40))
def test_the_order_of_rows_changes_nothing(seed: int) -> None:
    given, random = problem(seed, parents=9, buddies=6), Random(seed)
    pairs = list(given.quality.items())
    for rows in (pairs, parents := list(given.parents), buddies := list(given.buddies)):
        random.shuffle(rows)

    assert assign(Problem(tuple(parents), tuple(buddies), dict(pairs), given.load_weight)) == assign(given)


@pytest.mark.parametrize("seed", range(40))
def test_one_buddy_more_never_serves_fewer_and_one_parent_more_neither(seed: int) -> None:
    given, random = problem(seed, parents=9, buddies=6), Random(seed)
    extra = {(one.id, "new"): 500 for one in given.parents if random.random() < 0.5}
    more = replace(given, buddies=(*given.buddies, Buddy("new", 2)), quality={**given.quality, **extra})
    fewer = replace(
        given,
        parents=given.parents[1:],
        quality={pair: q for pair, q in given.quality.items() if given.parents and pair[0] != given.parents[0].id},
    )

    assert assign(more).served >= assign(given).served >= assign(fewer).served


def test_a_buddy_with_room_for_everybody_takes_them_all() -> None:
    parents = tuple(Parent(f"p{n}", 1) for n in range(50))
    given = Problem(parents, (Buddy("b", 10**9),), {(one.id, "b"): 1 for one in parents})

    assert assign(given).served == 50


@pytest.mark.parametrize("seed", range(60))
def test_what_insisting_on_a_pair_costs_is_exact(seed: int) -> None:
    given = problem(seed)
    best = assign(given)
    for parent, buddy in given.quality:
        answers = [one for one in every_answer(given) if one.get(parent) == buddy]
        loss = forced(given, best, parent, buddy)
        if not answers:
            assert loss is None
            continue
        most = max(levels(given, one) for one in answers)
        mine = best.served, best.priority, best.quality - best.load_cost
        assert loss and (loss.served, loss.priority, loss.quality) == tuple(
            a - b for a, b in zip(mine, most, strict=True)
        )
        assert parent not in loss.moved and all(before != after for before, after in loss.moved.values())


def test_a_pair_that_is_there_already_costs_nothing() -> None:
    given = next(one for seed in range(99) if assign(one := problem(seed)).served > 2)
    best = assign(given)

    losses = [forced(given, best, *pair) for pair in best.buddy_of.items()]

    assert losses and all(one and (one.served, one.priority, one.quality, one.moved) == (0, 0, 0, {}) for one in losses)
