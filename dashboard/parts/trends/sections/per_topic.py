"""Each topic or group through time, in small pictures: the surest change first."""

from collections.abc import Sequence
from datetime import date, timedelta

from dash import html
from dash.development.base_component import Component

from dashboard.charts.small_multiples import Small, height, small_multiples
from dashboard.parts.tables import Column
from dashboard.parts.trends import words
from dashboard.parts.trends.finding import Both, Cell, Finding
from dashboard.parts.trends.methods import Method
from dashboard.parts.trends.section import Shown
from dashboard.parts.trends.sections import stood_out
from domain.register.overview import Overview, Panel, Point
from domain.register.surroundings import Surroundings, surroundings
from i18n import _, day, percentage
from trends import text
from trends.forecast import Foreseen
from trends.intervals import poisson_interval
from trends.periods import first_day
from trends.verdicts import Verdict

FIRST, MOST = 6, 15
MEAN_OF = 3


def first_topics(shown: Shown) -> Sequence[Finding]:
    """The few with the surest change."""
    return _found(shown, FIRST)


def per_topic(shown: Shown) -> Sequence[Finding]:
    return _found(shown, MOST)


def _found(shown: Shown, most: int) -> list[Finding]:
    panels = shown.picture.panels[:most]
    if not panels or not panels[0].points:
        return []
    months = _months(panels)
    around = surroundings(shown.session, months)
    tall, on_a_phone = height(len(panels))
    of = shown.picture.verdicts
    span = (first_day(months.start).isoformat(), first_day(months.stop).isoformat())
    holidays = [(first.isoformat(), (last + timedelta(days=1)).isoformat()) for first, last in around.holidays]
    return [
        Finding(
            key="topics",
            title=_title(shown.picture, panels),
            about=_about(shown.picture, panels),
            figure=small_multiples([_small(panel, around, of.get(panel.code)) for panel in panels], holidays, span),
            height=tall,
            tall=on_a_phone,
            columns=[_("Periode"), *(Column(panel.name, numeric=True) for panel in panels)],
            rows=_rows(panels),
            method=Method.EXPECTED if _expects(panels) else Method.QUARTERS if not _by_month(panels) else Method.COUNT,
            below=(*_happened(around), *stood_out.told(panels, shown.picture.verdicts, months)),
        )
    ]


def _months(panels: Sequence[Panel]) -> range:
    last = max(panels[0].points[-1].months.stop, *(max(panel.expected, default=0) + 1 for panel in panels))
    return range(panels[0].points[0].months.start, last)


def _title(picture: Overview, panels: Sequence[Panel]) -> str:
    change = panels[0].change
    if change is None:
        return _("Vragen per groep van onderwerpen") if picture.by_group else _("Vragen per onderwerp")
    return text.over_chart(panels[0].name, change).removesuffix(".")


def _about(picture: Overview, panels: Sequence[Panel]) -> str:
    first, last = panels[0].points[0].months, panels[0].points[-1].months
    told = _("{n} kleine grafieken, {period}. Elk heeft een eigen hoogte; het hoogste getal staat erbij.",
             n=len(panels), period=words.period(range(first.start, last.stop)))  # fmt: skip
    if len(panels[0].points[0].months) == 12:
        return told + " " + _("Een stip is een schooljaar; een open stip is te klein om te tonen.")
    if not _by_month(panels):
        return told + " " + _("Een stip is een kwartaal; een open stip is te klein om te tonen. Geel: schoolvakantie.")
    if not _expects(panels):
        return told + " " + _("Stip: een maand. Lijn: gemiddelde van drie maanden. Geel: schoolvakantie.")
    legend = _("Stip: een maand. Lijn: gemiddelde van drie maanden. Grijs: te verwachten (4 op de 5 keer). "
               "Stippelrand: de komende drie maanden. Geel: schoolvakantie.")  # fmt: skip
    within, of = picture.within
    kept = _("Tot nu toe viel {share} van de maanden binnen het grijs.", share=percentage(within / of)) if of else ""
    return f"{told} {legend} {kept}".strip()


def _by_month(panels: Sequence[Panel]) -> bool:
    return len(panels[0].points[0].months) == 1


def _expects(panels: Sequence[Panel]) -> bool:
    return any(panel.expected for panel in panels)


def _small(panel: Panel, around: Surroundings, verdict: Verdict | None) -> Small:
    shown = [words.known(point.now) for point in panel.points]
    by_month = _by_month([panel])
    months = range(panel.points[0].months.start, panel.points[-1].months.stop)
    days = [_middle(point.months) for point in panel.points]
    last = panel.points[-1].months[-1]
    return Small(
        name=panel.name,
        state=_state(panel),
        days=days,
        values=shown,
        hidden=[
            when for when, point, value in zip(days, panel.points, shown, strict=True) if point.now and value is None
        ],
        mean=_means(shown) if by_month else (),
        band=[_edge(month, band) for month, band in panel.expected.items() if month <= last],
        ahead=[_edge(month, band) for month, band in panel.expected.items() if month >= last],
        off=() if by_month else [_off(point) for point in panel.points],
        marks=[(around.happenings[n].starts_on.isoformat(), n + 1) for n in around.of(panel.code)],
        levels=stood_out.levels(verdict, months),
        peaks=stood_out.peaks(verdict, months),
    )


def _state(panel: Panel) -> str:
    if panel.change is None:
        return ""
    return f"{text.mark(panel.change.state)} {text.state(panel.change.state)} · {words.short(panel.change.recent)}"


def _middle(months: range) -> str:
    first, last = first_day(months.start), first_day(months.stop)
    return (first + (last - first) // 2).isoformat()


def _edge(month: int, band: Foreseen) -> tuple[str, int, int]:
    return _middle(range(month, month + 1)), band.lower, band.upper


def _means(values: Sequence[int | None]) -> list[float | None]:
    windows = [values[max(0, end - MEAN_OF) : end] for end in range(1, len(values) + 1)]
    return [_mean([one for one in window if one is not None]) for window in windows]


def _mean(values: Sequence[int]) -> float | None:
    return round(sum(values) / MEAN_OF, 2) if len(values) == MEAN_OF else None


def _off(point: Point) -> tuple[float, float]:
    """How far below and above a number may lie, by its rounding and by chance."""
    value = words.known(point.now)
    if point.now is None or value is None:
        return 0, 0
    low, high = poisson_interval(point.now.low).low, poisson_interval(point.now.high).high
    return round(value - low, 1), round(high - value, 1)


def _rows(panels: Sequence[Panel]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [
        [words.months_in_words(point.months), *(words.cell(panel.points[place].now) for panel in panels)]
        for place, point in enumerate(panels[0].points)
    ]
    last = panels[0].points[-1].months[-1]
    ahead = sorted({month for panel in panels for month in panel.expected if month > last})
    for month in ahead:
        when = _("{month} (te verwachten)", month=words.months_in_words(range(month, month + 1)))
        rows.append([when, *(_from_to(panel.expected.get(month)) for panel in panels)])
    return rows


def _from_to(band: Foreseen | None) -> Both:
    said = _("{low} tot {high}", low=band.lower, high=band.upper) if band else "–"
    return Both(said, said)


def _happened(around: Surroundings) -> Sequence[Component]:
    """What the numbered dotted lines are."""
    if not around.happenings:
        return ()
    lines = [html.Li(f"{one.name} ({_when(one.starts_on, one.ends_on)})") for one in around.happenings]
    return (html.Div([html.P(_("Wat er gebeurde"), className="found-head"), html.Ol(lines)], className="happened"),)


def _when(first: date, last: date | None) -> str:
    return day(first, year=True) if last is None else f"{day(first, year=True)} – {day(last, year=True)}"
