"""The last entries of the register, each with what can be done about it."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.icons import icon
from dashboard.parts.pieces import badge, empty_state
from dashboard.parts.tables import Cell, table
from domain.register.questions import UNDO_MINUTES
from i18n import _, day
from store.queries.numbers.questions import Registered

PATH = "/werk/vragen"
UNDO = "question-undo"
PLACES = ("said", "list")


def undo_button(number: int, place: str) -> Component:
    """Takes entry `number` back; `place` keeps two buttons for the same entry apart."""
    return dmc.Button(
        _("Ongedaan maken"),
        id={"type": UNDO, "number": number, "place": place},
        variant="default",
        size="sm",
        leftSection=icon("undo-2"),
    )


def question_list(
    found: Sequence[Registered], channels: Mapping[str, str], now: datetime, *, narrowed: bool
) -> Component:
    """`channels` names the terms; `narrowed` tells why the list may be empty."""
    if not found:
        sentence = _("Kies een andere maand of een ander onderwerp.") if narrowed else _("Schrijf de eerste vraag op.")
        return empty_state(_("Geen vragen"), sentence, symbol="message-circle")
    columns = [_("Datum"), _("Onderwerpen"), _("Binnengekomen via"), _("Gemeente"), _("Stand"), _("Actie")]
    rows: list[list[Cell]] = [
        [
            dcc.Link(day(one.asked_on, year=True), href=f"{PATH}/{one.id}"),
            ", ".join(one.topics),
            channels.get(one.channel, one.channel),
            one.municipality or "–",
            badge(_("Klaar"), "good") if one.closed else badge(_("Loopt nog"), "warn"),
            _action(one, now),
        ]
        for one in found
    ]
    return table(columns, rows, caption=_("Laatste vragen"))


def _action(one: Registered, now: datetime) -> Component:
    if now <= one.registered_at + timedelta(minutes=UNDO_MINUTES):
        return undo_button(one.id, "list")
    name = html.Span(_("van {day}", day=day(one.asked_on)), className="unseen")
    return dcc.Link([_("Wijzigen"), " ", name], href=f"{PATH}/{one.id}")
