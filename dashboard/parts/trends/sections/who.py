"""Where the children go to school and how old they are."""

from collections.abc import Sequence

from dashboard.parts.trends.finding import Finding
from dashboard.parts.trends.of_a_year import Year, of_a_year
from dashboard.parts.trends.section import BREAKDOWNS, Section
from dashboard.parts.trends.sections.parts_of_a_year import beside, largest, parts_of_a_year
from dashboard.parts.trends.source import Source
from i18n import _, lazy


def who(source: Source) -> Section:
    return of_a_year("wie", lazy("Sector en leeftijd"), source, _draw, counted=BREAKDOWNS)


def _draw(year: Year) -> Sequence[Finding]:
    asked = year.session, year.year, year.filters.groups, year.filters.back
    sectors, ages = year.source.sectors(*asked), year.source.age_bands(*asked)
    about = _("Vragen van {period}. {beside}", period=year.months, beside=beside(year))
    sector, age = largest(sectors), largest(ages)
    of_sector = _("De meeste vragen: {sector}", sector=sector.name) if sector else _("Vragen per soort onderwijs")
    of_age = _("De meeste vragen gaan over kinderen van {age}", age=age.name) if age else _("Vragen per leeftijd")
    return (
        parts_of_a_year(year, sectors, key="sectors", title=of_sector, about=about, noun=_("Soort onderwijs")),
        parts_of_a_year(year, ages, key="ages", title=of_age, about=about, noun=_("Leeftijd")),
    )
