"""Where the sections about one school year read from: exact or published, with the same questions to both."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from dashboard.parts.trends.section import Shown
from domain.register.published_parts import Back, Pair, Part
from domain.register.published_work import Coverage, Funnel
from store.sessions import Session
from trends.disclosure import Sum

Read = Callable[[Session, int, Collection[str], Back], tuple[Part, ...]]


@dataclass(frozen=True)
class Days:
    """How many days it took in the middle of `n` times."""

    name: str
    middle: float
    n: int


@dataclass(frozen=True)
class Source:
    """The page for policy has one that reaches published numbers alone.

    `singles` are what `pairs` are pairs of; `funnel` is that of a number of years earlier, the same part of it.
    """

    years: Callable[[Session], tuple[int, ...]]
    months: Callable[[Session, int], range]
    everything: Callable[[Session, int], Sum | None]
    sectors: Read
    age_bands: Read
    done: Read
    places: Read
    singles: Callable[[Session, int, Collection[str]], tuple[Part, ...]]
    pairs: Callable[[Session, int], tuple[Pair, ...]]
    funnel: Callable[[Session, int, int], Funnel | None]
    coverage: Callable[[Shown], Sequence[Coverage]]
    days: Callable[[Session, int], Sequence[Days]] = lambda _session, _year: ()

    def year(self, shown: Shown) -> int | None:
        """The school year that was asked for, or the last one before it that has parts; None when there is none."""
        return next((year for year in self.years(shown.session) if year <= shown.filters.year), None)
