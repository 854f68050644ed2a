"""Small invented problems, and the best answer found by trying everything."""

from collections import Counter
from collections.abc import Mapping
from itertools import product
from random import Random

from matching.problem import Buddy, Parent, Problem


def problem(seed: int, *, parents: int = 5, buddies: int = 4) -> Problem:
    """A problem with many ties, buddies who are full, and parents whom nobody fits."""
    random = Random(seed)
    who = tuple(Parent(f"p{n}", random.randint(1, 4)) for n in range(random.randint(0, parents)))
    capacities = [random.randint(0, 3) for _ in range(random.randint(1, buddies))]
    offers = tuple(Buddy(f"b{n}", most, random.randint(0, most)) for n, most in enumerate(capacities))
    quality = {
        (parent.id, buddy.id): random.choice((0, 500, 500, random.randint(0, 1000)))
        for parent in who
        for buddy in offers
        if random.random() < 0.6
    }
    return Problem(who, offers, quality, random.choice((0, 100, 900)))


def levels(given: Problem, buddy_of: Mapping[str, str]) -> tuple[int, int, int]:
    """Parents served, the sum of their priorities, and quality after the cost of load."""
    taken = Counter(buddy_of.values())
    quality = sum(given.quality[pair] for pair in buddy_of.items())
    cost = sum(given.load_weight * (given.buddy[b].load + k) // given.buddy[b].capacity
               for b, n in taken.items() for k in range(1, n + 1))  # fmt: skip
    return len(buddy_of), sum(given.priority[one] for one in buddy_of), quality - cost


def every_answer(given: Problem) -> list[dict[str, str]]:
    """Every assignment that gives nobody a buddy who does not fit and no buddy too many."""
    choices = [[None, *(b for p, b in given.quality if p == one.id)] for one in given.parents]
    found = []
    for chosen in product(*choices):
        taken = Counter(buddy for buddy in chosen if buddy)
        if all(number <= given.buddy[buddy].free for buddy, number in taken.items()):
            found.append({one.id: buddy for one, buddy in zip(given.parents, chosen, strict=True) if buddy})
    return found
