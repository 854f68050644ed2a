"""A part of the network to look at: what belongs to it, and nothing else."""

from hypothesis import given

from matching.network import Kind, Node, Person, Tie, network
from matching.surroundings import around, narrowed
from tests.matching.test_network import ALKMAAR, HEILOO, people

ASKS_GIFTED = Person(1, frozenset({"F1"}), ALKMAAR)
ASKS_ABSENCE = Person(2, frozenset({"D1"}), HEILOO)
KNOWS_GIFTED = Person(7, frozenset({"F1", "G1"}), HEILOO)
KNOWS_SIBLINGS = Person(8, frozenset({"G1"}), ALKMAAR)
GRAPH = network([ASKS_GIFTED, ASKS_ABSENCE], [KNOWS_GIFTED, KNOWS_SIBLINGS], [(2, 7, Tie.MATCHED)])
GIFTED, ABSENCE = Node(Kind.TOPIC, "F1"), Node(Kind.TOPIC, "D1")


def parent(number: int) -> Node:
    return Node(Kind.PARENT, str(number))


def buddy(number: int) -> Node:
    return Node(Kind.BUDDY, str(number))


def test_around_a_parent_are_the_topics_and_who_shares_them() -> None:
    assert set(around(GRAPH, parent(1))) == {parent(1), GIFTED, buddy(7)}


def test_around_a_parent_with_a_buddy_is_that_buddy_with_all_their_topics() -> None:
    siblings = Node(Kind.TOPIC, "G1")

    assert set(around(GRAPH, parent(2))) == {parent(2), ABSENCE, buddy(7), GIFTED, siblings}


def test_around_somebody_who_is_not_there_is_nothing() -> None:
    assert set(around(GRAPH, parent(99))) == set()


def test_of_a_topic_stay_its_people_and_with_whom_they_are_paired() -> None:
    assert set(narrowed(GRAPH, topic="F1")) == {parent(1), parent(2), buddy(7), GIFTED}


def test_of_a_municipality_stay_who_lives_there_and_their_topics() -> None:
    assert set(narrowed(GRAPH, place=ALKMAAR)) == {parent(1), buddy(8), GIFTED, Node(Kind.TOPIC, "G1")}


def test_topic_and_municipality_together_narrow_further() -> None:
    assert set(narrowed(GRAPH, topic="F1", place=ALKMAAR)) == {parent(1), GIFTED}


def test_without_a_choice_everything_stays() -> None:
    assert narrowed(GRAPH) is GRAPH


@given(people, people)
def test_a_part_keeps_every_tie_between_what_it_keeps(parents: list[Person], buddies: list[Person]) -> None:
    graph = network(parents, buddies)

    part = narrowed(graph, topic="A")

    assert {frozenset(edge) for edge in part.edges} == {
        frozenset((one, other)) for one, other in graph.edges if one in part and other in part
    }
