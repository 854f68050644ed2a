"""The coming weeks of a buddy: day by day which hours are free, and what took the rest."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.availability.why_words import lasts, reasons, why
from dashboard.parts.pieces import empty_state
from domain.availability.free_time import Span
from domain.availability.taken import monday
from domain.availability.why_not import Balance, DayAhead, summed
from i18n import _, day, time_of_day

WEEKS = 4


def last_day(today: date) -> date:
    """Until the Sunday on which the weeks that are shown end."""
    return monday(today) + timedelta(days=7 * WEEKS - 1)


def free_weeks(days: Sequence[DayAhead], name: str = "") -> list[Component]:
    """The answer in a sentence, then each week to unfold; without a `name` it is said to the buddy."""
    balance = summed(days)
    if not balance.offered:
        sentence = _("Vul eerst de week in. Dan ziet u hier wat er vrij is.")
        return [empty_state(_("Geen uren in de komende weken"), sentence, symbol="clock")]
    weeks = [(first, list(some)) for first, some in groupby(days, key=lambda one: monday(one.day))]
    shown = next((first for first, some in weeks if summed(some).free), weeks[0][0])
    return [
        html.P(why(balance, name), className="lead"),
        html.Div([_week(first, some, opened=first == shown) for first, some in weeks], className="free-weeks"),
    ]


def _week(first: date, days: Sequence[DayAhead], *, opened: bool) -> Component:
    balance = summed(days)
    offered = [one for one in days if one.balance.offered]
    said = _("Week van {day}", day=_short(first))
    head = html.Summary([html.Span(said), html.Span(_share(balance), className="quiet"), *_bar(balance)])
    inside = html.Ul([html.Li(_line(one)) for one in offered], className="plain-list") if offered else None
    return html.Details([head, inside or html.P(_("Geen uren."), className="note")], open=opened, className="more")


def _line(one: DayAhead) -> list[Component]:
    free = hours(one.free) or _("niets vrij")
    taken = html.Span(reasons(one.balance.taken), className="quiet")
    said = day(one.day)
    return [
        html.Span(said[:1].upper() + said[1:], className="free-day"),
        html.Span(free, className="free-hours"),
        taken,
    ]


def hours(spans: Iterable[Span]) -> str:
    """`9:00–12:00, 19:00–20:30`; midnight at the end of a day is 24:00."""
    return ", ".join(f"{time_of_day(one.start)}–{_end(one)}" for one in spans)


def _end(one: Span) -> str:
    said = time_of_day(one.end)
    return "24:00" if said == "00:00" else said


def _share(balance: Balance) -> str:
    if not balance.offered:
        return _("geen uren")
    if not balance.free:
        return _("niets vrij van {offered}", offered=lasts(balance.offered))
    return _("{free} vrij van {offered}", free=lasts(balance.free), offered=lasts(balance.offered))


def _bar(balance: Balance) -> list[Component]:
    """Only underlines what the words say."""
    if not balance.offered:
        return []
    share = {"width": f"{100 * balance.free / balance.offered:.0f}%"}
    return [html.Span(html.Span(style=share), className="free-bar", **aria(hidden="true"))]


def _short(first: date) -> str:
    """`30 november`, without the name of the day."""
    return day(first).split(" ", 1)[1]
