"""How many of how many, and between which shares the truth likely lies when there are only a few. Pure."""

from dataclasses import dataclass
from statistics import NormalDist

from trends.intervals import Interval

ENOUGH = 5


@dataclass(frozen=True)
class Share:
    """`part` of `whole`; fewer than five in `whole` are too few to speak of a share."""

    part: int
    whole: int

    @property
    def enough(self) -> bool:
        return self.whole >= ENOUGH

    @property
    def value(self) -> float:
        """0..1; raises ZeroDivisionError for a share of nothing."""
        return self.part / self.whole


def wilson(share: Share, confidence: float = 0.95) -> Interval:
    """The score interval of Wilson (J. Am. Stat. Assoc. 22, 1927, 209-212); of nothing it is 0..1.

    For small numbers it covers better than the textbook interval and is narrower than the exact one: Brown, Cai and
    DasGupta, Interval Estimation for a Binomial Proportion, Statistical Science 16 (2001) 101-133.
    """
    if not 0 <= share.part <= share.whole:
        raise ValueError("a part lies between nothing and the whole")
    if not share.whole:
        return Interval(0.0, 1.0)
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    n, value = share.whole, share.value
    centre = (value + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * (value * (1 - value) / n + z * z / (4 * n * n)) ** 0.5
    low = 0.0 if share.part == 0 else centre - half
    return Interval(low, 1.0 if share.part == n else centre + half)
