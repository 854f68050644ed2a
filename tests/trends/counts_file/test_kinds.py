"""How periods are written."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends.counts_file.kinds import KINDS, MONTH, NUMBER, WEEK, Kind, kind_of, slots


@pytest.mark.parametrize(("text", "kind"), [("2026-11", MONTH), ("2026-W47", WEEK), ("317", NUMBER), ("-2", NUMBER)])
def test_a_period_tells_its_kind(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind


@pytest.mark.parametrize("text", ["2026-13", "2026-00", "2025-W53", "2026-W00", "2026-W1", "2026/11", "", "1.5", "٣"])
def test_what_is_no_period_has_no_kind(text: str) -> None:
    assert kind_of(text) is None


@given(st.sampled_from(KINDS), st.integers(2000 * 52, 2100 * 52))
def test_a_number_comes_back_from_its_text(kind: Kind, number: int) -> None:
    assert kind.number(kind.text(number)) == number


def test_a_year_of_53_weeks_goes_on_into_the_next() -> None:
    numbers = [WEEK.number(text) for text in ("2020-W52", "2020-W53", "2021-W01")]

    assert [(number or 0) - (numbers[0] or 0) for number in numbers] == [0, 1, 2]


def test_the_53rd_week_is_the_same_part_of_the_year_as_the_52nd() -> None:
    first = WEEK.number("2020-W52") or 0

    assert slots(WEEK, np.arange(first, first + 3), 52).tolist() == [51, 51, 0]
