"""Regression, intervals and ratios beside those of R; README.md says how the tables were made."""

import csv
from itertools import groupby
from math import inf
from pathlib import Path

import numpy as np
import pytest

from trends.intervals import poisson_interval, rate_ratio
from trends.long_trend import columns
from trends.quasi_poisson import fit

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, float]]:
    with (HERE / name).open(newline="") as file:
        return [
            {key: inf if value == "Inf" else float(value) for key, value in row.items()} for row in csv.DictReader(file)
        ]


def test_coefficients_errors_and_dispersion_are_those_of_glm() -> None:
    wanted = {key: list(found) for key, found in groupby(rows("glm_fit.csv"), key=lambda row: row["series"])}

    for series, group in groupby(rows("glm.csv"), key=lambda row: row["series"]):
        months = list(group)
        counts, offset = ([row[name] for row in months] for name in ("count", "exposure"))
        by_month = columns(len(months), int(months[0]["first"]))
        found = fit(np.array([counts]), by_month, offset=np.log(offset))
        assert found.coefficients[0].tolist() == pytest.approx([row["estimate"] for row in wanted[series]], rel=1e-8)
        errors = np.sqrt(np.diagonal(found.covariance[0]))
        assert errors.tolist() == pytest.approx([row["error"] for row in wanted[series]], rel=1e-8)
        assert float(found.dispersion[0]) == pytest.approx(wanted[series][0]["dispersion"], rel=1e-8)


def test_ratios_are_those_of_poisson_test() -> None:
    wanted = rows("ratio.csv")

    found = [rate_ratio(int(row["x1"]), int(row["x2"]), exposure=row["t1"], other_exposure=row["t2"]) for row in wanted]

    assert [(one.low, one.high) for one in found] == [
        pytest.approx((row["low"], row["high"]), rel=1e-9) for row in wanted
    ]
    assert [one.p for one in found] == pytest.approx([row["p"] for row in wanted], rel=1e-9)


def test_intervals_are_those_of_poisson_test() -> None:
    wanted = rows("interval.csv")

    found = [poisson_interval(int(row["count"])) for row in wanted]

    assert [(one.low, one.high) for one in found] == [
        pytest.approx((row["low"], row["high"]), rel=1e-9, abs=1e-12) for row in wanted
    ]
