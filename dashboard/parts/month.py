"""A month of gatherings: a table of weeks on a screen, a list by day on a phone."""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.event_words import NEW, PATH, STATES, hours, seats_in_words, state_badge
from dashboard.parts.pieces import badge
from domain.event_kinds import EventKind
from domain.local_time import wall
from i18n import _, day, month, time_of_day
from matching.explain import WEEKDAYS
from store.queries.events import EventFacts
from store.states import EventState

FIRST_YEAR, LAST_YEAR = 2000, 2100
COLOURS = 7
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


def month_grid(shown: Month, events: Sequence[EventFacts], kinds: Mapping[str, EventKind], today: date) -> Component:
    """The weeks as rows; every day that is not over is a link to a new gathering on that day."""
    by_day = _by_day(events)
    head = html.Tr([html.Th(_weekday(str(name)), scope="col") for name in WEEKDAYS])
    rows = [html.Tr([_cell(one, shown, by_day, kinds, today) for one in week]) for week in shown.weeks()]
    said = html.Caption(_("Bijeenkomsten in {month}", month=month(shown.first)), className="unseen")
    return html.Table([said, html.Thead(head), html.Tbody(rows)], className="month")


def month_list(shown: Month, events: Sequence[EventFacts], kinds: Mapping[str, EventKind], today: date) -> Component:
    """The days on which there is something, for a narrow screen; days of other months are left out."""
    days = [
        html.Li(
            [
                html.H3([day(one).capitalize(), badge(_("vandaag"), "accent") if one == today else None]),
                html.Ul([html.Li(_line(event, kinds)) for event in held]),
            ]
        )
        for one, held in _by_day(events).items()
        if month_of(one) == shown
    ]
    return html.Ol(days, className="month-list")


def legend(kinds: Sequence[EventKind]) -> Component:
    """What the colours and the lines mean."""
    colours = [html.Li(html.Span(kind.name, className=f"event-chip {colour(kind)}")) for kind in kinds]
    lines = [
        html.Li(html.Span(str(STATES[state][0]), className=f"event-chip {state.value}"))
        for state in (EventState.DRAFT, EventState.CANCELLED)
    ]
    return html.Ul([*colours, *lines], className="legend", **aria(label=_("Wat de kleuren betekenen")))


def colour(kind: EventKind | None) -> str:
    return f"kind-{kind.colour % COLOURS + 1}" if kind else ""


def _by_day(events: Sequence[EventFacts]) -> dict[date, list[EventFacts]]:
    return {one: list(held) for one, held in groupby(events, key=lambda event: wall(event.starts_at)[0])}


def _weekday(name: str) -> list[Component]:
    return [html.Span(name[:2], **aria(hidden="true")), html.Span(name, className="unseen")]


def _cell(
    one: date,
    shown: Month,
    by_day: Mapping[date, Sequence[EventFacts]],
    kinds: Mapping[str, EventKind],
    today: date,
) -> Component:
    held = by_day.get(one, ())
    chips = html.Ul([html.Li(_chip(event, kinds.get(event.kind))) for event in held]) if held else None
    marks = {"today": one == today, "other": month_of(one) != shown, "weekend": one.weekday() > 4}
    present = aria(current="date") if one == today else {}
    names = " ".join(name for name, holds in marks.items() if holds)
    return html.Td([_number(one, today), chips], className=names, **present)


def _number(one: date, today: date) -> Component:
    """The number of the day; from today on it starts a new gathering, and its link covers the whole cell."""
    number = html.Span(str(one.day), className="day-number", **aria(hidden="true"))
    if one < today:
        return html.Span([number, html.Span(day(one), className="unseen")])
    said = html.Span(_("Nieuwe bijeenkomst op {day}", day=day(one)), className="unseen")
    return dcc.Link([number, said], href=f"{NEW}?datum={one.isoformat()}", className="day-link")


def _chip(event: EventFacts, kind: EventKind | None) -> Component:
    details = [event.place, seats_in_words(event), str(STATES[event.state][0])]
    inside = [
        html.Span(time_of_day(event.starts_at), className="chip-time"),
        html.Span(event.title, className="chip-title"),
        html.Span(", " + ", ".join(details), className="unseen"),
    ]
    return dcc.Link(inside, href=f"{PATH}/{event.id}", className=f"event-chip {colour(kind)} {event.state.value}")


def _line(event: EventFacts, kinds: Mapping[str, EventKind]) -> Component:
    usual = event.state is EventState.OPEN
    inside = [
        html.Span(hours(event), className="chip-time"),
        html.Strong(event.title, className="chip-title"),
        html.Span(f"{event.venue}, {event.municipality}", className="quiet"),
        html.Span(seats_in_words(event), className="quiet"),
        None if usual else state_badge(event),
    ]
    names = f"event-chip tall {colour(kinds.get(event.kind))} {event.state.value}"
    return dcc.Link(inside, href=f"{PATH}/{event.id}", className=names)


def span(shown: Month) -> tuple[date, date]:
    """The first day on screen and the day after the last one."""
    weeks = shown.weeks()
    return weeks[0][0], weeks[-1][-1] + timedelta(days=1)
