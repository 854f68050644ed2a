"""Where questions come from: per thousand pupils where those are known, else how many; as they lie on the map."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboard.charts import tile_map
from dashboard.charts.tile_map import Place
from dashboard.parts.tables import Column
from dashboard.parts.trends.filters import school_year_name
from dashboard.parts.trends.finding import ON_SCREEN, Both, Cell, Finding
from dashboard.parts.trends.methods import Method
from dashboard.parts.trends.of_a_year import Year, cell, known, of_a_year, short
from dashboard.parts.trends.section import COUNTS, Section
from dashboard.parts.trends.sections.parts_of_a_year import largest
from dashboard.parts.trends.source import Source
from domain.register.published_parts import Part
from i18n import _, lazy, number
from i18n import rate as in_words
from matching import people
from matching.tiles import tiles
from store.queries import choices
from store.queries.numbers import pupils, region_map
from store.queries.numbers.pupils import YearPupils
from trends.intervals import Interval
from trends.place_rates import per_thousand
from trends.rates import THOUSAND

Rates = Mapping[str, Interval]
"""Per thousand pupils, by municipality; from low to high where some of what is added up is hidden."""


def place(source: Source) -> Section:
    return of_a_year("plaats", lazy("Plaats"), source, _draw, counted=COUNTS)


def _draw(year: Year) -> Sequence[Finding]:
    found = known(year.source.places(year.session, year.year, year.filters.groups, year.filters.back))
    parts = [part for part in found if not part.whole]
    known_pupils = pupils.known_for(year.session, year.year)
    rates = _rates(parts, known_pupils.pupils)
    outlines = region_map.outlines(year.session)
    figure, tall = _figure(year, parts, rates, outlines)
    return [
        Finding(
            key="map",
            title=_title(parts, rates, known_pupils.pupils),
            about=_about(year, known_pupils if rates else None),
            figure=figure,
            height=tall,
            columns=_columns(year, rates),
            rows=[_row(part, rates, known_pupils.pupils) for part in _in_order(found, rates)],
            method=Method.PLACES,
            below=[html.P(outlines.source, className="note")] if outlines and outlines.source else (),
        )
    ]


def _rates(parts: Sequence[Part], many: Mapping[str, int]) -> Rates:
    """Per thousand pupils; empty unless the pupils of every place with a number are known.

    A number that is partly hidden is no measure for other places: it draws none of them to it, and has its own bounds.
    """
    shown = [part for part in parts if part.code and part.now.shown]
    if not all(part.code in many for part in shown):
        return {}
    whole = [part for part in shown if not part.now.hidden]
    found = per_thousand([part.now.shown for part in whole], [many[part.code] for part in whole])
    drawn = zip(whole, found.each if found else (), strict=True)
    return {part.code: _between(part, many) for part in shown} | {part.code: Interval(n, n) for part, n in drawn}


def _between(part: Part, many: Mapping[str, int]) -> Interval:
    """What a number that is partly hidden leaves open."""
    return Interval(*(THOUSAND * count / many[part.code] for count in (part.now.low, part.now.high)))


def _ranked(parts: Sequence[Part], rates: Rates) -> list[Part]:
    return sorted(parts, key=lambda part: -rates[part.code].low if part.code in rates else 0.0)


def _in_order(parts: Sequence[Part], rates: Rates) -> Sequence[Part]:
    """By rate where that is known; and of more places than fit on screen the largest first."""
    if rates:
        return _ranked(parts, rates)
    return sorted(parts, key=lambda part: -part.now.shown) if len(parts) > ON_SCREEN else parts


def _most(parts: Sequence[Part], rates: Rates, many: Mapping[str, int]) -> Part | None:
    """The place with most questions per thousand pupils; None where a number that is hidden may be more."""
    first, *others = _ranked([part for part in parts if part.code], rates)
    known_of = (part for part in others if part.code in many)
    highest = (rates[part.code].high if part.code in rates else _between(part, many).high for part in known_of)
    return first if max(highest, default=0.0) <= rates[first.code].low else None


def _title(parts: Sequence[Part], rates: Rates, many: Mapping[str, int]) -> str:
    if not any(part.code and part.now.shown for part in parts):
        return _("Van geen enkele gemeente zijn er genoeg vragen om te tonen")
    first = _most(parts, rates, many) if rates else largest(parts)
    if rates and first:
        return _("Naar verhouding komen de meeste vragen uit {place}", place=first.name)
    return _("De meeste vragen komen uit {place}", place=first.name) if first else _("Vragen per gemeente")


def _about(year: Year, of: YearPupils | None) -> str:
    what = _("Vragen per 1.000 leerlingen van {year}", year=school_year_name(of.school_year)) if of else _("Vragen")
    return _(
        "{what}, van {period}. Hoe voller de kleur, hoe meer. Gestreepte rand: te weinig om te tonen.",
        what=what, period=year.months,
    )  # fmt: skip


def _figure(
    year: Year, parts: Sequence[Part], rates: Rates, outlines: region_map.Outlines | None
) -> tuple[dict[str, Any], int]:
    where = [people.Place(one.code, one.latitude, one.longitude) for one in choices.municipalities(year.session)]
    counts = {part.code: part for part in parts}
    most = max([1.0, *(_value(part, rates) or 0 for part in parts if part.code)])
    names = {one.code: one.name for one in choices.municipalities(year.session)}
    drawn = {code: _place(name, counts.get(code), rates, most) for code, name in names.items()}
    if outlines and {*outlines.rings} >= {*drawn}:
        return tile_map.shapes(drawn, outlines.rings, stretch=outlines.stretch), 520
    spots = tiles(where)
    rows = max((row for row, _column in spots.values()), default=0) + 1
    return tile_map.tiles(drawn, spots), tile_map.height(rows)


def _place(name: str, part: Part | None, rates: Rates, most: float) -> Place:
    if part is None:
        return Place(name, "0", 0.0)
    value = _value(part, rates)
    said = _said(rates[part.code]) if part.code in rates else short(part.now)
    return Place(name, said, None if value is None else value / most)


def _value(part: Part, rates: Rates) -> float | None:
    """What the colour says; None where the number is hidden."""
    if part.now.hidden and not part.now.shown:
        return None
    return (rates[part.code].low if part.code in rates else None) if rates else part.now.shown


def _said(rate: Interval) -> str:
    low, high = in_words(rate.low), in_words(rate.high)
    return low if low == high else f"{low}–{high}"


def _columns(year: Year, rates: Rates) -> list[Column | str]:
    counts: list[Column | str] = [
        _("Gemeente"),
        Column(year.name, numeric=True),
        Column(year.before_name, numeric=True),
    ]
    more = [Column(_("Leerlingen"), numeric=True), Column(_("Per 1.000 leerlingen"), numeric=True)]
    return [*counts, *(more if rates else [])]


def _row(part: Part, rates: Rates, known_pupils: Mapping[str, int]) -> list[Cell]:
    row: list[Cell] = [part.name, cell(part.now), cell(part.before)]
    if not rates:
        return row
    many = known_pupils.get(part.code)
    shown = _said(rates[part.code]) if part.code in rates else "–"
    return [*row, Both(many, number(many)) if many else "–", shown]
