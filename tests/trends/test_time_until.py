"""Kaplan-Meier curves beside those of lifelines, a textbook's, and plain counting where everybody was followed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends.shares import Share, wilson
from trends.time_until import Curve, Spell, curve

# Remission of 21 patients (Freireich and others, Blood 21, 1963), the example of every textbook; a + was censored.
FREIREICH = "6 6 6 7 10 13 16 22 23 6+ 9+ 10+ 11+ 17+ 19+ 20+ 25+ 32+ 32+ 34+ 35+"
CONTACT = "5 20 26 30 30 41 47 50+ 52 71 96+ 120 300+"
# (at, survival, low, high): KaplanMeierFitter of lifelines 0.30, survival_function_ and confidence_interval_
FREIREICH_TABLE = [
    (6, 0.857142857142857, 0.6197179552659838, 0.9515517476469969),
    (7, 0.8067226890756299, 0.5631465646222333, 0.9228090192028802),
    (10, 0.7529411764705878, 0.5031995107999564, 0.8893618351692651),
    (13, 0.6901960784313722, 0.4316102224861839, 0.8490659633494505),
    (16, 0.6274509803921566, 0.36751085598750194, 0.8049121894718411),
    (22, 0.5378151260504199, 0.26777893676713493, 0.7467907176353943),
    (23, 0.44817927170868327, 0.18805200595923233, 0.6801426284952412),
]
CONTACT_TABLE = [
    (5, 0.9230769230769231, 0.5663594661305215, 0.9887940623036894),
    (20, 0.8461538461538463, 0.5122035906853931, 0.959145460528641),
    (26, 0.7692307692307694, 0.4421414979265563, 0.9191153262392812),
    (30, 0.6153846153846153, 0.308336888199959, 0.8184487118408623),
    (41, 0.5384615384615384, 0.24765732776923433, 0.7599044402613399),
    (47, 0.4615384615384615, 0.19161218926292145, 0.6964102374108438),
    (52, 0.36923076923076925, 0.12510318057474124, 0.6202902154746415),
    (71, 0.27692307692307694, 0.07133049683765338, 0.535580547781097),
    (120, 0.13846153846153847, 0.010119103236790038, 0.4269646511114215),
]
TIMES = st.lists(st.integers(1, 40), min_size=1, max_size=40)


def spells(text: str) -> list[Spell]:
    return [Spell(float(one.rstrip("+")), not one.endswith("+")) for one in text.split()]


@pytest.mark.parametrize(("text", "table"), [(FREIREICH, FREIREICH_TABLE), (CONTACT, CONTACT_TABLE)])
def test_the_curve_equals_the_table(text: str, table: list[tuple[float, float, float, float]]) -> None:
    found = curve(spells(text))

    rows = [(s.at, 1 - s.share, 1 - s.likely.high, 1 - s.likely.low) for s in found.steps]
    assert [part for row in rows for part in row] == pytest.approx([part for row in table for part in row], rel=1e-9)


# median_survival_time_ and median_survival_times(confidence_interval_) of lifelines
@pytest.mark.parametrize(("text", "medians"), [(FREIREICH, (23, 13, None)), (CONTACT, (47, 26, 120))])
def test_the_median_and_its_interval_equal_the_table(text: str, medians: tuple[float, float, float | None]) -> None:
    found = curve(spells(text))

    assert (found.median, found.median_from, found.median_until) == medians


@given(TIMES)
def test_when_everybody_was_followed_the_curve_is_plain_counting(times: list[int]) -> None:
    found = curve(Spell(time, happened=True) for time in times)

    counted = [sum(time <= step.at for time in times) / len(times) for step in found.steps]
    assert [step.share for step in found.steps] == pytest.approx(counted)


@given(TIMES, st.data())
def test_the_order_of_the_spells_is_irrelevant_and_the_curve_only_rises(times: list[int], data: st.DataObject) -> None:
    known = [Spell(time, data.draw(st.booleans())) for time in times]

    found, again = curve(known), curve(data.draw(st.permutations(known)))

    shares = [step.share for step in found.steps]
    assert (found, shares) == (again, sorted(shares))


@given(TIMES, st.data())
def test_the_share_lies_within_its_bounds(times: list[int], data: st.DataObject) -> None:
    found = curve(Spell(time, data.draw(st.booleans())) for time in times)

    assert all(0 <= s.likely.low <= s.share + 1e-9 and s.share <= s.likely.high + 1e-9 <= 1 + 2e-9 for s in found.steps)


def test_half_of_two_is_half_although_fractions_do_not_add_up_exactly() -> None:
    assert curve(Spell(time, happened=True) for time in range(1, 11)).median == 5


def test_where_it_came_to_less_than_half_there_is_no_median() -> None:
    found = curve([Spell(1, happened=True), Spell(9, happened=False), Spell(9, happened=False)])

    assert (found.median, found.median_until, found.happened) == (None, None, 1)


def test_how_far_it_was_at_a_moment_is_the_last_step_before() -> None:
    found = curve(spells("10 20 30 40"))

    assert [found.by(at) for at in (9.9, 10, 29, 99)] == [None, found.steps[0], found.steps[1], found.steps[3]]


def test_when_it_happened_to_everybody_the_bounds_are_those_of_a_share() -> None:
    found = curve(Spell(24, happened=True) for _ in range(6))

    assert (found.steps[-1].likely, found.median_until) == (wilson(Share(6, 6)), 24)


def test_nothing_known_is_an_empty_curve() -> None:
    found = curve([])

    assert (found, found.median, found.by(5)) == (Curve(0, ()), None, None)
