"""The shape of the year that many series share, and how sure it is."""

from dataclasses import dataclass

import numpy as np

from trends.expected.arrays import Floats, Periods

ROUNDS = 12


@dataclass(frozen=True)
class Season:
    """For each slot of the year how much busier than the mean it is; `variance` is of the logarithm."""

    factor: Floats
    variance: Floats


def raw(counts: Floats, periods: Periods) -> tuple[Floats, Floats]:
    """(factor, counted) of each slot: multiplicative levels per series and year, times one factor per slot.

    The fit by turns of a table of counts with two margins (Deming and Stephan, Ann. Math. Stat. 11, 1940); years are
    counted back from the last period, so that a rise over the years is not taken for a season.
    """
    if len(periods.exposure) == 1:
        counts = counts.sum(axis=0, keepdims=True)
    year = _one_of((len(periods) - 1 - np.arange(len(periods))) // periods.slots)
    slot = np.eye(periods.slots)[periods.slot]
    found, factor = counts.sum(axis=0) @ slot, np.ones(periods.slots)
    in_year = counts @ year
    for _round in range(ROUNDS):
        open_in_year = (periods.exposure * factor[periods.slot]) @ year
        level = np.divide(in_year, open_in_year, out=np.zeros_like(in_year), where=open_in_year > 0)
        expected = (level @ year.T * periods.exposure).sum(axis=0) @ slot
        factor = _mean_one(np.where(expected > 0, (found + 0.5) / (expected + 0.5), 1.0))
    return factor, found


def shrunk(factor: Floats, counted: Floats, dispersion: float) -> Season:
    """The factors drawn towards 1 as far as chance explains their spread: few counts know no season.

    Normal means on the scale of logarithms with the spread by moments (Efron and Morris, J. Am. Stat. Assoc. 70, 1975).
    """
    chance = dispersion / np.maximum(counted, 0.5)
    logs = np.log(factor)
    spread = max(0.0, float(np.mean(logs**2 - chance)))
    weight = spread / (spread + chance)
    return Season(_mean_one(np.exp(weight * logs)), weight * chance)


def _one_of(number: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> Floats:
    found: Floats = np.eye(int(number.max(initial=0)) + 1)[number]
    return found


def _mean_one(factor: Floats) -> Floats:
    return factor / float(factor.mean())
