"""What can be chosen about Farrington's flexible method."""

from dataclasses import dataclass
from typing import Self

from i18n import _


@dataclass(frozen=True)
class Options:
    """The names are those of the command line; the fields of `surveillance` for R stand behind them.

    frequency       periods in a year, 12 or 52
    years_back      how many years before (b)
    half_window     so many periods on either side of the same time of year count as that time of year (w)
    seasonal_parts  of the year: that time is one, the rest is divided; 1 leaves the rest out (noPeriods)
    skip_recent     so many periods just before are left out (pastWeeksNotIncluded)
    reweight_above  residuals above this are taken for outbreaks and count for less (weightsThreshold)
    alpha           the chance to be above the threshold when nothing is going on
    minimum_recent  (count, periods): nothing is reported when the last periods hold less than this together (limit54)
    """

    frequency: int = 12
    years_back: int = 4
    half_window: int = 1
    seasonal_parts: int = 4
    skip_recent: int = 6
    reweight_above: float = 2.58
    alpha: float = 0.01
    minimum_recent: tuple[int, int] = (5, 4)

    @classmethod
    def weekly(cls) -> Self:
        """As Noufaily and others advise for weeks."""
        return cls(frequency=52, years_back=5, half_window=3, seasonal_parts=10, skip_recent=26)

    def problem(self) -> str | None:
        """What of these can't be chosen together, in words."""
        rest = self.frequency - 2 * self.half_window - 1
        if min(self.years_back, self.seasonal_parts) < 1 or min(self.half_window, self.skip_recent) < 0:
            return _("--years-back en --seasonal-parts zijn 1 of meer, --half-window en --skip-recent 0 of meer")
        if self.skip_recent >= self.years_back * self.frequency - self.half_window:
            return _("--skip-recent laat niets over om van te leren")
        if self.seasonal_parts - 1 > rest:
            return _("een jaar van {n} perioden heeft geen plaats voor zo veel --seasonal-parts", n=self.frequency)
        if not (0 < self.alpha < 1 and self.reweight_above > 0 and min(self.minimum_recent) >= 0):
            return _("--alpha ligt tussen 0 en 1, --reweight-above is meer dan 0")
        return None
