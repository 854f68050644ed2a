"""How often a rule cries wolf, and how often it sees what doubled: `python -m benchmarks.false_alarms` prints a table.

Invented series of sixty months: means spread as a gamma distribution around the one in the first column, a school
year's season, variance over mean as in the second. The rules know none of these; ours learns them from the series.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from trends.expected.arrays import Periods, Whole
from trends.predictive import judged

SEASON = np.array([1.1, 1.2, 1.1, 0.9, 1.0, 1.2, 0.5, 0.4, 1.0, 1.3, 1.2, 1.1])
MONTHS, QUARTER = 60, 3
SPREAD = 4.0  # the shape of the gamma distribution of means: half of them lie between 0.6 and 1.3 times the middle
NOMINAL = 0.01
MEANS, DISPERSIONS, ENDS = (1, 3, 6, 12), (1.0, 1.5, 2.5), {"July": 6, "October": 9}

Alarms = NDArray[np.bool_]
Rule = Callable[[Whole, Periods], Alarms]


@dataclass(frozen=True)
class Setting:
    """`end` is the last calendar month, from 0; the last three months are `factor` times as busy."""

    mean: float
    dispersion: float
    end: int
    factor: float = 1.0


def invented(setting: Setting, series: int, seed: int) -> tuple[Whole, Periods]:
    """(counts, periods), a row per series."""
    chance = np.random.default_rng([seed, int(setting.mean * 10), int(setting.dispersion * 10), setting.end])
    slot = (np.arange(MONTHS) + setting.end + 1) % 12
    means = chance.gamma(SPREAD, setting.mean / SPREAD, series)[:, None] * SEASON[slot]
    means[:, -QUARTER:] *= setting.factor
    shape = means / max(setting.dispersion - 1, 1e-9)
    rates = chance.gamma(shape) * (setting.dispersion - 1) if setting.dispersion > 1 else means
    return chance.poisson(rates).astype(np.int64), Periods(np.ones((1, MONTHS)), slot, 12)


def expected(window: int) -> Rule:
    """Ours: more than was to be expected, p below the nominal chance."""

    def rule(counts: Whole, periods: Periods) -> Alarms:
        return np.array([one.p < NOMINAL for one in judged(counts, periods, window)])

    return rule


def half_more(counts: Whole, _periods: Periods) -> Alarms:
    """The last month half more than the same month a year before, and at least three."""
    return (counts[:, -1] > 1.5 * counts[:, -13]) & (counts[:, -1] >= 3)


def two_deviations(counts: Whole, _periods: Periods) -> Alarms:
    """The last month above the mean and two standard deviations of the twelve before."""
    before = counts[:, -13:-1].astype(float)
    return np.asarray(counts[:, -1] > before.mean(axis=1) + 2 * before.std(axis=1, ddof=1))


RULES: dict[str, Rule] = {
    "expected, 3 months": expected(QUARTER),
    "expected, 1 month": expected(1),
    "+50 % in a year": half_more,
    "mean + 2 sd": two_deviations,
}


def shares(setting: Setting, series: int, seed: int = 1) -> dict[str, float]:
    """The share of series in which each rule gives an alarm."""
    counts, periods = invented(setting, series, seed)
    return {name: float(rule(counts, periods).mean()) for name, rule in RULES.items()}


def settings(factor: float = 1.0) -> Iterator[tuple[str, Setting]]:
    for (name, end), dispersion, mean in product(ENDS.items(), DISPERSIONS, MEANS):
        yield name, Setting(mean, dispersion, end, factor)


def main(series: int) -> None:
    """A row per setting: false alarms / doublings seen, in percent."""
    print("| mean | variance / mean | last month |", *(f" {name} |" for name in RULES), sep="")
    print("|---|---|---|" + "---|" * len(RULES))
    for (name, quiet), (_name, doubled) in zip(settings(), settings(2.0), strict=True):
        false, seen = shares(quiet, series), shares(doubled, series)
        cells = (f" {100 * false[rule]:.1f} / {100 * seen[rule]:.0f} |" for rule in RULES)
        print(f"| {quiet.mean} | {quiet.dispersion} | {name} |", *cells, sep="", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
