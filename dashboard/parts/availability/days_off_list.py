"""The days that differ from a buddy's week, one line each, with a way to remove one and to put it back."""

from collections.abc import Sequence
from datetime import date

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.availability.appointments import PATH as MY_APPOINTMENTS
from dashboard.parts.gatherings.week import clock
from dashboard.parts.icons import icon
from dashboard.parts.pieces import badge, notice
from domain.availability.days_off import Days
from domain.local_time import wall
from i18n import _, day, day_and_time
from store.queries.buddying.appointments import Meeting
from store.queries.buddying.free_time import OtherDays

ACT = "days-off-act"
REMOVE, BACK = "remove", "back"


def days_off_list(
    found: Sequence[OtherDays], meetings: Sequence[Meeting], removed: Days | None, *, own: bool
) -> list[Component]:
    """`removed` was taken away just now and can be put back; `own` is for the buddy, who can move appointments."""
    lines = html.Ul([_line(one, meetings, own=own) for one in found], className="list days-off")
    none = html.P(_("Er zijn nog geen dagen die anders zijn."), className="note")
    return [*([_put_back(removed)] if removed else []), lines if found else none]


def when(first: date, last: date, hours: tuple[int, int] | None) -> str:
    """`maandag 21 december tot en met zondag 3 januari, 9:00–12:00`."""
    days = day(first)
    if last != first:
        days = _("{first} tot en met {last}", first=days, last=day(last))
    return f"{days}, {clock(hours[0])}–{clock(hours[1])}" if hours else days


def _line(one: OtherDays, meetings: Sequence[Meeting], *, own: bool) -> Component:
    hours = None if one.start is None or one.end is None else (one.start, one.end)
    said = when(one.first_day, one.last_day, hours)
    kind = badge(_("extra"), "good", symbol="plus") if one.available else badge(_("weg"), "plain", symbol="x")
    remove = dmc.Button(
        _("Haal weg"),
        id={"type": ACT, "what": REMOVE, "number": one.id},
        variant="default",
        **aria(label=_("Haal weg: {what}", what=said)),
    )
    clash = None if one.available else _clash(one, meetings, own=own)
    words = html.Div([html.Div([html.Span(said[:1].upper() + said[1:]), kind], className="badges"), clash])
    return html.Li([words, remove])


def _clash(one: OtherDays, meetings: Sequence[Meeting], *, own: bool) -> Component | None:
    """An appointment on these days stays: who is away should know."""
    there = [each for each in meetings if _within(one, each)]
    if not there:
        return None
    said = _("Let op: er staat dan een afspraak, {moment}. Die blijft staan.", moment=day_and_time(there[0].starts_at))
    link = dcc.Link(_("Naar mijn afspraken"), href=MY_APPOINTMENTS) if own else None
    return html.P([icon("circle-alert"), html.Span([said, " ", link])], className="clash")


def _within(one: OtherDays, meeting: Meeting) -> bool:
    day_of, begins = wall(meeting.starts_at)
    ends = begins.hour * 60 + begins.minute + meeting.minutes
    if not one.first_day <= day_of <= one.last_day:
        return False
    return one.start is None or one.end is None or (begins.hour * 60 + begins.minute < one.end and one.start < ends)


def _put_back(removed: Days) -> Component:
    said = _("Weggehaald: {what}.", what=when(removed.first, removed.last, removed.hours))
    # The button that was pressed is gone: the keyboard goes on here.
    back = html.Button(
        [icon("undo-2"), _("Zet terug")],
        id={"type": ACT, "what": BACK, "number": 0},
        type="button",
        className="link-button second",
        autoFocus="autofocus",
    )
    return notice(html.Div([html.Span(said), back], className="actions"), symbol="info")
