"""The best assignment: against trying everything, against networkx, and what must hold whatever the problem."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from matching.assign import assign
from matching.forced import forced
from matching.problem import Buddy, Parent, Problem
from tests.matching.oracles import by_networkx, crowded, middling, tied
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


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("coarse", [1, 100, 1001])
def test_an_independent_solver_finds_the_same_objective(seed: int, coarse: int) -> None:
    given = middling(seed, coarse=coarse)

    assert levels(given, assign(given).buddy_of) == levels(given, by_networkx(given))


@pytest.mark.parametrize("coarse", [1, 100, 1001])
@pytest.mark.parametrize("priorities", [1, 4, 1000])
def test_so_it_does_where_everybody_fits_everybody(coarse: int, priorities: int) -> None:
    given = crowded(7, coarse, priorities)

    assert levels(given, assign(given).buddy_of) == levels(given, by_networkx(given))


@pytest.mark.parametrize("seed", range(20))
def test_no_buddy_gets_too_many_and_no_parent_somebody_who_does_not_fit(seed: int) -> None:
    given = middling(seed, coarse=100)

    found = assign(given).buddy_of

    taken = Counter(found.values())
    assert set(found.items()) <= set(given.quality)
    assert all(number <= given.buddy[buddy].free for buddy, number in taken.items())


@pytest.mark.parametrize("seed", range(20))
def test_a_parent_whom_nobody_fits_and_a_buddy_who_fits_nobody_change_nothing(seed: int) -> None:
    given = middling(seed, coarse=1001)
    more = replace(given, parents=(Parent("alone", 99), *given.parents), buddies=(Buddy("idle", 3), *given.buddies))

    assert assign(more).buddy_of == assign(given).buddy_of


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
