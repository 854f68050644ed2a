"""Questions per 1,000 pupils, where the pupils of the whole region are known for that school year."""

from dashboard.parts.trends import words
from dashboard.parts.trends.filters import school_year_name
from dashboard.parts.trends.section import Shown
from domain.register.overview import Overview
from i18n import _, number
from store.queries.numbers import pupils
from store.queries.numbers.pupils import RegionPupils
from trends.disclosure import Sum
from trends.periods import school_year_of
from trends.rates import between


def of_the_year(shown: Shown) -> RegionPupils | None:
    """The pupils that the counts of the picture are counted per thousand of; None where some are not known."""
    if shown.filters.only:
        return None
    return pupils.whole_region(shown.session, _year(shown.picture))


def in_words(count: Sum, of: RegionPupils) -> str:
    """`3,2 (2,1 tot 4,7)`; nothing where the number itself is hidden."""
    if words.known(count) is None:
        return "–"
    rate = between(count.low, count.shown, count.high, of.pupils)
    return _("{rate} ({low} tot {high})", rate=_short(rate.value), low=_short(rate.low), high=_short(rate.high))


def explained(of: RegionPupils) -> str:
    return _("Per 1.000 leerlingen: in {year} gingen {n} leerlingen naar school in de regio (bron: {source}).",
             n=number(of.pupils), source=of.source, year=school_year_name(of.school_year))  # fmt: skip


def _year(picture: Overview) -> int:
    return school_year_of(picture.span.points[0].start)


def _short(rate: float) -> str:
    return number(round(rate, 1 if rate >= 1 else 2))
