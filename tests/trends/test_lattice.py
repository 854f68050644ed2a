"""What is published, and what somebody who adds it all up can learn from it."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trends.attacker import an_explanation, bounds_of_everything, possible_in_a_year
from tests.trends.tables import YEAR, Question, Terms, counted, some_questions, some_terms, tables
from trends.disclosure import protect
from trends.lattice import LATTICE, Cell, Period
from trends.periods import months_of_school_year, quarters_of_school_year
from trends.publishing import publish


def test_the_lattice_is_the_declared_one() -> None:
    assert [(level.key, level.period, level.dimensions) for level in LATTICE] == [
        ("all", Period.MONTH, ()),
        ("group", Period.QUARTER, ("group",)),
        ("group_year", Period.SCHOOL_YEAR, ("group",)),
        ("topic", Period.SCHOOL_YEAR, ("group", "topic")),
        ("place", Period.SCHOOL_YEAR, ("group", "municipality")),
        ("sector", Period.SCHOOL_YEAR, ("group", "sector")),
        ("age_band", Period.SCHOOL_YEAR, ("group", "age_band")),
        ("done", Period.SCHOOL_YEAR, ("group", "done")),
        ("pair", Period.SCHOOL_YEAR, ("group", "other_group")),
        ("funnel", Period.SCHOOL_YEAR, ("step",)),
        ("coverage", Period.QUARTER, ("group", "side")),
        ("coverage_whole", Period.QUARTER, ("side",)),
    ]


def test_a_cell_outside_the_lattice_is_refused() -> None:
    with pytest.raises(ValueError, match="not in the lattice"):
        publish({Cell("topic-month", 1): 100}, {})


def test_a_sensitive_code_hides_its_topic_and_a_sensitive_group_all_its_places() -> None:
    counts = {
        Cell("topic", YEAR, "B", "B8"): 8,
        Cell("topic", YEAR, "B", "B9"): 8,
        Cell("place", YEAR, "F", "", "Alkmaar"): 8,
    }

    shown = publish(counts, {}, sensitive=["B8", "F"])

    assert [shown[cell].value for cell in counts] == [None, 10, None]


@settings(deadline=None, max_examples=80)
@given(tables(), st.sampled_from([(), ("A",), ("A0", "B1")]))
def test_every_published_number_is_hidden_or_a_multiple_of_five_above_the_threshold(
    counts: dict[Cell, int], sensitive: tuple[str, ...]
) -> None:
    shown = publish(counts, {}, sensitive)

    assert shown.keys() == counts.keys()
    assert all(cell.value is None or (cell.value % 5 == 0 and cell.value >= cell.threshold) for cell in shown.values())


@settings(deadline=None, max_examples=100)
@given(tables(groups=1))
def test_trying_every_number_leaves_at_least_three_behind_each_hidden_cell(counts: dict[Cell, int]) -> None:
    shown = publish(counts, {})

    possible = possible_in_a_year(shown, YEAR, "A")

    assert all(len(values) >= 3 for cell, values in possible.items() if shown[cell].value is None)


@settings(deadline=None, max_examples=100)
@given(tables(), st.sampled_from([(), ("A",), ("A0", "B1")]))
def test_adding_up_everything_leaves_at_least_three_numbers_behind_each_hidden_cell(
    counts: dict[Cell, int], sensitive: tuple[str, ...]
) -> None:
    shown = publish(counts, {}, sensitive)

    bounds = bounds_of_everything(shown)

    assert all(bounds[cell][1] - bounds[cell][0] >= 2 for cell in shown if shown[cell].value is None)


def test_each_cell_protected_by_itself_would_give_some_away() -> None:
    """Without this the test above might be blind."""
    narrow = 0
    for seed in range(200):
        chance = Random(seed)
        terms = some_terms(chance, 3)
        apart = {cell: protect(n) for cell, n in counted(some_questions(chance, terms, 4, 2), terms).items()}
        bounds = bounds_of_everything(apart)
        narrow += sum(shown.value is None and bounds[cell][1] - bounds[cell][0] < 2 for cell, shown in apart.items())

    assert narrow > 0


HIDDEN = Cell("place", YEAR, "A", "", "Bergen")
LEAKY = {
    **{Cell("group", quarter, "A"): 8 for quarter in quarters_of_school_year(YEAR)},
    Cell("topic", YEAR, "A", "A0"): 18,
    Cell("topic", YEAR, "A", "A1"): 14,
    Cell("place", YEAR, "A", "", ""): 17,
    Cell("place", YEAR, "A", "", "Alkmaar"): 12,
    HIDDEN: 3,
}


def test_protecting_each_cell_by_itself_would_give_a_hidden_one_away() -> None:
    apart = {cell: protect(count) for cell, count in LEAKY.items()}

    assert possible_in_a_year(apart, YEAR, "A")[HIDDEN] == {3, 4}


def test_the_same_numbers_as_published_do_not() -> None:
    assert possible_in_a_year(publish(LEAKY, {}), YEAR, "A")[HIDDEN] == {0, 1, 2, 3, 4}


@settings(deadline=None, max_examples=80)
@given(tables(groups=1), st.randoms(use_true_random=False))
def test_numbers_that_fit_by_ordinary_rounding_are_published_the_same(counts: dict[Cell, int], chance: Random) -> None:
    """So a step that was taken cannot be told from one that was not."""
    shown = publish({cell: count for cell, count in counts.items() if cell.level != "all"}, {})

    explanation = an_explanation(shown, YEAR, "A", chance)

    assert publish(explanation, {}) == shown


@settings(deadline=None, max_examples=100)
@given(tables(), st.data())
def test_a_new_question_changes_nothing_that_was_published(counts: dict[Cell, int], data: st.DataObject) -> None:
    shown = publish(counts, {})

    counts[data.draw(st.sampled_from(sorted(counts)))] += 5

    assert publish(counts, shown) == {}


def test_months_stay_as_they_were_when_the_quarter_is_added() -> None:
    topic = frozenset({"A0"})
    counts = counted([Question(month, topic) for month in months_of_school_year(YEAR) for _ in range(8)], Terms(["A0"]))
    months = {cell: count for cell, count in counts.items() if cell.level == "all"}
    early = publish(months, {})

    late = publish(counts, early)

    assert late.keys() == counts.keys() - months.keys()
