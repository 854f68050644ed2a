"""The solver underneath: what its proof catches, what it refuses to reckon with, and its corners."""

from collections.abc import Callable
from random import Random

import pytest

from matching.assign import rows_of
from matching.problem import Buddy, Parent, Problem
from matching.solver.answer import best, proven
from matching.solver.compiled import Numbers, TooLarge
from matching.solver.network import CLOSED, NOBODY, Flow, Network
from matching.solver.proof import NotProven, prove
from matching.solver.rows import Rows, network
from matching.solver.solving import solve
from tests.matching.problems import problem


def solved(seed: int) -> tuple[Network, Flow]:
    net = network(rows_of(problem(seed, parents=9, buddies=6)))
    return net, solve(net)


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("field", Flow._fields)
def test_the_proof_fails_for_a_flow_that_was_tampered_with(seed: int, field: str) -> None:
    net, flow = solved(seed)
    row: Numbers = getattr(flow, field)
    seated = [parent for parent, buddy in enumerate(flow.buddy_of) if buddy != NOBODY]
    if not seated:
        return
    parent = Random(seed).choice(seated)
    buddy = int(flow.buddy_of[parent])
    at = {"parent": parent, "buddy": buddy, "place": int(flow.place_of[parent])}[OF[field]]

    row[at] += 1 if field != "holder" else -(row[at] + 1)

    assert not prove(net, flow).holds


OF = {
    "buddy_of": "parent",
    "place_of": "parent",
    "taken": "buddy",
    "holder": "place",
    "gain": "parent",
    "gain_low": "parent",
    "price": "buddy",
    "price_low": "buddy",
}


def test_without_proof_there_is_no_answer() -> None:
    net, flow = solved(3)
    flow.gain[0] += 1

    with pytest.raises(NotProven):
        proven(net, flow, [1] * len(net.base))


@pytest.mark.parametrize(
    "given",
    [
        Problem((), (), {}),
        Problem((Parent("p", 1),), (), {}),
        Problem((), (Buddy("b", 3),), {}),
        Problem((Parent("p", 1),), (Buddy("b", 0),), {("p", "b"): 5}),
        Problem((Parent("p", 1),), (Buddy("b", 2, 2),), {("p", "b"): 5}),
    ],
)
def test_nobody_is_served_where_nobody_can_be(given: Problem) -> None:
    assert best(rows_of(given))[1:] == (0, 0, 0, 0, 0, 0)


def test_the_largest_numbers_of_a_file_are_reckoned_with_exactly() -> None:
    most = 10**9
    parents = tuple(Parent(f"p{n}", most - n % 3) for n in range(40))
    quality = {(one.id, other): 1000 for one in parents for other in "bc"}
    given = Problem(parents, (Buddy("b", most, most - 5), Buddy("c", most, 0)), quality, most)

    found = best(rows_of(given))

    assert (found.served, found.priority, found.quality) == (40, sum(one.priority for one in parents), 40_000)
    assert found.load_cost == sum(range(1, 41))


def many_priorities(load_weight: int) -> Rows:
    """200,000 parents, each with a priority of their own."""
    count = 200_000
    return Rows(
        [f"{n:06}" for n in range(count)], list(range(1, count + 1)), [], [], [], [0] * (count + 1), [], [], load_weight
    )


@pytest.mark.parametrize(
    "rows",
    [
        lambda: many_priorities(10**9),
        lambda: Rows([], [], ["b"], [10**10], [0], [0], [], [], 10**9),
        lambda: Rows([f"{n:07}" for n in range(1_100_000)], [1], [], [], [], [0], [], [], 1),
    ],
    ids=["priorities", "capacity", "parents"],
)
def test_numbers_that_do_not_fit_are_refused_before_they_are_reckoned_with(rows: Callable[[], Rows]) -> None:
    with pytest.raises(TooLarge):
        network(rows())


def test_only_the_order_of_priorities_counts_when_they_are_far_apart() -> None:
    close = problem(11, parents=9, buddies=6)
    values = sorted({one.priority for one in close.parents})
    far = tuple(Parent(one.id, 10 ** (3 * values.index(one.priority) + 9)) for one in close.parents)

    found = best(rows_of(Problem(far, close.buddies, close.quality, close.load_weight)))

    assert list(found.buddy_of) == list(best(rows_of(close)).buddy_of)


def test_ids_that_are_not_in_order_are_refused() -> None:
    with pytest.raises(ValueError, match="in order"):
        network(Rows(["b", "a"], [1, 1], [], [], [], [0, 0, 0], [], [], 0))


def test_a_closed_buddy_is_dearer_than_anything_is_worth() -> None:
    net, flow = solved(3)

    assert all(price == CLOSED for price, places in zip(flow.price, net.places, strict=True) if not places)
