"""What went into a plan and what came out, as text and back; and two outcomes side by side."""

from hypothesis import given

from matching.compare import Changes, compare
from matching.crowd_text import crowd_text, outcome_text, read_crowd, read_outcome
from matching.everybody import Crowd, solve
from tests.matching.crowds import asker, crowd, crowds, offer


@given(crowds)
def test_a_crowd_survives_storage_as_text(people: Crowd) -> None:
    assert read_crowd(crowd_text(people)) == people


@given(crowds)
def test_a_stored_crowd_gives_the_stored_outcome_again(people: Crowd) -> None:
    stored = outcome_text(solve(people).outcome)

    assert solve(read_crowd(crowd_text(people))).outcome == read_outcome(stored)


@given(crowds)
def test_an_outcome_beside_itself_has_no_changes(people: Crowd) -> None:
    outcome = solve(people).outcome

    assert not compare(outcome, outcome).any


def test_who_gains_loses_moves_comes_and_goes_is_told_apart() -> None:
    first, second, third = asker(1, weeks=3), asker(2, weeks=2, refused_buddies=frozenset({8})), asker(3)
    before = solve(crowd(first, second, offer(7), kept={1: 7})).outcome
    after = solve(crowd(first, second, third, offer(7), offer(8))).outcome

    assert compare(before, after) == Changes(gained=(2,), lost=(), moved={1: (7, 8)}, new=(3,))
    assert compare(after, before) == Changes(gained=(), lost=(2,), moved={1: (8, 7)}, gone=(3,))
