"""What comes together in one question, and where that is more than chance."""

from collections.abc import Mapping, Sequence

from dashboard.charts.together import Line, height, together
from dashboard.parts.tables import Column
from dashboard.parts.trends.finding import Cell, Finding
from dashboard.parts.trends.methods import Method
from dashboard.parts.trends.of_a_year import Year, cell, of_a_year
from dashboard.parts.trends.section import BREAKDOWNS, Section
from dashboard.parts.trends.source import Source
from i18n import _, lazy, number
from trends.together import ENOUGH, Key, Tie, ties

MOST_LINES = 24


def comes_together(source: Source) -> Section:
    return of_a_year("samen", lazy("Wat samen voorkomt"), source, _draw, counted=BREAKDOWNS)


def _draw(year: Year) -> Sequence[Finding]:
    singles = year.source.singles(year.session, year.year, year.filters.groups)
    names = {part.code: part.name for part in singles}
    each = {part.code: part.now for part in singles}
    both = {(one.group, one.other): one.now for one in year.source.pairs(year.session, year.year)}
    both = {key: many for key, many in both.items() if {*key} <= {*names} and many.shown}
    everything = year.source.everything(year.session, year.year)
    found = ties(both, each, everything) if everything else {}
    ranked = sorted(found, key=lambda key: (not found[key].surely, -found[key].both.shown, key))
    lines = [key for key in ranked if found[key].surely or found[key].both.low >= ENOUGH // 2][:MOST_LINES]
    drawn = {names[code]: each[code].shown for key in lines for code in key}
    return [
        Finding(
            key="together",
            title=_title(ranked, found, names),
            about=_about(year),
            figure=_figure(lines, found, names, drawn) if lines else None,
            height=height(len(drawn)),
            columns=[
                _("Samen"),
                Column(_("Vragen"), numeric=True),
                Column(_("Keer zo vaak als bij toeval"), numeric=True),
                _("Stand"),
            ],
            rows=[_row(key, found[key], names) for key in ranked],
            method=Method.TOGETHER,
        )
    ]


def _title(ranked: Sequence[Key], found: Mapping[Key, Tie], names: Mapping[str, str]) -> str:
    if not ranked:
        return _("Te weinig vragen om te zeggen wat samen voorkomt")
    one, other = (names[code] for code in ranked[0])
    if found[ranked[0]].surely:
        return _("{one} en {other} komen vaker samen voor dan toeval verklaart", one=one, other=other)
    return _("Het vaakst samen: {one} en {other}", one=one, other=other)


def _about(year: Year) -> str:
    return _(
        "Vragen van {period}. Hoe dikker de lijn, hoe vaker samen; hoe groter de stip, hoe meer vragen.",
        period=year.months,
    )


def _figure(
    lines: Sequence[Key], found: Mapping[Key, Tie], names: Mapping[str, str], sizes: Mapping[str, int]
) -> dict[str, object]:
    drawn = [Line(names[one], names[two], found[one, two].both.shown, found[one, two].surely) for one, two in lines]
    return together(sizes, drawn, surely=_("vaker dan toeval"), perhaps=_("kan toeval zijn"))


def _row(key: Key, tie: Tie, names: Mapping[str, str]) -> list[Cell]:
    pair = _("{one} en {other}", one=names[key[0]], other=names[key[1]])
    lift = number(round(tie.lift, 1)) if tie.lift is not None else "–"
    return [pair, cell(tie.both), lift, _("vaker dan toeval") if tie.surely else _("kan toeval zijn")]
