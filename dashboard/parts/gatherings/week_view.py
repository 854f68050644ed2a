"""A week of gatherings: seven columns of hours on a screen, a list by day on a phone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria, data
from dashboard.parts.gatherings.event_chip import Kinds, handle, in_short, movable, names, state_word
from dashboard.parts.gatherings.event_words import NEW, PATH, hours, seats_in_words
from dashboard.parts.gatherings.month import by_local_day
from dashboard.parts.gatherings.move_button import move_button
from dashboard.parts.pieces import badge
from domain.local_time import wall
from i18n import _, day
from matching.explain import WEEKDAYS
from store.queries.gatherings.events import EventFacts

FIRST_HOUR, LAST_HOUR = 8, 22
A_DAY = 24 * 60
SHORTEST = 30  # minutes that a block is drawn at least, so that its title can be read


@dataclass(frozen=True)
class Block:
    """Where a gathering stands in its day: minutes since midnight by the clock on the wall, and its lane."""

    event: EventFacts
    start: int
    end: int
    lane: int = 0
    lanes: int = 1


def blocks(events: Iterable[EventFacts]) -> list[Block]:
    """The gatherings of one day beside each other where they overlap, each in the first lane that is free."""
    placed: list[Block] = []
    group: list[Block] = []
    for event in sorted(events, key=lambda one: (_span(one)[0], -_span(one)[1], one.id)):
        start, end = _span(event)
        if group and start >= max(one.end for one in group):
            placed += _with_width(group)
            group = []
        taken = {one.lane for one in group if one.end > start}
        lane = next(number for number in range(len(group) + 1) if number not in taken)
        group.append(Block(event, start, end, lane))
    return placed + _with_width(group)


def _with_width(group: Sequence[Block]) -> list[Block]:
    lanes = max((one.lane for one in group), default=0) + 1
    return [Block(one.event, one.start, one.end, one.lane, lanes) for one in group]


def _span(event: EventFacts) -> tuple[int, int]:
    """Where it begins and ends on the wall; in the night that has an hour twice, as long as it really takes."""
    (first, start), (last, end) = wall(event.starts_at), wall(event.ends_at)
    begin, until = start.hour * 60 + start.minute, end.hour * 60 + end.minute
    if last > first:
        until = A_DAY
    elif until <= begin:
        until = begin + (event.ends_at - event.starts_at) // timedelta(minutes=1)
    return begin, min(A_DAY, max(until, begin + SHORTEST))


def week_view(
    monday: date, events: Sequence[EventFacts], kinds: Kinds, now: datetime, closed: Mapping[date, str]
) -> Component:
    """From eight to ten in the evening, and further when something begins earlier or ends later."""
    days = [monday + timedelta(days=number) for number in range(7)]
    by_day = by_local_day(events)
    placed = {one: blocks(by_day.get(one, ())) for one in days}
    every = [block for held in placed.values() for block in held]
    first = min([FIRST_HOUR, *(block.start // 60 for block in every)])
    last = max([LAST_HOUR, *(-(-block.end // 60) for block in every)])
    lines = [html.Span(f"{hour}:00", style={"--at": hour * 60}) for hour in range(first, last)]
    columns = [_day(one, placed[one], kinds, now, closed.get(one, "")) for one in days]
    return html.Div(
        [html.Div(lines, className="week-hours", **aria(hidden="true")), *columns],
        className="calendar-week",
        style={"--first": first * 60, "--last": last * 60},
        **data(first=str(first * 60), last=str(last * 60)),
    )


def _day(one: date, held: Sequence[Block], kinds: Kinds, now: datetime, closed: str) -> Component:
    today = wall(now)[0]
    marks = {"today": one == today, "weekend": one.weekday() > 4, "day-closed": bool(closed), "nothing": not held}
    free = html.Span(closed, className="closed-name") if closed else None
    inside = html.Ol([_block(block, kinds, now) for block in held], className="week-blocks")
    return html.Section(
        [html.H3([_heading(one, today), badge(_("vandaag"), "accent") if one == today else None]), free, inside],
        className=" ".join(["week-day", *(name for name, holds in marks.items() if holds)]),
        **data(day=one.isoformat()),
    )


def _heading(one: date, today: date) -> Component:
    """The day; from today on it starts a new gathering."""
    short = f"{str(WEEKDAYS[one.weekday()])[:2]} {one.day}"
    said = [html.Span(short, className="day-short", **aria(hidden="true"))]
    if one < today:
        return html.Span([*said, html.Span(day(one).capitalize(), className="day-full past")])
    new = html.Span(_("Nieuwe bijeenkomst op {day}", day=day(one)), className="unseen")
    full = html.Span(day(one).capitalize(), className="day-full", **aria(hidden="true"))
    return dcc.Link([*said, full, new], href=f"{NEW}?datum={one.isoformat()}", className="week-link")


def _block(block: Block, kinds: Kinds, now: datetime) -> Component:
    event = block.event
    inside = [
        html.Span(hours(event), className="chip-time"),
        html.Strong(event.title, className="chip-title"),
        html.Span(in_short(event), className="chip-more", **aria(hidden="true")),
        html.Span(f"{event.venue}, {event.municipality}", className="chip-more"),
        html.Span(f"{seats_in_words(event)}, {state_word(event)}", className="unseen"),
    ]
    link = dcc.Link(inside, href=f"{PATH}/{event.id}", className=f"{names(event, kinds)} block")
    where = {"--from": block.start, "--to": block.end, "--lane": block.lane, "--lanes": block.lanes}
    move = move_button(event) if movable(event, now) else None
    return html.Li([link, move], className="week-block", style=where, **handle(event, now))
