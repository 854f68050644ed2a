"""A rule gives local dates, whatever the month and the clock do."""

import calendar
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.gatherings.recurrence import MOST_DATES, Every, Rule, dates, in_words, place_in_month
from domain.refused import Refused

TUESDAY = date(2026, 11, 17)  # the third one of November
days = st.dates(date(2024, 1, 1), date(2040, 12, 31))
rules = st.builds(
    Rule, first=days, every=st.sampled_from(Every), step=st.integers(1, 12), count=st.integers(1, 40)
)  # fmt: skip


def said(*found: date) -> list[str]:
    return [one.isoformat() for one in found]


def test_every_week_and_every_other_week() -> None:
    weekly = dates(Rule(TUESDAY, count=3))
    other = dates(Rule(TUESDAY, step=2, until=date(2026, 12, 15)))

    assert said(*weekly) == ["2026-11-17", "2026-11-24", "2026-12-01"]
    assert said(*other) == ["2026-11-17", "2026-12-01", "2026-12-15"]


def test_the_third_and_the_last_tuesday_of_the_month() -> None:
    third = dates(Rule(TUESDAY, Every.MONTH_WEEKDAY, count=3))
    last = dates(Rule(TUESDAY, Every.MONTH_LAST, count=3))

    assert said(*third) == ["2026-11-17", "2026-12-15", "2027-01-19"]
    assert said(*last) == ["2026-11-24", "2026-12-29", "2027-01-26"]


def test_a_month_without_a_31st_has_no_date() -> None:
    found = dates(Rule(date(2027, 1, 31), Every.MONTH_DAY, count=4))

    assert said(*found) == ["2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31"]


def test_a_month_without_a_fifth_tuesday_has_no_date() -> None:
    found = dates(Rule(date(2026, 12, 29), Every.MONTH_WEEKDAY, count=3))

    assert said(*found) == ["2026-12-29", "2027-03-30", "2027-06-29"]


def test_leap_day_comes_back_in_a_leap_year() -> None:
    found = dates(Rule(date(2028, 2, 29), Every.MONTH_DAY, step=12, count=3))

    assert said(*found) == ["2028-02-29", "2032-02-29", "2036-02-29"]


@pytest.mark.parametrize("sunday", [date(2027, 3, 28), date(2027, 10, 31)])
def test_the_weeks_in_which_the_clock_changes_lose_no_date(sunday: date) -> None:
    found = dates(Rule(sunday - timedelta(days=7), count=3))

    assert found == (sunday - timedelta(days=7), sunday, sunday + timedelta(days=7))


@given(rules)
def test_dates_rise_from_the_first_and_keep_their_weekday_or_day(rule: Rule) -> None:
    found = dates(rule)

    by_day = rule.every is Every.MONTH_DAY
    assert list(found) == sorted(set(found))
    assert (len(found), found[0] >= rule.first) == (rule.count, True)
    assert {one.day if by_day else one.weekday() for one in found} == {
        rule.first.day if by_day else rule.first.weekday()
    }


@given(rules)
def test_a_place_in_the_month_stays_the_same_and_the_last_one_is_the_last(rule: Rule) -> None:
    third = dates(replace(rule, every=Every.MONTH_WEEKDAY))
    last = dates(replace(rule, every=Every.MONTH_LAST))

    assert {place_in_month(one) for one in third} == {place_in_month(rule.first)}
    assert all(one.day + 7 > calendar.monthrange(one.year, one.month)[1] for one in last)


@given(rules, days)
def test_until_keeps_the_dates_up_to_that_day_and_no_others(rule: Rule, until: date) -> None:
    without = dates(rule)
    kept = tuple(one for one in without if one <= until)

    try:
        found = dates(replace(rule, until=until))
    except Refused as refused:
        assert (refused.key, kept) == ("series.no_date", ())
    else:
        assert found == kept


@given(rules)
def test_a_rule_survives_the_store(rule: Rule) -> None:
    assert Rule.read(rule.as_data()) == rule


@pytest.mark.parametrize(
    ("rule", "key", "field"),
    [
        (Rule(TUESDAY), "series.no_end", "count"),
        (Rule(TUESDAY, until=TUESDAY - timedelta(days=1)), "series.no_date", "until"),
        (Rule(TUESDAY, count=0), "series.no_date", "count"),
        (Rule(TUESDAY, count=MOST_DATES + 1), "series.too_many", "count"),
        (Rule(TUESDAY, until=date(2040, 1, 1)), "series.too_many", "until"),
        (Rule(TUESDAY, step=0, count=3), "series.step", "step"),
    ],
)
def test_a_rule_without_an_end_a_date_or_with_too_many_is_refused(rule: Rule, key: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        dates(rule)

    assert (refused.value.key, refused.value.field) == (key, field)


def test_as_many_dates_as_a_year_has_is_the_most() -> None:
    assert len(dates(Rule(TUESDAY, count=MOST_DATES))) == 366


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule(TUESDAY, count=8), "elke week op dinsdag, 8 keer"),
        (Rule(TUESDAY, step=2, until=date(2027, 6, 29)), "elke 2 weken op dinsdag, tot en met dinsdag 29 juni 2027"),
        (Rule(TUESDAY, Every.MONTH_DAY, count=3), "elke maand op dag 17, 3 keer"),
        (Rule(TUESDAY, Every.MONTH_WEEKDAY, count=8), "elke derde dinsdag van de maand, 8 keer"),
        (Rule(TUESDAY, Every.MONTH_LAST, step=3, count=2), "elke 3 maanden op de laatste dinsdag, 2 keer"),
    ],
)
def test_a_rule_in_words(rule: Rule, words: str) -> None:
    assert in_words(rule) == words


@pytest.mark.parametrize(
    ("rule", "by", "words"),
    [
        (Rule(TUESDAY, until=TUESDAY), 1, "elke week op woensdag, tot en met woensdag 18 november 2026"),
        (Rule(TUESDAY, Every.MONTH_WEEKDAY, count=8), 1, "elke derde dinsdag van de maand, steeds 1 dag later, 8 keer"),
        (Rule(TUESDAY, Every.MONTH_DAY, count=3), -2, "elke maand op dag 17, steeds 2 dagen eerder, 3 keer"),
    ],
)
def test_a_rule_whose_dates_were_all_moved_says_so(rule: Rule, by: int, words: str) -> None:
    assert in_words(rule, timedelta(days=by)) == words
