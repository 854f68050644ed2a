"""Where questions come from: per thousand pupils where those are known, else how many; as they lie on the map."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboard.charts import tile_map
from dashboard.charts.tile_map import Place
from dashboard.parts.tables import Column
from dashboard.parts.trends.filters import school_year_name
from dashboard.parts.trends.finding import Both, Cell, Finding
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
from store.queries import choices, pupils, region_map
from store.queries.pupils import YearPupils
from trends.place_rates import per_thousand

Rate = Mapping[str, float]


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
            title=_title(parts, rates),
            about=_about(year, known_pupils if rates else None),
            figure=figure,
            height=tall,
            columns=_columns(year, rates),
            rows=[_row(part, rates, known_pupils.pupils) for part in _ranked(found, rates)],
            method=Method.PLACES,
            below=[html.P(outlines.source, className="note")] if outlines and outlines.source else (),
        )
    ]


def _rates(parts: Sequence[Part], many: Mapping[str, int]) -> Rate:
    """Per thousand pupils; empty unless the pupils of every place with a number are known."""
    shown = [part for part in parts if part.code and part.now.shown]
    if not all(part.code in many for part in shown):
        return {}
    found = per_thousand([part.now.shown for part in shown], [many[part.code] for part in shown])
    return {part.code: rate for part, rate in zip(shown, found.each, strict=True)} if found else {}


def _ranked(parts: Sequence[Part], rates: Rate) -> list[Part]:
    return sorted(parts, key=lambda part: -rates.get(part.code, 0)) if rates else list(parts)


def _title(parts: Sequence[Part], rates: Rate) -> str:
    if not any(part.code and part.now.shown for part in parts):
        return _("Van geen enkele gemeente zijn er genoeg vragen om te tonen")
    if rates:
        return _("Naar verhouding komen de meeste vragen uit {place}", place=_ranked(parts, rates)[0].name)
    first = largest(parts)
    return _("De meeste vragen komen uit {place}", place=first.name) if first else _("Vragen per gemeente")


def _about(year: Year, of: YearPupils | None) -> str:
    what = _("Vragen per 1.000 leerlingen van {year}", year=school_year_name(of.school_year)) if of else _("Vragen")
    return _(
        "{what}, van {period}. Hoe voller de kleur, hoe meer. Gestreepte rand: te weinig om te tonen.",
        what=what, period=year.months,
    )  # fmt: skip


def _figure(
    year: Year, parts: Sequence[Part], rates: Rate, outlines: region_map.Outlines | None
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


def _place(name: str, part: Part | None, rates: Rate, most: float) -> Place:
    if part is None:
        return Place(name, "0", 0.0)
    value = _value(part, rates)
    said = in_words(value) if rates and value is not None else short(part.now)
    return Place(name, said, None if value is None else value / most)


def _value(part: Part, rates: Rate) -> float | None:
    """What the colour says; None where the number is hidden."""
    if part.now.hidden and not part.now.shown:
        return None
    return rates.get(part.code) if rates else part.now.shown


def _columns(year: Year, rates: Rate) -> list[Column | str]:
    counts: list[Column | str] = [
        _("Gemeente"),
        Column(year.name, numeric=True),
        Column(year.before_name, numeric=True),
    ]
    more = [Column(_("Leerlingen"), numeric=True), Column(_("Per 1.000 leerlingen"), numeric=True)]
    return [*counts, *(more if rates else [])]


def _row(part: Part, rates: Rate, known_pupils: Mapping[str, int]) -> list[Cell]:
    row: list[Cell] = [part.name, cell(part.now), cell(part.before)]
    if not rates:
        return row
    per_thousand_pupils = rates.get(part.code)
    many = known_pupils.get(part.code)
    shown = "–" if per_thousand_pupils is None else in_words(per_thousand_pupils)
    return [*row, Both(many, number(many)) if many else "–", shown]
