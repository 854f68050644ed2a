"""A month of gatherings: a table of weeks on a screen, a list by day on a phone."""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria, data
from dashboard.parts.gatherings.event_chip import Kinds, chip, handle, line
from dashboard.parts.gatherings.event_words import NEW
from dashboard.parts.pieces import badge
from domain.local_time import wall
from i18n import _, day, month
from matching.explain import WEEKDAYS
from store.queries.gatherings.events import EventFacts

FIRST_YEAR, LAST_YEAR = 2000, 2100
MONDAY = 0


@dataclass(frozen=True)
class Month:
    """A month by its number of months since the year 0, so that one can go back and forth."""

    number: int

    @property
    def first(self) -> date:
        return date(self.number // 12, self.number % 12 + 1, 1)

    @property
    def address(self) -> str:
        """`2026-11`, as it stands in the address."""
        return f"{self.first:%Y-%m}"

    def weeks(self) -> list[list[date]]:
        """Whole weeks from Monday to Sunday."""
        return Calendar(MONDAY).monthdatescalendar(self.first.year, self.first.month)

    def moved(self, months: int) -> "Month":
        least, most = FIRST_YEAR * 12, LAST_YEAR * 12 + 11
        return Month(min(most, max(least, self.number + months)))


def month_of(when: date) -> Month:
    return Month(when.year * 12 + when.month - 1)


def read_month(text: object, today: date) -> Month:
    """The month in an address, or this month when there is none or it makes no sense."""
    try:
        return month_of(date.fromisoformat(f"{text}-01")).moved(0)
    except ValueError:
        return month_of(today)


def month_grid(
    shown: Month, events: Sequence[EventFacts], kinds: Kinds, now: datetime, closed: Mapping[date, str]
) -> Component:
    """The weeks as rows; every day that is not over is a link to a new gathering on that day."""
    by_day = by_local_day(events)
    head = html.Tr([html.Th(_weekday(str(name)), scope="col") for name in WEEKDAYS])
    rows = [
        html.Tr(
            [
                _cell(
                    one,
                    shown,
                    [html.Li(chip(event, kinds), **handle(event, now)) for event in by_day.get(one, ())],
                    now,
                    closed,
                )
                for one in week
            ]
        )
        for week in shown.weeks()
    ]
    said = html.Caption(_("Bijeenkomsten in {month}", month=month(shown.first)), className="unseen")
    return html.Table([said, html.Thead(head), html.Tbody(rows)], className="month")


def month_list(shown: Month, events: Sequence[EventFacts], kinds: Kinds, now: datetime) -> Component:
    """The days on which there is something, for a narrow screen; days of other months are left out."""
    today = wall(now)[0]
    days = [
        html.Li(
            [
                html.H3([day(one).capitalize(), badge(_("vandaag"), "accent") if one == today else None]),
                html.Ul([html.Li(line(event, kinds)) for event in held]),
            ]
        )
        for one, held in by_local_day(events).items()
        if month_of(one) == shown
    ]
    return html.Ol(days, className="month-list")


def by_local_day(events: Sequence[EventFacts]) -> dict[date, list[EventFacts]]:
    """The gatherings of each day as people in the Netherlands see it; `events` are in order of time."""
    return {one: list(held) for one, held in groupby(events, key=lambda event: wall(event.starts_at)[0])}


def _weekday(name: str) -> list[Component]:
    return [html.Span(name[:2], **aria(hidden="true")), html.Span(name, className="unseen")]


def _cell(one: date, shown: Month, chips: Sequence[Component], now: datetime, closed: Mapping[date, str]) -> Component:
    today = wall(now)[0]
    marks = {
        "today": one == today,
        "other": month_of(one) != shown,
        "weekend": one.weekday() > 4,
        "day-closed": one in closed,
    }
    present = aria(current="date") if one == today else {}
    names = " ".join(name for name, holds in marks.items() if holds)
    free = html.Span(closed[one], className="closed-name") if one in closed else None
    held = html.Ul(list(chips)) if chips else None
    return html.Td([day_number(one, today), free, held], className=names, **present, **data(day=one.isoformat()))


def day_number(one: date, today: date) -> Component:
    """The number of the day; from today on it starts a new gathering, and its link covers the whole cell."""
    number = html.Span(str(one.day), className="day-number", **aria(hidden="true"))
    if one < today:
        return html.Span([number, html.Span(day(one), className="unseen")])
    said = html.Span(_("Nieuwe bijeenkomst op {day}", day=day(one)), className="unseen")
    return dcc.Link([number, said], href=f"{NEW}?datum={one.isoformat()}", className="day-link")


def span(shown: Month) -> tuple[date, date]:
    """The first day on screen and the day after the last one."""
    weeks = shown.weeks()
    return weeks[0][0], weeks[-1][-1] + timedelta(days=1)
