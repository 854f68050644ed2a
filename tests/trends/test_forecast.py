"""What the coming months may bring."""

import numpy as np
import pytest

from tests.trends.expected.made import SEASON, counts, months
from trends.forecast import forecast


def series(level: float = 6.0, number: int = 30, length: int = 48) -> dict[str, list[int]]:
    rows = counts(np.full(number, level), months(length), 1.5)
    return {str(n): row.tolist() for n, row in enumerate(rows)}


def test_the_coming_months_follow_the_season() -> None:
    fan = forecast(series(level=50, length=41), first_month=0)["0"]

    assert [one.month for one in fan.months] == [41, 42, 43]
    assert [one.expected for one in fan.months] == pytest.approx([50 * SEASON[at] for at in (5, 6, 7)], rel=0.12)


def test_four_in_five_fans_of_the_past_held() -> None:
    fans = forecast(series(), first_month=0).values()

    held, tried = sum(fan.held for fan in fans), sum(fan.tried for fan in fans)
    assert tried == 30 * (24 + 23 + 22)
    assert 0.76 <= held / tried <= 0.90


def test_fans_drawn_now_hold_what_comes() -> None:
    rows = series(number=400, length=51)
    fans = forecast({name: row[:48] for name, row in rows.items()}, first_month=0)

    held = [one.lower <= rows[name][one.month] <= one.upper for name, fan in fans.items() for one in fan.months]

    assert 0.77 <= sum(held) / len(held) <= 0.9


def test_months_with_half_the_school_days_bring_half() -> None:
    rows = {"a": [20] * 36, "b": [30] * 36}

    fan = forecast(rows, first_month=0, exposure=[1.0] * 36 + [0.5, 1.0, 0.0])["a"]

    assert [one.expected for one in fan.months] == pytest.approx([10, 20], rel=0.05)


def test_less_than_a_year_foresees_nothing() -> None:
    fan = forecast({"nieuw": [4] * 11}, first_month=0)["nieuw"]

    assert (fan.months, fan.held, fan.tried) == ((), 0, 0)


def test_nothing_is_foreseen_of_nothing() -> None:
    assert forecast({}, first_month=0) == {}


def test_a_past_month_is_expected_with_what_was_known_three_months_before_it() -> None:
    rows = series(length=48)["0"]
    risen = [*rows[:45], 40, 40, 40]

    as_it_was, as_it_rose = (forecast({"a": one}, first_month=0)["a"].past for one in (rows, risen))

    assert [one.month for one in as_it_was] == list(range(24, 48))
    assert as_it_was == as_it_rose


def test_four_in_five_past_months_or_more_lie_within_what_was_expected() -> None:
    rows = series(number=200)
    fans = forecast(rows, first_month=0)

    held = [one.lower <= rows[name][one.month] <= one.upper for name, fan in fans.items() for one in fan.past]

    assert (len(held), 0.76 <= sum(held) / len(held) <= 0.9) == (200 * 24, True)


def test_the_past_begins_after_a_year_and_three_months() -> None:
    fan = forecast({"a": [5] * 18}, first_month=100)["a"]

    assert [one.month for one in fan.past] == [115, 116, 117]
