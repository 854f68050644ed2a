"""The two new buddies who help most: as good as trying every pair, which looking one by one is not."""

from dataclasses import replace
from itertools import combinations_with_replacement

from hypothesis import given
from hypothesis import strategies as st

from matching.assign import assign
from matching.everybody import Asker
from matching.hard import broken
from matching.people import Contact, Offer
from matching.problem import Buddy, Parent, Problem
from matching.recruits import Profile, recruits, wanted
from matching.topics import around
from tests.matching.people import ALKMAAR, GRAPH, HEILOO, NEED, OFFER, needs, offers

DUTCH = frozenset({"nl"})


def asker(number: int, topic: str, weeks: int = 0) -> Asker:
    return Asker(replace(NEED, request_id=number, topics=around(GRAPH, {topic})), weeks)


askers = st.lists(st.tuples(needs, st.integers(0, 30)), max_size=5).map(
    lambda found: [Asker(replace(need, request_id=n), weeks) for n, (need, weeks) in enumerate(found, 1)]
)
profiles = st.lists(
    st.builds(
        Profile,
        st.lists(st.sampled_from(["E1", "F1", "F2", "F6"]), min_size=1, max_size=2, unique=True).map(tuple),
        st.just(DUTCH),
        st.sampled_from([None, ALKMAAR, HEILOO]),
    ),
    max_size=5,
    unique=True,
)


def level(asked: list[Asker], given_offers: list[Offer]) -> tuple[int, int]:
    buddies = tuple(Buddy(str(one.buddy_id), one.max_load, one.load) for one in given_offers if one.load < one.max_load)
    fitting = {
        (str(one.need.request_id), str(offer.buddy_id)): 0
        for one in asked
        for offer in given_offers
        if not broken(one.need, offer)
    }
    found = assign(Problem(tuple(Parent(str(one.need.request_id), one.priority) for one in asked), buddies, fitting))
    return found.served, found.priority


@given(askers, offers, profiles)
def test_no_other_pair_serves_more_or_goes_before(asked: list[Asker], there: list[Offer], some: list[Profile]) -> None:
    found = recruits(asked, there, some)

    base = level(asked, there)
    with_pairs = [
        level(asked, [*there, one.offer(-1), other.offer(-2)]) for one, other in combinations_with_replacement(some, 2)
    ]
    best = max(with_pairs, default=base)
    assert (found.gain.served, found.gain.priority) == (best[0] - base[0], best[1] - base[1])


@given(askers, offers)
def test_what_is_promised_comes_true(asked: list[Asker], there: list[Offer]) -> None:
    found = recruits(asked, there)

    base = level(asked, there)
    added = level(asked, [*there, *(profile.offer(-n) for n, profile in enumerate(found.profiles, 1))])
    assert (found.gain.served, found.gain.priority) == (added[0] - base[0], added[1] - base[1])
    assert found.without == len(asked) - base[0]


@given(askers, offers)
def test_the_order_of_the_parents_changes_nothing(asked: list[Asker], there: list[Offer]) -> None:
    assert recruits(asked[::-1], there) == recruits(asked, there)


def test_the_best_two_are_not_the_best_one_and_then_the_next() -> None:
    """Four parents; a buddy about both middle ones is best alone, but two about the outsides serve everybody."""
    asked = [asker(1, "E1"), asker(2, "F1", weeks=9), asker(3, "F3", weeks=9), asker(4, "G9")]
    known = ("E1", "F1"), ("F3", "G9"), ("F1", "F3")

    found = recruits(asked, [], [Profile(topics, DUTCH) for topics in known])

    assert found.gain.served == 4
    assert {one.topics for one in found.profiles} == {("E1", "F1"), ("F3", "G9")}


def test_when_one_is_enough_one_is_said() -> None:
    found = recruits([asker(1, "F1")], [])

    assert ([one.topics for one in found.profiles], found.gain.served) == ([("F1",)], 1)


def test_when_everybody_has_somebody_nobody_is_looked_for() -> None:
    found = recruits([asker(1, "F1")], [OFFER])

    assert (found.profiles, found.without) == ((), 0)


def test_who_only_wants_to_meet_needs_somebody_near() -> None:
    visit = Asker(replace(NEED, contact_modes=frozenset({Contact.HOME}), topics=around(GRAPH, {"E1"})))

    (found,) = recruits([visit], []).profiles

    assert found.place == ALKMAAR


def test_a_parent_whose_language_nobody_speaks_asks_for_that_language() -> None:
    polish = Asker(replace(NEED, languages=frozenset({"pl"})))

    (found,) = recruits([polish], [OFFER]).profiles

    assert found.languages == frozenset({"nl", "pl"})


def test_the_profiles_to_choose_from_are_bounded() -> None:
    asked = [asker(n, f"T{n}", weeks=n) for n in range(1, 20)]

    assert len(wanted(asked, [], most=10)) == 10
