"""How long it takes until something happens, when of some it is only known that it did not happen yet. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from math import exp, log
from statistics import NormalDist

from trends.intervals import Interval
from trends.shares import Share, wilson

HALF = 0.5
ROUNDING = 1e-12


@dataclass(frozen=True)
class Spell:
    """`lasted` until it `happened`, or, when it did not, until we looked last (then it is called censored)."""

    lasted: float
    happened: bool


@dataclass(frozen=True)
class Step:
    """From `at` on it has happened to `share` of all, `likely` between those bounds.

    `happened` and `followed` say to how many it had happened by then, and how many were still followed just before.
    """

    at: float
    share: float
    happened: int
    followed: int
    likely: Interval


@dataclass(frozen=True)
class Curve:
    """A step for each moment at which it happened to somebody, in order of time; `n` spells made it."""

    n: int
    steps: tuple[Step, ...]

    @property
    def happened(self) -> int:
        return self.steps[-1].happened if self.steps else 0

    def by(self, at: float) -> Step | None:
        """How far it was at this moment; None before the first time that it happened."""
        return next((step for step in reversed(self.steps) if step.at <= at), None)

    @property
    def median(self) -> float | None:
        """By when it had happened to half; None when it has not come that far."""
        return next((step.at for step in self.steps if step.share >= HALF - ROUNDING), None)

    @property
    def median_from(self) -> float | None:
        """The lowest likely median: Brookmeyer and Crowley, Biometrics 38 (1982) 29-41, on the log-log bounds."""
        return next((step.at for step in self.steps if step.likely.high >= HALF), self.median)

    @property
    def median_until(self) -> float | None:
        """The highest likely median; None when it may as well take longer than anybody was followed."""
        return next((step.at for step in self.steps if step.likely.low >= HALF), None)


def curve(spells: Iterable[Spell], confidence: float = 0.95) -> Curve:
    """The share to whom it has happened as time goes by: Kaplan and Meier, J. Am. Stat. Assoc. 53 (1958) 457-481.

    1. At each moment that it happens, the share still waiting shrinks by those to whom it happens among those followed.
    2. Who is followed no longer leaves that group only, after whom it happens to at the same moment.
    3. The variance is Greenwood's (1926); bounds are taken on the log(-log) scale, so that they stay within 0..1:
       Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data (1980), 1.3. They say nothing where it
       happened to all who were left; there stand Wilson's of as many out of as many.

    Whom it can no longer happen to (a match that ended without a word) is to be given as not happened, followed until
    now: the share is then of everybody, those included (Fine and Gray, J. Am. Stat. Assoc. 94 (1999) 496-509, section
    3.1: a competing event with complete censoring). Leaving them out at their end would count them as those who wait.
    """
    ordered = sorted(spells, key=lambda spell: spell.lasted)
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    followed, waiting, greenwood, happened = len(ordered), 1.0, 0.0, 0
    steps = []
    for at, group in groupby(ordered, key=lambda spell: spell.lasted):
        now = list(group)
        if here := sum(spell.happened for spell in now):
            happened += here
            waiting *= 1 - here / followed
            greenwood += here / (followed * (followed - here)) if here < followed else 0.0
            steps.append(Step(at, 1 - waiting, happened, followed, _likely(waiting, greenwood, z, happened)))
        followed -= len(now)
    return Curve(len(ordered), tuple(steps))


def _likely(waiting: float, greenwood: float, z: float, happened: int) -> Interval:
    if waiting <= ROUNDING:
        return wilson(Share(happened, happened))
    half = z * greenwood**0.5 / log(waiting)
    return Interval(1 - waiting ** exp(half), 1 - waiting ** exp(-half))
