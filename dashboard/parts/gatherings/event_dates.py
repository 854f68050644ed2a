"""The dates that a rule gives, as a list to look at before saving: closed days, and what else goes on."""

from collections.abc import Sequence
from datetime import date, time

from dash import html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.gatherings.event_clashes import sentence
from dashboard.parts.pieces import badge
from domain.gatherings.clashes import Runs
from domain.gatherings.dates_ahead import DateAhead
from domain.texts import say
from i18n import _, day, n_


def dates_list(words: str, found: Sequence[DateAhead], *, skips: bool, known_until: date | None) -> Component:
    """The rule in words, how many dates go on, and each of them; `skips` says that closed days are left out.

    `known_until` is the last day of which the school holidays are known.
    """
    left = sum(1 for one in found if skips and one.closed)
    busy = sum(1 for one in found if one.clashes and not (skips and one.closed))
    parts = [
        words[:1].upper() + words[1:],
        n_("{n} bijeenkomst", "{n} bijeenkomsten", len(found) - left),
        n_("{n} dag valt weg", "{n} dagen vallen weg", left) if left else "",
        n_("Op {n} dag is er al iets anders", "Op {n} dagen is er al iets anders", busy) if busy else "",
    ]
    head = html.P(html.Strong(". ".join(part for part in parts if part) + "."))
    lines = [_line(one, skips) for one in found]
    listed = html.Ol(lines, className="dates", tabIndex="0", **aria(label=_("Alle datums")))
    return html.Div([head, listed, _beyond(found, known_until)])


def hours_of(start: object, end: object) -> tuple[time, time] | None:
    """Two times from the browser; None while they are not there yet."""
    try:
        return time.fromisoformat(str(start)), time.fromisoformat(str(end))
    except ValueError:
        return None


def _line(one: DateAhead, skips: bool) -> Component:
    said = day(one.day, year=True)
    if one.closed and skips:
        gone = badge(_("{name}, valt weg", name=one.closed.name), "warn")
        return html.Li([html.S(said), " ", gone, _in_the_way(DateAhead(one.day, one.impossible))])
    closed = badge(one.closed.name, "warn") if one.closed else None
    return html.Li([said, " ", closed, _in_the_way(one)])


def _in_the_way(one: DateAhead) -> Component | None:
    """The most serious thing in a sentence; the others only counted, so that the list stays a list."""
    if one.impossible:
        return html.Div(say(one.impossible), className="date-clash impossible")
    if not one.clashes:
        return None
    more = len(one.clashes) - 1
    rest = " " + _("En nog {n}.", n=more) if more else ""
    serious = one.clashes[0].runs is Runs.VENUE
    return html.Div(sentence(one.clashes[0]) + rest, className=f"date-clash{' serious' if serious else ''}")


def _beyond(found: Sequence[DateAhead], known_until: date | None) -> Component | None:
    if known_until is None or not found or found[-1].day <= known_until:
        return None
    known = day(known_until, year=True)
    said = _("Schoolvakanties zijn bekend tot en met {day}. Kijk de datums daarna zelf na.", day=known)
    return html.P(said, className="note")
