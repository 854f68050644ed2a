"""The flexible method of Farrington and Noufaily beside the same method in R, on every row; see README.md."""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from trends.farrington.flexible import bounds
from trends.farrington.options import Options
from trends.farrington.reference import reference

HERE = Path(__file__).parent
WAYS = {
    "weekly": Options(52, 5, 3, 10, 26, 2.58, 0.005, (5, 4)),
    "weekly-all": Options(52, 4, 2, 5, 10, 1, 0.05, (0, 4)),
    "monthly": Options(12, 4, 1, 4, 3, 2.58, 0.01, (5, 4)),
    "monthly-all": Options(12, 5, 0, 12, 0, 2.58, 0.05, (0, 4)),
    "monthly-windows": Options(12, 5, 2, 1, 3, 1, 0.01, (3, 2)),
    "monthly-two-years": Options(12, 2, 1, 4, 3, 2.58, 0.01, (5, 4)),
    "monthly-one-year": Options(12, 1, 2, 1, 2, 1.5, 0.05, (0, 4)),
    "monthly-three-years": Options(12, 3, 1, 2, 20, 2.58, 0.01, (0, 4)),
}


def rows(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(newline="") as file:
        yield from csv.DictReader(file)


@pytest.fixture(scope="module")
def series() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row in rows("series.csv"):
        found.setdefault(row["series"], []).append(int(row["count"]))
    return found


@pytest.mark.parametrize("way", WAYS)
def test_every_row_is_as_in_r(way: str, series: dict[str, list[int]]) -> None:
    wanted = [row for row in rows("reference.csv") if row["way"] == way]

    found = [bounds(np.array([series[row["series"]]]), int(row["period"]) - 1, WAYS[way]) for row in wanted]

    said = [(int(one.threshold[0]), bool(one.alarm[0])) if one.reported[0] else None for one in found]
    in_r = [(int(row["threshold"]), row["alarm"] == "1") if row["threshold"] != "NA" else None for row in wanted]
    assert len(said) > 200
    assert said == in_r
    both = [(one, row) for one, row in zip(found, wanted, strict=True) if one.reported[0]]
    expected = [float(row["expected"]) for _one, row in both]
    assert [float(one.expected[0]) for one, _row in both] == pytest.approx(expected, rel=1e-5, abs=0)


def test_series_together_are_judged_as_one_by_one(series: dict[str, list[int]]) -> None:
    monthly = np.array([counts for counts in series.values() if len(counts) == 108])

    together = bounds(monthly, 100, WAYS["monthly"])

    alone = [bounds(row[None, :], 100, WAYS["monthly"]) for row in monthly]
    assert together.threshold.tolist() == [int(one.threshold[0]) for one in alone]
    assert together.reported.tolist() == [bool(one.reported[0]) for one in alone]


def test_the_year_is_divided_around_the_same_time_of_year() -> None:
    periods, part = reference(80, Options(12, 2, 1, 4, 3))

    assert periods.tolist() == list(range(55, 77))
    assert part.tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3]


def test_without_enough_before_or_just_now_nothing_is_reported() -> None:
    busy, quiet = np.full((1, 60), 9), np.zeros((1, 60), dtype=np.int64)

    reported = [bounds(counts, at, Options()).reported[0] for counts, at in ((busy, 48), (busy, 49), (quiet, 59))]

    assert reported == [False, True, False]


def test_periods_too_few_for_a_trend_are_judged_without_one() -> None:
    counts = np.array([[*range(1, 61), 99]])
    alone, six = Options(12, 3, 0, 1, 30), Options(12, 3, 0, 12, 30)

    found = [bounds(counts, 60, options) for options in (alone, six)]

    assert [float(one.expected[0]) for one in found] == pytest.approx([25, 25])
    assert [(int(one.threshold[0]), bool(one.alarm[0])) for one in found] == [(37, True), (37, True)]


def test_what_fades_away_entirely_leaves_room_for_nothing() -> None:
    counts = np.array([[4000, *[0] * 71, 9]])

    found = bounds(counts, 72, Options(12, 6, 0, 1, 40))

    assert (int(found.threshold[0]), bool(found.alarm[0])) == (0, True)


@pytest.mark.parametrize(
    "options",
    [
        Options(years_back=0),
        Options(half_window=-1),
        Options(skip_recent=48),
        Options(seasonal_parts=11),
        Options(alpha=0),
        Options(minimum_recent=(-1, 4)),
    ],
)
def test_what_cannot_be_chosen_together_is_told(options: Options) -> None:
    assert options.problem()


def test_the_advised_options_can_be_chosen() -> None:
    assert (Options().problem(), Options.weekly().problem()) == (None, None)
