"""Busier or quieter than usual, period by period: one row per topic or group."""

from collections.abc import Sequence

from dashboard.charts.heat_map import heat_map, height
from dashboard.parts.trends import words
from dashboard.parts.trends.finding import Cell, Finding
from dashboard.parts.trends.methods import Method
from dashboard.parts.trends.section import Shown
from domain.register.overview import Panel
from i18n import _, number

FEWEST, MOST_ROWS, TOGETHER = 5, 20, 3

Ratios = list[float | None]


def season(shown: Shown) -> Sequence[Finding]:
    """Those with a number in some period, the surest change first."""
    panels = shown.picture.panels
    expects = any(panel.expected for panel in panels)
    found = [(panel, _beside_expected(panel) if expects else _beside_its_mean(panel)) for panel in panels]
    rows = [(panel, ratios) for panel, ratios in found if any(one is not None for one in ratios)][:MOST_ROWS]
    if not rows:
        return ()
    names = [_label(point.months) for point in panels[0].points]
    return [
        Finding(
            key="season",
            title=_title(rows),
            about=_about(expects, len(panels[0].points[0].months)),
            figure=heat_map(
                names, [_short(panel.name) for panel, _ratios in rows], [_drawn(ratios) for _panel, ratios in rows]
            ),
            height=height(len(rows)),
            columns=[_("Onderwerp"), *names],
            rows=[_row(panel, ratios) for panel, ratios in rows],
            method=Method.EXPECTED if expects else Method.QUARTERS,
        )
    ]


def _about(expects: bool, months: int) -> str:
    if expects:
        return _(
            "Elk vak: drie maanden tot en met die maand, gedeeld door wat te verwachten was. "
            "1 is zoals verwacht, 2 is twee keer zo veel. "
            "Leeg: er zijn er minder dan 5, en meer was niet te verwachten."
        )
    if months == 12:
        return _(
            "Elk vak: een schooljaar, gedeeld door het gemiddelde schooljaar van die groep. "
            "1 is gewoon, 2 is twee keer zo veel. Leeg: te klein om te tonen."
        )
    if months == 1:
        return _(
            "Elk vak: een maand, gedeeld door de gemiddelde maand van dat onderwerp. "
            "1 is gewoon, 2 is twee keer zo veel."
        )
    return _(
        "Elk vak: een kwartaal, gedeeld door het gemiddelde kwartaal van die groep. "
        "1 is gewoon, 2 is twee keer zo veel. Leeg: te klein om te tonen."
    )


def _beside_expected(panel: Panel) -> Ratios:
    """Three months together beside what was expected of them; none where both are few."""
    counts = [words.known(point.now) or 0 for point in panel.points]
    bands = [panel.expected.get(point.months.start) for point in panel.points]
    means = [band.expected if band else None for band in bands]
    found: Ratios = []
    for end in range(1, len(counts) + 1):
        window = slice(max(0, end - TOGETHER), end)
        expected = [mean for mean in means[window] if mean is not None]
        counted = sum(counts[window])
        enough = len(expected) == TOGETHER and max(counted, sum(expected)) >= FEWEST
        found.append(counted / sum(expected) if enough else None)
    return found


def _beside_its_mean(panel: Panel) -> Ratios:
    """A published number beside the mean of those of the same group; none where it is hidden."""
    shown = [words.known(point.now) for point in panel.points]
    known = [one for one in shown if one]
    mean = sum(known) / len(known) if len(known) > 1 else 0
    return [one / mean if one and mean else None for one in shown]


def _title(rows: Sequence[tuple[Panel, Ratios]]) -> str:
    last = [(ratios[-1], panel.name) for panel, ratios in rows if ratios[-1] is not None]
    if not last:
        return _("Drukker of rustiger dan gewoon")
    ratio, name = max(last, key=lambda one: one[0] or 0)
    return _(
        "Nu het drukst vergeleken met gewoon: {name} ({ratio} keer)", name=name, ratio=number(round(ratio or 0, 1))
    )


def _drawn(ratios: Ratios) -> Ratios:
    """With more digits than are said, so that nothing is rounded twice."""
    return [None if one is None else round(one, 4) for one in ratios]


def _label(months: range) -> str:
    return f"{words.months_in_words(months, short=True)} {(months.start // 12) % 100:02d}"


def _short(name: str) -> str:
    return name if len(name) <= 26 else f"{name[:25]}…"


def _row(panel: Panel, ratios: Ratios) -> list[Cell]:
    return [panel.name, *("–" if one is None else f"{number(round(one, 1))}×" for one in ratios)]
