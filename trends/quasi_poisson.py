"""Quasi-Poisson regression with a logarithmic link, for many series with the same columns at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trends.expected.arrays import Floats

ENOUGH = 1e-8
MOST_ROUNDS = 25
LEAST = float(np.finfo(float).eps)


@dataclass(frozen=True)
class Fit:
    """A row per series; `covariance` of the coefficients holds the dispersion, which may be below 1.

    Where `settled` is False the steps did not come to rest.
    """

    coefficients: Floats
    mean: Floats
    leverage: Floats
    dispersion: Floats
    covariance: Floats
    settled: NDArray[np.bool_]


@dataclass
class _State:
    """Where the steps are; `root` is the square root of the weight of each period in the last step."""

    coefficients: Floats
    linear: Floats
    mean: Floats
    root: Floats
    deviance: Floats
    settled: NDArray[np.bool_]


def fit(counts: Floats, columns: Floats, *, weights: Floats | None = None, offset: Floats | float = 0.0) -> Fit:
    """Iteratively reweighted least squares (McCullagh and Nelder, Generalized Linear Models, 1989, section 2.5).

    `counts` and `weights` have a row per series, `columns` a row per period and a column per coefficient; `offset` is
    the logarithm of the exposure. It begins at the counts themselves and ends when the deviance of a series changes by
    less than one in 10^8. The dispersion is Pearson's statistic over its degrees of freedom.
    """
    given = np.ones_like(counts) if weights is None else weights
    offsets = np.broadcast_to(np.asarray(offset, dtype=float), counts.shape)
    state = _start(counts, given, columns.shape[1])
    going = np.arange(len(counts))
    for _round in range(MOST_ROUNDS):
        _step(state, going, counts[going], given[going], columns, offsets[going])
        going = going[~state.settled[going]]
        if not len(going):
            break
    return _fit(state, counts, columns)


def _start(counts: Floats, weights: Floats, coefficients: int) -> _State:
    mean, none = counts + 0.1, np.zeros(len(counts), dtype=bool)
    deviance = _deviance(counts, mean, weights)
    return _State(np.zeros((len(counts), coefficients)), np.log(mean), mean, np.ones_like(mean), deviance, none)


def _step(
    state: _State, at: NDArray[np.int64], counts: Floats, weights: Floats, columns: Floats, offset: Floats
) -> None:
    """One weighted least squares fit for the series `at`, whose rows the other arguments are."""
    mean = state.mean[at]
    root = np.sqrt(weights * mean)
    wanted = root * (state.linear[at] - offset + (counts - mean) / mean)
    q, r = np.linalg.qr(root[:, :, None] * columns)
    solved = np.linalg.solve(r, (q.transpose(0, 2, 1) @ wanted[:, :, None]))[:, :, 0]
    linear = solved @ columns.T + offset
    mean = np.maximum(np.exp(linear), LEAST)
    deviance = _deviance(counts, mean, weights)
    state.settled[at] = np.abs(deviance - state.deviance[at]) / (np.abs(deviance) + 0.1) < ENOUGH
    state.coefficients[at], state.linear[at], state.mean[at] = solved, linear, mean
    state.root[at], state.deviance[at] = root, deviance


def _deviance(counts: Floats, mean: Floats, weights: Floats) -> Floats:
    logs = counts * np.log(np.where(counts > 0, counts / mean, 1.0))
    found: Floats = 2 * (weights * (logs - (counts - mean))).sum(axis=1)
    return found


def _fit(state: _State, counts: Floats, columns: Floats) -> Fit:
    """Leverage, dispersion and covariance as of the last step, which is the custom of other programs too."""
    q, r = np.linalg.qr(state.root[:, :, None] * columns)
    pearson = ((state.root * (counts - state.mean) / state.mean) ** 2).sum(axis=1)
    dispersion = pearson / max(1, counts.shape[1] - columns.shape[1])
    inverse = np.linalg.inv(r)
    covariance = dispersion[:, None, None] * (inverse @ inverse.transpose(0, 2, 1))
    leverage = (q**2).sum(axis=2)
    return Fit(state.coefficients, state.mean, leverage, dispersion, covariance, state.settled)
