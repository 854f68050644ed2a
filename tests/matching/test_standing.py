"""A solved problem through changes: after each the same as solving anew, and what insisting on a pair would cost."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from matching.assign import Assignment, assign
from matching.problem import Buddy, Parent, Problem
from matching.standing import Standing, stand
from tests.matching.problems import problem


def answer(found: Assignment) -> tuple[object, ...]:
    """All but the proof, whose scale may differ."""
    assert found.primal == found.dual
    return dict(found.buddy_of), found.served, found.priority, found.quality, found.load_cost


class Changed:
    """A standing problem and the same problem written down anew after each change."""

    def __init__(self, seed: int, parents: int = 12, buddies: int = 8) -> None:
        self.random = Random(seed)
        self.given = problem(seed, parents=parents, buddies=buddies)
        self.standing = stand(self.given)
        self.came = 0

    def change(self) -> None:
        self.random.choice([self.arrive, self.withdraw, self.drop, self.capacity, self.forbid])()

    def arrive(self) -> None:
        self.came += 1
        parent = Parent(f"n{self.came}", self.random.choice((1, 2, 3, 4, 1000)))
        quality = {
            one.id: self.random.choice((0, 500, 1000)) for one in self.given.buddies if self.random.random() < 0.5
        }
        pairs = {(parent.id, buddy): points for buddy, points in quality.items()}
        self.given = replace(self.given, parents=(*self.given.parents, parent), quality={**self.given.quality, **pairs})
        self.standing.arrive(parent, quality)

    def withdraw(self) -> None:
        if self.given.parents:
            gone = self.random.choice(self.given.parents)
            parents = tuple(one for one in self.given.parents if one != gone)
            quality = {pair: points for pair, points in self.given.quality.items() if pair[0] != gone.id}
            self.given = replace(self.given, parents=parents, quality=quality)
            self.standing.withdraw(gone.id)

    def drop(self) -> None:
        gone = self.random.choice(self.given.buddies)
        self._replace(gone, replace(gone, capacity=gone.load))
        self.standing.drop_buddy(gone.id)

    def capacity(self) -> None:
        one = self.random.choice(self.given.buddies)
        capacity = self.random.choice((one.load, one.load + 1, one.load + 3, 1000))
        self._replace(one, replace(one, capacity=capacity))
        self.standing.change_capacity(one.id, capacity)

    def forbid(self) -> None:
        if self.given.quality:
            pair = self.random.choice(sorted(self.given.quality))
            quality = {other: points for other, points in self.given.quality.items() if other != pair}
            self.given = replace(self.given, quality=quality)
            self.standing.forbid(*pair)

    def _replace(self, old: Buddy, new: Buddy) -> None:
        buddies = tuple(new if one == old else one for one in self.given.buddies)
        self.given = replace(self.given, buddies=buddies)


@pytest.mark.parametrize("seed", range(60))
def test_after_every_change_it_is_as_if_solved_anew(seed: int) -> None:
    both = Changed(seed)
    for _ in range(12):
        both.change()
        assert answer(both.standing.assignment()) == answer(assign(both.given))


@pytest.mark.parametrize("seed", range(4))
def test_so_it_is_when_there_is_no_room_left_for_those_who_come(seed: int) -> None:
    both = Changed(seed)
    for _ in range(150):
        both.arrive()

    assert answer(both.standing.assignment()) == answer(assign(both.given))


def insisted(given: Problem, parent: str, buddy: str) -> Iterator[Problem]:
    """Everybody else, with one place less at this buddy."""
    if (parent, buddy) in given.quality and given.buddy[buddy].free > 0:
        yield Problem(
            tuple(one for one in given.parents if one.id != parent),
            tuple(replace(one, load=one.load + 1) if one.id == buddy else one for one in given.buddies),
            {pair: quality for pair, quality in given.quality.items() if pair[0] != parent},
            given.load_weight,
        )


@pytest.mark.parametrize("seed", range(40))
def test_what_insisting_costs_is_what_solving_anew_with_that_pair_says(seed: int) -> None:
    both = Changed(seed, parents=9, buddies=6)
    for _ in range(3):
        both.change()
    best = assign(both.given)
    for parent in both.given.parents:
        for buddy in both.given.buddies:
            loss = both.standing.why_not(parent.id, buddy.id)
            expected = None
            for rest in insisted(both.given, parent.id, buddy.id):
                expected = _loss(both.given, best, assign(rest), parent, buddy)
            assert (loss and (loss.served, loss.priority, loss.quality, loss.moved)) == expected

    assert answer(both.standing.assignment()) == answer(best)


def _loss(given: Problem, best: Assignment, rest: Assignment, parent: Parent, buddy: Buddy) -> tuple[object, ...]:
    quality = rest.quality - rest.load_cost + given.quality[parent.id, buddy.id] - given.cost(buddy.id, 1)
    others = sorted((best.buddy_of.keys() | rest.buddy_of.keys()) - {parent.id})
    changes = {one: (best.buddy_of.get(one), rest.buddy_of.get(one)) for one in others}
    moved = {one: change for one, change in changes.items() if change[0] != change[1]}
    served, priority = best.served - rest.served - 1, best.priority - rest.priority - parent.priority
    return served, priority, best.quality - best.load_cost - quality, moved


def test_who_is_there_already_can_not_come_again() -> None:
    standing = stand(Problem((Parent("p", 1),), (Buddy("b", 1),), {("p", "b"): 1}))

    with pytest.raises(ValueError, match="already"):
        standing.arrive(Parent("p", 1), {})


def test_a_buddy_who_comes_back_is_given_parents_again() -> None:
    standing: Standing = stand(Problem((Parent("p", 1),), (Buddy("b", 1),), {("p", "b"): 1}))

    standing.drop_buddy("b")
    gone = standing.assignment().served
    standing.change_capacity("b", 2)

    assert (gone, standing.assignment().served) == (0, 1)


def test_a_buddy_who_is_not_there_or_has_no_place_can_not_be_insisted_on() -> None:
    standing = stand(
        Problem((Parent("p", 1),), (Buddy("b", 1), Buddy("full", 1, 1)), {("p", "b"): 1, ("p", "full"): 9})
    )

    assert [standing.why_not("p", one) for one in ("full", "somebody")] == [None, None]
