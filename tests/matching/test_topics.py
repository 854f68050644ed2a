"""Near topics: a neighbour counts for half, the same group for a little."""

import pytest

from matching.topics import around, graph_of
from tests.matching.people import GRAPH, GROUPS


@pytest.mark.parametrize(
    ("asked", "other", "nearness"),
    [
        ("F1", "F1", 1.0),
        ("F1", "F2", 0.5),
        ("F2", "F1", 0.5),
        ("F1", "F6", 0.2),
        ("F1", "F3", 0.2),
        ("F", "F3", 0.5),
        ("F1", "E1", 0.0),
    ],
)
def test_nearness_falls_with_the_steps_between_two_topics(asked: str, other: str, nearness: float) -> None:
    near = around(GRAPH, {asked})

    assert near[asked].get(other, 0.0) == nearness


def test_a_topic_that_staff_removed_is_near_itself_only() -> None:
    assert around(GRAPH, {"X9"}) == {"X9": {"X9": 1.0}}


def test_a_pair_with_a_removed_topic_makes_no_topic_reappear() -> None:
    graph = graph_of(GROUPS, [("F1", "X9")])

    assert set(graph) == set(GROUPS)


def test_no_topics_asked_is_no_topics_near() -> None:
    assert around(GRAPH, set()) == {}
