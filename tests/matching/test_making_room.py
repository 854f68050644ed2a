"""Whether one parent more could be served, against solving everything again."""

from hypothesis import given
from hypothesis import strategies as st

from matching.assign import assign
from matching.everybody import Crowd, solve
from matching.making_room import with_room
from matching.problem import Buddy, Parent, Problem
from tests.matching.crowds import crowds

PARENTS = tuple(Parent(f"p{n}", n) for n in range(1, 6))


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    buddies = tuple(Buddy(f"b{n}", draw(st.integers(1, 3))) for n in range(1, 5))
    pairs = st.tuples(st.sampled_from([one.id for one in PARENTS]), st.sampled_from([one.id for one in buddies]))
    return Problem(PARENTS, buddies, draw(st.dictionaries(pairs, st.integers(0, 1000), max_size=12)))


@given(problems(), st.integers(0, 4), st.integers(0, 3))
def test_a_new_pair_serves_one_more_exactly_when_its_buddy_has_room(problem: Problem, who: int, whom: int) -> None:
    best = assign(problem)
    parent, buddy = problem.parents[who].id, problem.buddies[whom].id
    if parent in best.buddy_of:
        return

    changed = Problem(problem.parents, problem.buddies, {**problem.quality, (parent, buddy): 500}, problem.load_weight)

    assert (assign(changed).served > best.served) == (buddy in with_room(problem, best))


@given(crowds)
def test_nobody_without_a_buddy_could_have_one_who_has_room(people: Crowd) -> None:
    solved = solve(people)
    roomy = with_room(solved.problem, solved.best)

    left_out = {str(one) for one in solved.outcome.unmatched}

    assert [pair for pair in solved.problem.quality if pair[0] in left_out and pair[1] in roomy] == []
