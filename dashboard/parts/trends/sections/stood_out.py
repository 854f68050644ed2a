"""Where the line of a topic went to another level or had a peak: in words and as marks in its small picture."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.parts.trends import words
from domain.register.overview import Panel
from i18n import _
from trends.periods import first_day
from trends.verdicts import Verdict

LATEST = 2  # marks of one topic that are named


def levels(one: Verdict | None, months: range) -> list[str]:
    """The first day of each month of `months` in which another level began."""
    return [first_day(month).isoformat() for month in (one.levels if one else ()) if month in months]


def peaks(one: Verdict | None, months: range) -> list[tuple[str, str]]:
    """From the first day of a peak to the day after it, as far as it lies in `months`."""
    found = [(max(first, months.start), min(last + 1, months.stop)) for first, last in (one.bursts if one else ())]
    return [(first_day(first).isoformat(), first_day(last).isoformat()) for first, last in found if first < last]


def in_words(one: Verdict) -> str:
    """`nieuw niveau vanaf augustus 2026; piek: oktober 2026`, the latest ones."""
    began = [_("nieuw niveau vanaf {month}", month=_month(month)) for month in one.levels[-LATEST:]]
    had = [_("piek: {period}", period=words.period(range(first, last + 1))) for first, last in one.bursts[-LATEST:]]
    return "; ".join([*began, *had])


def told(panels: Sequence[Panel], verdicts: Mapping[str, Verdict], months: range) -> Sequence[Component]:
    """A line for each of these panels that has such a mark."""
    found = [(panel.name, verdicts.get(panel.code)) for panel in panels]
    lines = [html.Li(f"{name}: {in_words(one)}.") for name, one in found if one and _drawn(one, months)]
    if not lines:
        return ()
    head = _("Wat opviel: een streepjeslijn is een nieuw niveau, een balkje bovenaan een piek")
    return (html.Div([html.P(head, className="found-head"), html.Ul(lines)], className="happened"),)


def _drawn(one: Verdict, months: range) -> bool:
    return bool(levels(one, months) or peaks(one, months))


def _month(month: int) -> str:
    return words.months_in_words(range(month, month + 1))
