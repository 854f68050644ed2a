"""Appointments as they stand: cards for the buddy, a line for the coordinator."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.availability.appointment_form import act
from dashboard.parts.facts import facts
from dashboard.parts.icons import icon
from dashboard.parts.pieces import badge, card, empty_state, link_button
from i18n import _, day_and_time, n_, period
from store.queries.buddying.appointments import Meeting
from store.states import AppointmentState

PATH = "/werk/mijn-afspraken"


def plan_link(match_id: int) -> Component:
    """The way to planning a conversation with this parent."""
    return link_button(_("Maak een afspraak"), f"{PATH}?met={match_id}", symbol="calendar-plus", primary=False)


def coming(found: Sequence[Meeting], labels: Mapping[str, str], now: datetime) -> list[Component]:
    """What the buddy has planned, each with what can still be done about it."""
    if not found:
        sentence = _("Kies hieronder een moment. U en de ouder krijgen dan bericht.")
        return [card(empty_state(_("Geen afspraken"), sentence, symbol="calendar"))]
    return [_card(one, labels, now) for one in found]


def for_staff(found: Sequence[Meeting], now: datetime) -> Component | None:
    """The next appointment of a match and how many there were; nothing when none was ever made."""
    planned = [one for one in found if one.state is AppointmentState.PLANNED and one.ends_at > now]
    held = sum(one.state is AppointmentState.HELD for one in found)
    said = [_("Afspraak: {moment}", moment=day_and_time(planned[0].starts_at))] if planned else []
    said += [n_("{n} afspraak geweest", "{n} afspraken geweest", held)] if held else []
    return html.Div(" · ".join(said), className="note") if said else None


def _card(one: Meeting, labels: Mapping[str, str], now: datetime) -> Component:
    rows = [
        (_("Met"), one.parent or _("Ouder")),
        (_("Hoe"), labels.get(f"contact_mode.{one.contact_mode}", one.contact_mode)),
    ]
    begun = one.starts_at <= now
    state = badge(_("Nu bezig"), "accent", symbol="clock") if begun else None
    when = period(one.starts_at, one.ends_at)
    return card(
        facts(rows), None if begun else _buttons(one), title=when[:1].upper() + when[1:], action=state,
        className="planned",
    )  # fmt: skip


def _buttons(one: Meeting) -> Component:
    move = dmc.Button(_("Verplaats"), id=act("move", one.id), variant="default", leftSection=icon("calendar"))
    said = html.P(_("{name} krijgt meteen bericht.", name=one.parent or _("De ouder")))
    off = dmc.Button(_("Zeg deze afspraak af"), id=act("off", one.id), variant="default", leftSection=icon("x"))
    sure = html.Details([html.Summary(_("Afzeggen")), said, off], className="more")
    return html.Div([html.Div(move, className="actions"), sure])
