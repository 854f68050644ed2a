"""Factors that few counts can't make large."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends.expected.ratio import gamma_quantile, shrunk_ratios
from trends.special import gamma_p


@given(st.floats(0.005, 0.995), st.floats(1, 3000))
def test_below_a_quantile_lies_its_share(share: float, shape: float) -> None:
    found = float(gamma_quantile(share, np.array([shape]))[0])

    assert gamma_p(shape, found) == pytest.approx(share, abs=1e-8)


def test_a_factor_of_few_counts_is_drawn_to_one_and_a_factor_of_many_is_not() -> None:
    expected = np.array([1.0, 100.0])

    ratio, low, high = shrunk_ratios(np.array([3, 300]), expected, 1.5 * expected)

    assert ratio.tolist() == pytest.approx([1.29, 2.89], abs=0.01)
    assert (bool(low[0] < 1), bool(low[1] > 2), bool(np.all(high > ratio))) == (True, True, True)
