"""The gamma and beta functions for many numbers at once; `trends.special` has them for one.

Formulas of the NIST Digital Library of Mathematical Functions (DLMF): log gamma by Stirling's series 5.11.1 after
stepping up by 5.5.1, incomplete gamma by 8.11.4 and 8.9.2, incomplete beta from 8.17.22; continued fractions by the
method of Lentz as modified by Thompson and Barnett (J. Comput. Phys. 64, 1986). What large numbers have in common is
taken out before it is reckoned, as Loader (2000, “Fast and accurate computation of binomial probabilities”) does it.
"""

from collections.abc import Iterator
from itertools import count
from math import log, pi

import numpy as np

from trends.expected.arrays import Floats

STEPS_UP = 9
STIRLING = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156)
NEAR, NEAR_TERMS = 0.1, 9
TINY = 1e-200
CLOSE = 1e-15


def log_gamma(x: Floats) -> Floats:
    """The logarithm of the gamma function of positive numbers."""
    below = np.ones_like(x)
    for step in range(STEPS_UP):
        below = below * (x + step)
    up = x + STEPS_UP
    found: Floats = (up - 0.5) * np.log(up) - up + 0.5 * log(2 * pi) + _stirling(up) - np.log(below)
    return found


def power_share(a: Floats, b: Floats, x: Floats) -> Floats:
    """x^a (1-x)^b / B(a, b), for a, b > 0 and 0 < x < 1, to its last digits for millions too."""
    whole = a + b
    far = _apart(a, whole * x) + _apart(b, whole * (1 - x))
    found: Floats = np.sqrt(a / whole * b / (2 * pi)) * np.exp(_beyond(whole) - _beyond(a) - _beyond(b) - far)
    return found


def gamma_p(a: Floats, x: Floats) -> Floats:
    """The regularised lower incomplete gamma function P(a, x), for a > 0 and x >= 0."""
    a, x = np.broadcast_arrays(a, x)
    found = np.zeros(a.shape)
    near, far = (x > 0) & (x < a + 1), x >= a + 1
    found[near] = _front(a[near], x[near]) * _series(a[near], x[near])
    a, x = a[far], x[far]
    rest = _fraction(x, ((-n * (n - a), x + 2 * n + 1 - a) for n in count(1)))
    found[far] = 1 - _front(a, x) / (x + 1 - a + rest)
    return found


def beta_i(a: Floats, b: Floats, x: Floats) -> Floats:
    """The regularised incomplete beta function I_x(a, b), a, b > 0 and x in 0..1; small values keep their digits, and
    up to ten million no value is further than 1e-9 of itself from what R gives."""
    a, b, x = np.broadcast_arrays(a, b, x)
    turned = x > (a + 1) / (a + b + 2)
    a, b, x = np.where(turned, b, a), np.where(turned, a, b), np.where(turned, 1 - x, x)
    inside = np.where(x > 0, x, TINY)
    fraction = _fraction(a, (_beta_term(a, b, inside, n) for n in count()))
    tail = np.where(x > 0, power_share(a, b, inside) * fraction, 0.0)
    return np.where(turned, 1 - tail, tail)


def _stirling(x: Floats) -> Floats:
    found: Floats = sum((term / x ** (2 * n + 1) for n, term in enumerate(STIRLING)), np.zeros_like(x))
    return found


def _beyond(x: Floats) -> Floats:
    """What log gamma is more than Stirling's formula without its series."""
    small = np.minimum(x, STEPS_UP)
    exactly = log_gamma(small) - (small - 0.5) * np.log(small) + small - 0.5 * log(2 * pi)
    return np.where(x < STEPS_UP, exactly, _stirling(np.maximum(x, STEPS_UP)))


def _apart(x: Floats, mean: Floats) -> Floats:
    """Half the deviance of a count, x log(x / mean) + mean - x; near the mean by a series, as it is small there."""
    v = (x - mean) / (x + mean)
    power, summed = 2 * x * v, (x - mean) * v
    for n in range(1, NEAR_TERMS):
        power = power * v * v
        summed = summed + power / (2 * n + 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.abs(v) < NEAR, summed, x * (np.log(x) - np.log(mean)) + mean - x)


def _front(a: Floats, x: Floats) -> Floats:
    found: Floats = np.sqrt(a / (2 * pi)) * np.exp(-_apart(a, x) - _beyond(a))
    return found


def _series(a: Floats, x: Floats) -> Floats:
    term = summed = 1 / a
    for n in count(1):
        term = term * x / (a + n)
        summed = summed + term
        if np.all(term < summed * CLOSE):
            break
    return summed


def _beta_term(a: Floats, b: Floats, x: Floats, n: int) -> tuple[Floats, Floats]:
    """Every second step of DLMF 8.17.22 (Didonato and Morris, ACM Trans. Math. Softw. 18, 1992, formula 9).

    The steps themselves nearly cancel each other where a is large.
    """
    beyond = a - (a + b) * x + 1 + n * (2 - x)
    if n == 0:
        return np.ones_like(a), a / (a + 1) * beyond
    over = a + 2 * n - 1
    more = n * (b - n) * x / over
    return (a + n - 1) / over * (a + b + n - 1) * x * more, n + more + (a + n) / (over + 2) * beyond


def _fraction(like: Floats, terms: Iterator[tuple[Floats, Floats | float]]) -> Floats:
    """n1/(d1 + n2/(d2 + ...)) in the shape of `like`, until a term changes nothing any more for any of the numbers."""
    value = c = np.full_like(like, TINY)
    d = np.zeros_like(like)
    for numerator, denominator in terms:
        d = 1 / _not_zero(denominator + numerator * d)
        c = _not_zero(denominator + numerator / c)
        value = value * c * d
        if np.all(np.abs(c * d - 1) < CLOSE):
            break
    return value


def _not_zero(x: Floats) -> Floats:
    return np.where(x == 0, TINY, x)
