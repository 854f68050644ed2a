"""The week of a buddy as a grid to tap, with exact hours per day; small enough for a phone."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.icons import icon
from domain.availability.availability import TAPPED, covers
from i18n import _
from matching.explain import DAYPARTS, WEEKDAYS
from matching.people import Daypart
from store.queries.buddying.weeks import Block

PART = "week-part"
HOURS = "week-hours"
CLEAR = "week-clear"


def week_grid(blocks: Sequence[Block]) -> Component:
    """Seven days with three parts each; below each day its exact hours."""
    head = html.Tr([html.Th(html.Span(_("Dag"), className="unseen"), scope="col"), *map(_heading, Daypart)])
    days = [_day(weekday, blocks) for weekday in range(len(WEEKDAYS))]
    said = html.Caption(_("Wanneer u kunt, per dag en deel van de dag"), className="unseen")
    return html.Table([said, html.Thead(head), html.Tbody(days)], className="week")


def hours_of(blocks: Sequence[Block], weekday: int) -> str:
    """`9:00–12:00, 19:30–21:00`, or nothing."""
    return ", ".join(f"{clock(one.start)}–{clock(one.end)}" for one in blocks if one.weekday == weekday)


def clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"


def _heading(part: Daypart) -> Component:
    start, end = TAPPED[part]
    hours = html.Span(f"{start // 60}–{end // 60}", className="quiet")
    return html.Th([html.Span(str(DAYPARTS[part])), hours], scope="col")


def _day(weekday: int, blocks: Sequence[Block]) -> Component:
    name = str(WEEKDAYS[weekday]).capitalize()
    hours = html.Span(hours_of(blocks, weekday), id={"type": HOURS, "weekday": weekday}, className="quiet")
    clear = html.Button(
        icon("x"),
        id={"type": CLEAR, "weekday": weekday},
        type="button",
        className="clear",
        **aria(label=_("Maak {day} leeg", day=name.lower())),
    )
    day = html.Th([html.Span(name), html.Div([hours, clear], className="day-hours")], scope="row")
    return html.Tr([day, *(html.Td(_box(weekday, part, blocks)) for part in Daypart)])


def _box(weekday: int, part: Daypart, blocks: Sequence[Block]) -> Component:
    said = _("{day}, {part}", day=str(WEEKDAYS[weekday]), part=str(DAYPARTS[part]))
    return dmc.Checkbox(
        id={"type": PART, "weekday": weekday, "part": str(part)},
        checked=covers(blocks, weekday, part),
        size="lg",
        **aria(label=said),
    )
