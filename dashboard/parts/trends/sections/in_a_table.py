"""Each topic or group in one line: how many, how that changed, how sure that is, and its line through time."""

from collections.abc import Sequence

from dashboard.parts.tables import Column
from dashboard.parts.trends import per_thousand, words
from dashboard.parts.trends.finding import Both, Cell, Finding
from dashboard.parts.trends.methods import Method
from dashboard.parts.trends.section import Shown
from dashboard.parts.trends.sparkline import sparkline
from domain.register.overview import Bar, Overview, Panel
from i18n import _
from store.queries.numbers.pupils import RegionPupils
from trends import text

SHOWN = 12


def in_a_table(shown: Shown) -> Sequence[Finding]:
    """From many to few."""
    picture = shown.picture
    if not picture.bars:
        return ()
    lines = {panel.code: panel for panel in picture.panels}
    first, of = picture.bars[0], per_thousand.of_the_year(shown)
    noun = _("Groep van onderwerpen") if picture.by_group else _("Onderwerp")
    return [
        Finding(
            key="table",
            title=_("De meeste vragen gaan over {topic}", topic=first.name),
            about=_about(picture, of),
            columns=[
                noun,
                Column(words.year_name(picture), numeric=True),
                Column(words.beside_name(picture), numeric=True),
                *([_("Per 1.000 leerlingen")] if of else []),
                _("Verschil"),
                _("Stand"),
                _("Verloop"),
            ],
            rows=[_row(bar, picture, lines.get(bar.code), of) for bar in picture.bars],
            method=Method.RATE if of else Method.CHANGE,
            first=SHOWN,
        )
    ]


def _about(picture: Overview, of: RegionPupils | None) -> str:
    period = _capital(words.period(picture.span.bars))
    told = _("{period}. Het verschil is met {beside}.", period=period, beside=words.beside_name(picture))
    return f"{told} {per_thousand.explained(of)}" if of else told


def _row(bar: Bar, picture: Overview, panel: Panel | None, of: RegionPupils | None) -> list[Cell]:
    change = picture.to_date.get(bar.name)
    difference = (text.times(change) if change else "") or "–"
    state = words.state(picture.changes.get(bar.name, change))
    rate = [per_thousand.in_words(bar.now, of)] if of else []
    return [bar.name, words.cell(bar.now), words.cell(bar.before), *rate, difference, state, _line(panel)]


def _line(panel: Panel | None) -> Both:
    if panel is None or not panel.points:
        return Both("–", "–")
    said = " · ".join(words.short(point.now) for point in panel.points)
    return Both(said, sparkline([words.known(point.now) for point in panel.points], said))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
