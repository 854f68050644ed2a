"""The gamma and beta functions for many numbers at once; `trends.intervals` has them for one.

Formulas of the NIST Digital Library of Mathematical Functions (DLMF): log gamma by Stirling's series 5.11.1 after
stepping up by 5.5.1, incomplete gamma by 8.11.4 and 8.9.2, incomplete beta by 8.17.22; continued fractions by the
method of Lentz as modified by Thompson and Barnett (J. Comput. Phys. 64, 1986).
"""

from collections.abc import Iterator
from itertools import count
from math import log, pi

import numpy as np

from trends.expected.arrays import Floats

STEPS_UP = 9
STIRLING = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156)
TINY = 1e-200
CLOSE = 1e-15


def log_gamma(x: Floats) -> Floats:
    """The logarithm of the gamma function of positive numbers."""
    below = np.ones_like(x)
    for step in range(STEPS_UP):
        below = below * (x + step)
    up = x + STEPS_UP
    series = sum(term / up ** (2 * n + 1) for n, term in enumerate(STIRLING))
    found: Floats = (up - 0.5) * np.log(up) - up + 0.5 * log(2 * pi) + series - np.log(below)
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
    """The regularised incomplete beta function I_x(a, b), a, b > 0 and x in 0..1; small values keep their digits."""
    a, b, x = np.broadcast_arrays(a, b, x)
    turned = x > (a + 1) / (a + b + 2)
    a, b, x = np.where(turned, b, a), np.where(turned, a, b), np.where(turned, 1 - x, x)
    inside = np.where(x > 0, x, TINY)
    front = np.exp(a * np.log(inside) + b * np.log1p(-inside) + log_gamma(a + b) - log_gamma(a) - log_gamma(b)) / a
    fraction = _fraction(a, ((_beta_term(a, b, inside, n), 1.0) for n in count(1)))
    tail = np.where(x > 0, front / (1 + fraction), 0.0)
    return np.where(turned, 1 - tail, tail)


def _front(a: Floats, x: Floats) -> Floats:
    found: Floats = np.exp(a * np.log(x) - x - log_gamma(a))
    return found


def _series(a: Floats, x: Floats) -> Floats:
    term = summed = 1 / a
    for n in count(1):
        term = term * x / (a + n)
        summed = summed + term
        if np.all(term < summed * CLOSE):
            break
    return summed


def _beta_term(a: Floats, b: Floats, x: Floats, n: int) -> Floats:
    m = n // 2
    if n % 2:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))


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
