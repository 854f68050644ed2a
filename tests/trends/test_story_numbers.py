"""What is published of stories gives no hidden number away: each keeps three values at least."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends.disclosure import Protected, protect
from trends.story_numbers import Counts, Published, publish

LEAST_VALUES, FEW = 3, 10
FEELINGS = ("angry", "sad", "proud", "")
SAY = ("little", "much", "")
THEMES = ("a", "b", "c")
Story = tuple[int, int, frozenset[str]]
stories = st.lists(
    st.tuples(
        st.integers(0, len(FEELINGS) - 1), st.integers(0, len(SAY) - 1), st.frozensets(st.sampled_from(THEMES))
    ),
    max_size=60,
)  # fmt: skip


def counted(told: Sequence[Story]) -> Counts:
    def of(names: Iterable[str], place: int) -> dict[str, int]:
        return {name: sum(one[place] == at for one in told) for at, name in enumerate(names)}

    return Counts(
        everything=len(told),
        themes={theme: sum(theme in one[2] for one in told) for theme in THEMES},
        splits={"feeling": of(FEELINGS, 0), "say": of(SAY, 1)},
        lists={"helped": {"time": sum(one[0] == 0 for one in told)}},
        pairs={pair: sum(set(pair) <= one[2] for one in told) for pair in combinations(THEMES, 2)},
        chosen=Counter((theme, ("feeling", FEELINGS[one[0]])) for one in told for theme in one[2]),
    )


def values_left(shown: Published, dimension: str, value: str) -> set[int]:
    """What a hidden part can be, by everything published: every combination is tried."""
    totals = set(range(shown.everything.low, shown.everything.high + 1))
    for name, parts in shown.splits.items():
        if name != dimension:
            totals &= sums(parts.values())
    others = sums(one for key, one in shown.splits[dimension].items() if key != value)
    hidden = shown.splits[dimension][value]
    return {n for n in range(hidden.low, hidden.high + 1) if any(total - n in others for total in totals)}


def sums(parts: Iterable[Protected]) -> set[int]:
    found = {0}
    for one in parts:
        found = {so_far + n for so_far in found for n in range(one.low, one.high + 1)}
    return found


def leaks(shown: Published) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, parts in shown.splits.items()
        for value, one in parts.items()
        if one.value is None and len(values_left(shown, name, value)) < LEAST_VALUES
    ]


@given(stories)
def test_no_hidden_choice_is_given_away_by_the_others(told: list[Story]) -> None:
    assert leaks(publish(counted(told))) == []


def naive(counts: Counts) -> Published:
    """Each number protected by itself, as `publish` would without holding them beside each other."""
    splits = {name: {v: protect(n) for v, n in parts.items()} for name, parts in counts.splits.items()}
    return Published(protect(counts.everything), {}, splits, {}, ())


def test_without_holding_them_beside_each_other_some_would_be() -> None:
    given_away = [
        numbers
        for numbers in product((4, 7, 8, 12, 13), repeat=3)
        if leaks(naive(Counts(sum(numbers), {}, {"say": dict(zip(SAY, numbers, strict=True))}, {}, {})))
    ]

    assert given_away


@given(stories, st.sampled_from(THEMES))
def test_a_hidden_theme_could_be_of_any_size_without_a_trace(told: list[Story], theme: str) -> None:
    """Other stories with this theme, as many as stay hidden, lead to the very same publication."""
    shown = publish(counted(told), {theme})
    if shown.themes[theme].value is not None:
        return

    without = [(feeling, say, themes - {theme}) for feeling, say, themes in told]
    worlds = [
        [(f, s, themes | {theme}) if at < n else (f, s, themes) for at, (f, s, themes) in enumerate(without)]
        for n in range(min(shown.themes[theme].high, len(told)) + 1)
    ]

    assert [publish(counted(world), {theme}) for world in worlds] == [shown] * len(worlds)


@given(stories)
def test_nothing_but_hidden_and_multiples_of_five(told: list[Story]) -> None:
    shown = publish(counted(told))
    cells = [shown.everything, *shown.themes.values()]
    for parts in (*shown.splits.values(), *shown.lists.values()):
        cells += parts.values()

    assert {one.value % 5 for one in cells if one.value is not None} <= {0}
    assert all(one.value is None or one.value >= one.threshold for one in cells)


def test_of_few_stories_nothing_is_said_of_what_tellers_chose() -> None:
    shown = publish(counted([(0, 0, frozenset("a"))] * 4))

    assert (shown.everything.value, shown.splits, shown.lists, shown.ties) == (None, {}, {}, ())


def test_a_sensitive_theme_needs_ten() -> None:
    told = [(0, 0, frozenset("ab"))] * 8

    shown = publish(counted(told), {"b"})

    assert (shown.themes["a"].value, shown.themes["b"].value) == (10, None)


@pytest.mark.parametrize(("both", "tied"), [(14, (("a", "b"),)), (4, ())])
def test_two_themes_are_tied_when_they_surely_come_together(both: int, tied: tuple[tuple[str, str], ...]) -> None:
    told = [(0, 0, frozenset("ab"))] * both + [(0, 0, frozenset("a"))] * 2 + [(1, 1, frozenset("c"))] * 40

    assert publish(counted(told)).ties == tied


def stories_of(angry: int, sad: int, *themes: str) -> list[Story]:
    return [(FEELINGS.index("angry"), 0, frozenset(themes))] * angry + [
        (FEELINGS.index("sad"), 0, frozenset(themes))
    ] * sad


def test_what_is_chosen_more_often_in_a_theme_is_told_without_a_number() -> None:
    shown = publish(counted(stories_of(32, 3, "a") + stories_of(6, 34, "b")))

    assert shown.typical == (("a", ("feeling", "angry")), ("b", ("feeling", "sad")))


@pytest.mark.parametrize(("angry", "sad"), [(10, 2), (12, 30)])
def test_of_a_few_and_of_what_may_be_chance_nothing_is_told(angry: int, sad: int) -> None:
    assert publish(counted(stories_of(angry, 3, "a") + stories_of(4, sad, "b"))).typical[:1] != (
        ("a", ("feeling", "angry")),
    )


def test_a_choice_that_was_moved_down_is_not_given_away_by_what_is_typical() -> None:
    """37 stories, feelings 13, 8, 8 and 8: the first is shown as 10; told of a theme it would have to be 13."""
    feelings = {"boos": 13, "blij": 8, "bang": 8, "moe": 8, "": 0}
    chosen = {("school", ("feeling", "boos")): 13}

    shown = publish(Counts(37, {"school": 13}, {"feeling": feelings}, {}, {}, chosen))

    assert (shown.splits["feeling"]["boos"].value, shown.typical) == (10, ())


@given(stories)
def test_what_is_typical_fits_in_the_numbers_that_are_shown(told: list[Story]) -> None:
    counts = counted(told)
    shown = publish(counts)
    asked = {**shown.splits, **shown.lists}
    parts = {(name, value): one for name, values in asked.items() for value, one in values.items()}

    assert [pair for pair in shown.typical if protect(counts.chosen[pair]).low > parts[pair[1]].low] == []


@given(stories)
def test_a_choice_told_of_a_theme_is_never_that_of_a_few(told: list[Story]) -> None:
    counts = counted(told)

    assert [pair for pair in publish(counts).typical if counts.chosen[pair] < FEW] == []
