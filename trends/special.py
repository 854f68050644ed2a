"""The gamma and beta functions for one number, standard library only; `trends.expected.special` has them for many.

Formulas of the NIST Digital Library of Mathematical Functions (DLMF): incomplete gamma by series 8.11.4 and continued
fraction 8.9.2, incomplete beta from 8.17.22; continued fractions by the method of Lentz as modified by Thompson and
Barnett (J. Comput. Phys. 64, 1986). What large numbers have in common is taken out before it is reckoned, as Loader
(2000, “Fast and accurate computation of binomial probabilities”) does it.
"""

from collections.abc import Iterator
from itertools import count
from math import exp, lgamma, log, pi, sqrt

LARGE = 16
STIRLING = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156)
NEAR, NEAR_TERMS = 0.1, 9
SMALLEST = 5e-324  # a mean that became 0 on the way
TINY = 1e-200
CLOSE = 1e-16


def gamma_p(a: float, x: float) -> float:
    """The regularised lower incomplete gamma function P(a, x) = P(Poisson(x) >= a) for whole a."""
    if x <= 0:
        return 0.0
    front = sqrt(a / (2 * pi)) * exp(-_apart(a, x) - _beyond(a))
    if x >= a + 1:
        return 1 - front / (x + 1 - a + _fraction((-n * (n - a), x + 2 * n + 1 - a) for n in count(1)))
    term = sum_ = 1 / a
    for n in count(1):
        term *= x / (a + n)
        sum_ += term
        if term < sum_ * CLOSE:
            break
    return sum_ * front


def beta_i(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b), for whole a and b P(Binomial(a + b - 1, x) >= a)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_i(b, a, 1 - x)
    whole = a + b
    far = _apart(a, whole * x) + _apart(b, whole * (1 - x)) + _beyond(a) + _beyond(b) - _beyond(whole)
    return sqrt(a / whole * b / (2 * pi)) * exp(-far) * _fraction(_beta_term(a, b, x, n) for n in count())


def _apart(x: float, mean: float) -> float:
    """Half the deviance of a count, x log(x / mean) + mean - x; near the mean by a series, as it is small there."""
    v = (x - mean) / (x + mean)
    if abs(v) >= NEAR:
        return x * (log(x) - log(max(mean, SMALLEST))) + mean - x
    power, summed = 2 * x * v, (x - mean) * v
    for n in range(1, NEAR_TERMS):
        power *= v * v
        summed += power / (2 * n + 1)
    return summed


def _beyond(x: float) -> float:
    """What log gamma is more than Stirling's formula without its series."""
    if x < LARGE:
        return lgamma(x) - (x - 0.5) * log(x) + x - 0.5 * log(2 * pi)
    return sum(term / x ** (2 * n + 1) for n, term in enumerate(STIRLING))


def _beta_term(a: float, b: float, x: float, n: int) -> tuple[float, float]:
    """Every second step of DLMF 8.17.22 (Didonato and Morris, ACM Trans. Math. Softw. 18, 1992, formula 9).

    The steps themselves nearly cancel each other where a is large.
    """
    beyond = a - (a + b) * x + 1 + n * (2 - x)
    if n == 0:
        return 1.0, a / (a + 1) * beyond
    over = a + 2 * n - 1
    more = n * (b - n) * x / over
    return (a + n - 1) / over * (a + b + n - 1) * x * more, n + more + (a + n) / (over + 2) * beyond


def _fraction(terms: Iterator[tuple[float, float]]) -> float:
    """The continued fraction n1/(d1 + n2/(d2 + ...)), until a term changes nothing any more."""
    value = c = TINY
    d = 0.0
    for numerator, denominator in terms:
        d = 1 / (denominator + numerator * d or TINY)
        c = denominator + numerator / c or TINY
        value *= c * d
        if abs(c * d - 1) < 4 * CLOSE:
            break
    return value
