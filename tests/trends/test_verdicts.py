"""All that the tests say of each series."""

from random import Random

from trends.periods import first_day
from trends.rises import State
from trends.verdicts import verdicts

MONTHS, FIRST = 60, 24251  # from December 2020 on
EXPOSURE = [1.0] * (MONTHS + 3)


def series(mean: int, seed: int) -> list[int]:
    chance = Random(seed)
    return [sum(chance.random() < 0.5 for _ in range(2 * mean)) for _ in range(MONTHS)]


def some() -> dict[str, list[int]]:
    return {f"T{n}": series(4 + n % 5, n) for n in range(12)}


def test_what_rises_in_the_last_months_rises_by_both_methods() -> None:
    found = verdicts(some() | {"up": [*series(5, 99)[:-3], 15, 16, 18]}, first_month=FIRST, exposure=EXPOSURE)

    assert (found["up"].observed, found["up"].state, found["up"].alarm) == (49, State.RISING, True)
    assert [name for name, one in found.items() if one.alarm] == ["up"]


def test_three_years_without_a_rise_are_too_few_for_the_second_method_of_a_shorter_past() -> None:
    short = {name: counts[-30:] for name, counts in some().items()}

    found = verdicts(short, first_month=FIRST, exposure=EXPOSURE[:33])

    assert {(one.alarm, one.threshold, one.yearly) for one in found.values()} == {(None, None, None)}


def test_the_coming_three_months_are_foreseen_and_say_how_often_that_held() -> None:
    fan = verdicts(some(), first_month=FIRST, exposure=EXPOSURE)["T1"].fan

    assert [one.month - FIRST for one in fan.months] == [60, 61, 62]
    assert 0.7 < fan.held / fan.tried <= 1


def test_a_new_level_and_a_burst_are_marked_by_their_months() -> None:
    counts = {"step": [4] * 30 + [20] * 30, "burst": [5] * 20 + [25] * 3 + [5] * 37}

    found = verdicts(some() | counts, first_month=FIRST, exposure=EXPOSURE)

    assert found["step"].levels == (FIRST + 30,)
    assert found["burst"].bursts == ((FIRST + 20, FIRST + 22),)


def test_a_topic_that_grows_a_tenth_each_year_says_so_between_bounds() -> None:
    grows = [round(60 * 1.1 ** (n / 12)) for n in range(MONTHS)]

    yearly = verdicts(some() | {"grows": grows}, first_month=FIRST, exposure=EXPOSURE)["grows"].yearly

    assert yearly
    assert (round(yearly.percent), yearly.low < 10 < yearly.high) == (10, True)


def test_a_month_with_few_school_days_expects_fewer_questions() -> None:
    closed = [*EXPOSURE[:57], 0.25, 0.25, 0.25, 1, 1, 1]

    expected = [verdicts(some(), first_month=FIRST, exposure=one)["T0"].expected for one in (EXPOSURE, closed)]

    assert expected[1] < 0.35 * expected[0]


def test_without_series_nothing_is_said() -> None:
    assert (verdicts({}, first_month=FIRST, exposure=[]), first_day(FIRST).year) == ({}, 2020)
