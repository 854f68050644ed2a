"""Typical words are those of the method of Monroe, Colaresi and Quinn, and never of a few stories."""

from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends.typical_words import PRIOR, log_odds, typical, words

COUNTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 40), min_size=2)


def reference(here: dict[str, int], there: dict[str, int]) -> dict[str, float]:
    """The equations of the article on whole arrays: (16) the odds, (20) the variance, (22) the z."""
    vocabulary = sorted({*here, *there})
    y = np.array([[counts.get(word, 0) for word in vocabulary] for counts in (here, there)], dtype=float)
    alpha = PRIOR * y.sum(axis=0) / y.sum()
    n, alpha_0 = y.sum(axis=1, keepdims=True), alpha.sum()
    omega = (y + alpha) / (n + alpha_0 - y - alpha)
    delta = np.log(omega[0]) - np.log(omega[1])
    zeta = delta / np.sqrt((1 / (y + alpha)).sum(axis=0))
    return dict(zip(vocabulary, zeta.tolist(), strict=True))


@given(COUNTS, COUNTS)
def test_the_odds_are_those_of_the_article(here: dict[str, int], there: dict[str, int]) -> None:
    assert log_odds(here, there) == pytest.approx(reference(here, there))


def test_one_word_by_hand() -> None:
    prior = PRIOR * 10 / 40
    first = log((8 + prior) / (20 + PRIOR - 8 - prior))
    second = log((2 + prior) / (20 + PRIOR - 2 - prior))

    found = log_odds({"wachtlijst": 8, "x": 12}, {"wachtlijst": 2, "x": 18})

    assert found["wachtlijst"] == pytest.approx((first - second) / sqrt(1 / (8 + prior) + 1 / (2 + prior)))


def said(*some: str) -> dict[str, str]:
    return dict(zip(some, some, strict=True))


def test_the_most_typical_come_first_and_what_all_say_is_left_out() -> None:
    these = [said("wachtlijst", "huis")] * 12 + [said("intake", "huis")] * 8
    others = [said("huis", "taxi")] * 40

    assert [one.word for one in typical(these, others)] == ["wachtlijst", "intake"]


def test_a_word_of_four_stories_is_never_shown() -> None:
    these = [said("wachtlijst")] * 10 + [said("de regenboog")] * 4

    assert [one.word for one in typical(these, [said("taxi")] * 60)] == ["wachtlijst"]


def test_of_nine_stories_nothing_is_shown() -> None:
    assert typical([said("wachtlijst")] * 9, [said("taxi")] * 60) == ()


def test_words_are_base_forms_once_a_story_without_what_says_nothing() -> None:
    text = "Hij werd gepest en GEPEST door [NAAM-1] van de kinderen op een plein."

    assert words(text) == {"pesten": "gepest", "plein": "plein"}


def test_a_word_is_shown_as_most_stories_write_it() -> None:
    these = [{"pesten": "gepest"}] * 8 + [{"pesten": "pesten"}] * 4

    assert [one.word for one in typical(these, [said("taxi")] * 60)] == ["gepest"]


def test_without_other_stories_nothing_is_typical() -> None:
    assert typical([said("wachtlijst")] * 12, []) == ()
