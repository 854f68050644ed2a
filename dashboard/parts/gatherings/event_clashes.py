"""A quiet word under the date: what the chosen moment runs into, while somebody types."""

from collections.abc import Sequence
from datetime import date, time

from dash import Input, Output, State, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.fields import field_id
from dashboard.parts.gatherings.event_fields import CLASHES, FORM
from dashboard.parts.pieces import notice
from domain.gatherings.clashes import Clash, Runs, clashes
from domain.local_time import instant
from domain.refused import Refused
from i18n import _, time_of_day
from web.services import Services

MOST = 6
ASKED = ("date", "start", "end", "venue", "municipality")


def said(found: Sequence[Clash]) -> Component | None:
    """The clashes as a list, nothing when the moment is free."""
    if not found:
        return None
    lines = [html.Li(sentence(one)) for one in found[:MOST]]
    if len(found) > MOST:
        lines.append(html.Li(_("En nog {n}.", n=len(found) - MOST)))
    return notice(html.Ul(lines), tone="warn", symbol="info")


def register_clashes(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output(CLASHES, "children"),
        *(Input(field_id(FORM, key), "value") for key in ASKED),
        State("event-number", "data"),
        roles=COORDINATOR,
    )
    def show(day: object, start: object, end: object, *rest: object) -> Component | None:
        venue, municipality, number = rest
        try:
            on = date.fromisoformat(str(day))
            begins, ends = (instant(on, time.fromisoformat(str(at))) for at in (start, end))
        except (ValueError, Refused):
            return None  # not yet a moment; saving says what is wrong
        with services.database.reading() as session:
            found = clashes(
                session, begins, ends, venue=str(venue or ""), municipality_code=str(municipality or ""),
                besides=number if isinstance(number, int) else None,
            )  # fmt: skip
        return said(found)


def sentence(clash: Clash) -> str:
    """What goes on already, and when."""
    if clash.other is None:
        return _("Deze dag is gesloten: {name}.", name=clash.what)
    title, hours = clash.other.title, f"{time_of_day(clash.other.starts_at)}–{time_of_day(clash.other.ends_at)}"
    if clash.runs is Runs.VENUE:
        return _("{venue} is dan in gebruik: {title}, {hours}.", venue=clash.what, title=title, hours=hours)
    if clash.runs is Runs.HOST:
        return _("{name} ontvangt dan al: {title}, {hours}.", name=clash.what, title=title, hours=hours)
    return _("Ook in {place}: {title}, {hours}.", place=clash.what, title=title, hours=hours)
