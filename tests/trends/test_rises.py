"""Which topics rise or fall, from exact and from published numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends.disclosure import Sum, exact, protect, total
from trends.rises import Change, State, false_discovery_rates, judge, strongest_first

PAIRS = st.tuples(st.integers(0, 80), st.integers(0, 80))
SURE = {State.RISING, State.FALLING, State.MAYBE_RISING, State.MAYBE_FALLING}


def alone(recent: Sum, before: Sum) -> Change:
    return judge({"topic": (recent, before)})["topic"]


@pytest.mark.parametrize(
    ("recent", "before", "state"),
    [
        (25, 10, State.RISING),
        (10, 25, State.FALLING),
        (17, 8, State.NO_SIGN),
        (4, 3, State.TOO_LITTLE),
        (0, 0, State.TOO_LITTLE),
        (7, 0, State.RISING),
    ],
)
def test_a_topic_by_itself(recent: int, before: int, state: State) -> None:
    assert alone(exact(recent), exact(before)).state is state


def test_among_many_quiet_topics_the_same_rise_is_only_possible() -> None:
    quiet = {f"quiet {n}": (exact(10), exact(10)) for n in range(20)}

    changes = judge({"Thuiszitten": (exact(25), exact(10)), **quiet})

    assert changes["Thuiszitten"].state is State.MAYBE_RISING


def test_the_false_discovery_rates_equal_the_example_of_benjamini_and_hochberg() -> None:
    p = [
        0.0344,
        0.0001,
        0.0201,
        0.0004,
        0.0278,
        0.0019,
        0.0298,
        0.0095,
        0.3240,
        0.4262,
        0.5719,
        0.6528,
        0.7590,
        1.0,
        0.0459,
    ]

    below = {value for value, q in zip(p, false_discovery_rates(p), strict=True) if q <= 0.05}

    assert below == {0.0001, 0.0004, 0.0019, 0.0095}


@given(st.lists(st.floats(0, 1), max_size=30))
def test_a_false_discovery_rate_is_the_smallest_level_at_which_the_step_up_rule_rejects(p: list[float]) -> None:
    rates = false_discovery_rates(p)

    rejected = [min(len(p) * max(v, w) / sum(u <= max(v, w) for u in p) for w in p) for v in p]

    assert rates == pytest.approx([min(1, level) for level in rejected])


@given(PAIRS)
def test_published_numbers_never_claim_more_than_the_exact_ones(pair: tuple[int, int]) -> None:
    shown = alone(*(total([protect(count)]) for count in pair))
    real = alone(*(exact(count) for count in pair))

    assert shown.p >= real.p or shown.p == pytest.approx(real.p)
    assert shown.low <= real.low * (1 + 1e-9)
    assert shown.high >= real.high * (1 - 1e-9)
    assert shown.state not in SURE or shown.state is real.state


def test_a_clear_rise_survives_the_rounding() -> None:
    assert alone(total([protect(41)]), total([protect(12)])).state is State.RISING


def test_two_hidden_numbers_say_nothing() -> None:
    change = alone(total([protect(4)]), total([protect(0)]))

    assert (change.state, change.ratio) == (State.TOO_LITTLE, None)


def test_the_surest_change_comes_first() -> None:
    changes = judge({"calm": (exact(20), exact(20)), "double": (exact(60), exact(30)), "gone": (exact(2), exact(40))})

    assert strongest_first(changes) == ["double", "gone", "calm"]


def test_a_sum_over_three_years_is_compared_as_a_yearly_mean() -> None:
    (change,) = judge({"Taal": (exact(20), exact(30))}, years=3).values()

    assert (change.ratio, change.state) == (2.0, State.RISING)
