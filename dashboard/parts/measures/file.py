"""The numbers of the page as rows for a file: the same ones, without anybody's name."""

from collections.abc import Iterator

from dashboard.parts.measures import words
from dashboard.parts.measures.answers import Labels, told
from dashboard.parts.measures.figures import Figure, Unit, figures
from dashboard.parts.numbers.csv_file import csv_file
from domain.measures.overview import Overview
from i18n import _, lazy
from trends.shares import ENOUGH

Row = list[str | int | float]
UNITS = {Unit.HOURS: lazy("uur"), Unit.DAYS: lazy("dagen"), Unit.TIMES: lazy("keer"), Unit.SHARE: lazy("deel")}


def measures_file(found: Overview, labels: Labels) -> str:
    """Each figure with its number of cases, bounds and meaning, then what was counted."""
    head: Row = [_("Wat"), _("Waarde"), _("Eenheid"), _("Aantal"), _("Van"), _("Tot"), _("Wat telt mee")]
    note = _("Intern: exacte cijfers van het eigen steunpunt. {period}.", period=words.period_name(found.period))
    rows = (_figure(one) for one in figures(found))
    return csv_file([head, *rows, *_helped(found), [], *_counts(found, labels), [], [note]])


def _figure(one: Figure) -> Row:
    if not one.enough:
        return [one.title, words.said(one), "", one.n, "", "", one.meaning]
    value = one.value if one.value is not None else words.said(one)
    return [one.title, _cell(value), str(UNITS[one.unit]), one.n, _cell(one.low), _cell(one.high), one.meaning]


def _helped(found: Overview) -> Iterator[Row]:
    for label, pair in found.helped.items():
        if pair is None or pair.n < ENOUGH:
            meaning = _("Gemiddelden van ouders die de vraag aan het begin én aan het eind beantwoordden.")
            yield [label, _("te weinig gegevens"), "", pair.n if pair else 0, "", "", meaning]
        else:
            low, high = (pair.likely.low, pair.likely.high) if pair.likely else (None, None)
            said = _("Verschil tussen begin ({first}) en eind ({last})", first=_cell(pair.first), last=_cell(pair.last))
            yield [label, _cell(pair.change), _("punten"), pair.n, _cell(low), _cell(high), said]


def _counts(found: Overview, labels: Labels) -> Iterator[Row]:
    yield [_("Soort"), _("Wat"), _("Aantal")]
    for talks, count in enumerate(found.talks.matches):
        yield [_("Koppelingen naar gesprekken in acht weken"), talks, count]
    for load, count in enumerate(found.load.people):
        yield [_("Buddy's naar koppelingen nu"), load, count]
    for kind, counts, name in (
        (_("Buddy zei nee"), found.buddies.reasons, "decline_reason"),
        (_("Ouder zei nee"), found.parents.reasons, "parent_decline_reason"),
        (_("Koppeling eindigde"), found.ends, "end_reason"),
    ):
        for why, count in told(counts, labels, name):
            yield [kind, why, count]


def _cell(value: float | str | None) -> str:
    """A number as a Dutch spreadsheet reads it; empty where a bound is open."""
    if value is None:
        return ""
    return value if isinstance(value, str) else f"{value:.3f}".rstrip("0").rstrip(".").replace(".", ",")
