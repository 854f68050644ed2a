"""Whether a topic rises, by what was to be expected of it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trends.expected.made import counts, months
from trends.predictive import Judgement, judge, ranked
from trends.rises import State

SEPTEMBER = 2023 * 12 + 8


def quiet(series: int = 20, mean: float = 4.0) -> dict[str, list[int]]:
    rows = counts(np.full(series, mean), months(39, first=SEPTEMBER), 1.0)
    return {f"rustig {n}": row.tolist() for n, row in enumerate(rows)}


def alone(last: list[int], before: int = 4) -> Judgement:
    return judge({"topic": [before] * 36 + last, **quiet()}, first_month=SEPTEMBER)["topic"]


@pytest.mark.parametrize(
    ("last", "state"),
    [
        ([12, 13, 12], State.RISING),
        ([7, 7, 7], State.MAYBE_RISING),
        ([4, 5, 4], State.NO_SIGN),
        ([0, 0, 0], State.FALLING),
    ],
)
def test_a_topic_among_quiet_ones(last: list[int], state: State) -> None:
    assert alone(last).state is state


def test_a_topic_that_could_double_unseen_has_too_little() -> None:
    rare = [1 if month % 6 == 0 else 0 for month in range(39)]

    assert judge({"zelden": rare}, first_month=SEPTEMBER)["zelden"].state is State.TOO_LITTLE


def test_what_was_expected_comes_with_its_band_and_the_factor_with_its_interval() -> None:
    found = alone([12, 13, 12])

    assert found.observed == 37
    assert found.lower < found.expected < found.upper < found.observed
    assert 1 < found.ratio_low < found.ratio < found.ratio_high
    assert found.p < found.q < 0.01


def test_the_summer_dip_is_no_fall_and_its_end_no_rise() -> None:
    rows = counts(np.full(30, 12.0), months(60 + 12), 1.0, seed=4)
    every = [judge({str(n): row[:end] for n, row in enumerate(rows.tolist())}, first_month=0) for end in range(61, 73)]

    sure = sum(one.state in (State.RISING, State.FALLING) for judged in every for one in judged.values())

    assert sure <= 3


def test_less_than_a_year_before_the_last_three_months_is_too_little() -> None:
    found = judge({"nieuw": [3] * 14, "ook nieuw": [30] * 14}, first_month=SEPTEMBER)

    assert [(one.state, one.p) for one in found.values()] == [(State.TOO_LITTLE, 0.5)] * 2


def test_the_last_month_can_be_judged_by_itself() -> None:
    series = {"topic": [4] * 38 + [20], **quiet()}

    assert judge(series, first_month=SEPTEMBER, window=1)["topic"].observed == 20


def test_twice_the_pupils_make_twice_the_questions_no_rise() -> None:
    series = {"topic": [10] * 36 + [20] * 3}

    plain = judge(series, first_month=0)["topic"]
    fair = judge(series, first_month=0, exposure=[1.0] * 36 + [2.0] * 3)["topic"]

    assert (plain.state, fair.state) == (State.RISING, State.NO_SIGN)


def test_each_series_may_have_an_exposure_of_its_own() -> None:
    series = {"groeit": [10] * 36 + [20] * 3, "gelijk": [10] * 39}
    exposure = {"groeit": [1.0] * 36 + [2.0] * 3, "gelijk": [1.0] * 39}

    found = judge(series, first_month=0, exposure=exposure)

    assert [one.state for one in found.values()] == [State.NO_SIGN] * 2


def test_the_surest_rise_stands_first() -> None:
    series = {"weinig": [1] * 36 + [4] * 3, "veel": [20] * 36 + [60] * 3, "gelijk": [10] * 39, **quiet()}

    assert ranked(judge(series, first_month=SEPTEMBER))[:2] == ["veel", "weinig"]


def test_nothing_is_judged_of_nothing() -> None:
    assert judge({}, first_month=0) == {}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(0, 40), min_size=39, max_size=39), min_size=1, max_size=5))
def test_one_more_question_never_makes_a_rise_less_likely(rows: list[list[int]]) -> None:
    series = {str(n): row for n, row in enumerate(rows)}
    more = {name: [*row[:-1], row[-1] + 1] for name, row in series.items()}

    before, after = judge(series, first_month=SEPTEMBER), judge(more, first_month=SEPTEMBER)

    assert all(after[name].p <= before[name].p for name in series)


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_the_series_changes_nothing(order: list[int]) -> None:
    rows = list(quiet(6).values())

    there = judge({str(n): rows[n] for n in range(6)}, first_month=SEPTEMBER)
    shuffled = judge({str(n): rows[n] for n in order}, first_month=SEPTEMBER)

    assert {name: one.p for name, one in shuffled.items()} == pytest.approx(
        {name: one.p for name, one in there.items()}
    )
