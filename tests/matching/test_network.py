"""The network that people look at: what hangs on one buddy, what stands apart, and a drawing that stays the same."""

from itertools import combinations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from matching.network import (
    Kind,
    Node,
    Person,
    Tie,
    bridges,
    hangs_on_one,
    islands,
    linchpins,
    network,
    served_by_nobody,
    spots,
)

ALKMAAR, HEILOO = "GM0361", "GM0399"
ASKS_GIFTED = Person(1, frozenset({"F1"}), ALKMAAR)
ASKS_ABSENCE = Person(2, frozenset({"D1"}), HEILOO)
KNOWS_BOTH = Person(1, frozenset({"F1", "D1"}), ALKMAAR)
KNOWS_GIFTED = Person(2, frozenset({"F1"}), HEILOO)

people = st.lists(
    st.builds(
        Person,
        st.integers(1, 9),
        st.frozensets(st.sampled_from("ABCDE"), max_size=3),
        st.sampled_from([ALKMAAR, HEILOO]),
    ),
    max_size=6,
    unique_by=lambda one: one.id,
)


def test_a_topic_of_one_available_buddy_hangs_on_that_buddy() -> None:
    graph = network([ASKS_GIFTED, ASKS_ABSENCE], [KNOWS_BOTH, KNOWS_GIFTED])

    assert hangs_on_one(graph, {1, 2}) == {"D1": 1}


def test_a_buddy_who_may_not_be_asked_serves_nothing() -> None:
    graph = network([ASKS_GIFTED, ASKS_ABSENCE], [KNOWS_BOTH, KNOWS_GIFTED])

    assert (hangs_on_one(graph, {2}), served_by_nobody(graph, {2})) == ({"F1": 2}, ("D1",))


def test_a_place_can_hang_on_one_buddy_too() -> None:
    graph = network([], [KNOWS_BOTH, KNOWS_GIFTED])

    assert hangs_on_one(graph, {1, 2}, Kind.PLACE) == {ALKMAAR: 1, HEILOO: 2}


def test_who_carries_most_alone_comes_first() -> None:
    graph = network([], [Person(1, frozenset("A"), ALKMAAR), Person(2, frozenset("BC"), ALKMAAR)])

    assert list(linchpins(graph, {1, 2}).items()) == [(2, ("B", "C")), (1, ("A",))]


def test_what_nothing_ties_together_is_an_island() -> None:
    graph = network([ASKS_GIFTED], [Person(7, frozenset({"D1"}), HEILOO)])

    assert [len(part) for part in islands(graph)] == [3, 3]


def test_a_match_ties_two_islands_and_is_the_bridge_between_them() -> None:
    graph = network([ASKS_GIFTED], [Person(7, frozenset({"D1"}), HEILOO)], [(1, 7, Tie.MATCHED)])

    assert len(islands(graph)) == 1
    assert (Node(Kind.BUDDY, "7"), Node(Kind.PARENT, "1")) in bridges(graph)


def test_a_pair_with_somebody_who_is_not_there_is_left_out() -> None:
    assert network([ASKS_GIFTED], [], [(1, 7, Tie.MATCHED)]).number_of_nodes() == 3


def test_parents_stand_left_topics_between_and_buddies_right() -> None:
    found = spots(network([ASKS_GIFTED], [KNOWS_GIFTED]))

    assert found == {
        Node(Kind.PARENT, "1"): (0.0, 0.5),
        Node(Kind.TOPIC, "F1"): (0.5, 0.5),
        Node(Kind.BUDDY, "2"): (1.0, 0.5),
    }


def test_lines_that_need_not_cross_do_not_cross() -> None:
    parents = [Person(n, frozenset({topic}), ALKMAAR) for n, topic in enumerate("DCBA")]
    found = spots(network(parents, [Person(n, frozenset({topic}), ALKMAAR) for n, topic in enumerate("BADC")]))

    heights = {topic: found[Node(Kind.TOPIC, topic)][1] for topic in "ABCD"}
    assert [found[Node(Kind.PARENT, str(n))][1] for n in range(4)] == [heights[topic] for topic in "DCBA"]


@given(people, people)
def test_the_order_of_the_rows_changes_nothing(parents: list[Person], buddies: list[Person]) -> None:
    one, other = network(parents, buddies), network(parents[::-1], buddies[::-1])

    assert spots(one) == spots(other)
    assert nx.utils.graphs_equal(one, other)


@given(people, people)
def test_nobody_is_drawn_on_top_of_somebody_else(parents: list[Person], buddies: list[Person]) -> None:
    found = spots(network(parents, buddies))

    assert all(one != other for one, other in combinations(found.values(), 2))


@given(people, st.frozensets(st.integers(1, 9)))
def test_without_its_one_buddy_a_topic_has_nobody(buddies: list[Person], available: frozenset[int]) -> None:
    graph = network([], buddies)

    for topic, buddy_id in hangs_on_one(graph, available).items():
        others = [one for one in buddies if one.id in available and one.id != buddy_id]
        assert all(topic not in one.topics for one in others)


@given(people, st.frozensets(st.integers(1, 9)))
def test_who_alone_serves_a_topic_is_at_the_end_of_a_bridge(buddies: list[Person], available: frozenset[int]) -> None:
    served = network([], [one for one in buddies if one.id in available])
    topics = served.subgraph(node for node in served if node.kind is not Kind.PLACE)

    for topic, buddy_id in hangs_on_one(network([], buddies), available).items():
        assert (Node(Kind.BUDDY, str(buddy_id)), Node(Kind.TOPIC, topic)) in bridges(topics)
