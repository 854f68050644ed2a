"""On what terms a buddy has time: how long before, how much room around, how often, and in school holidays or not."""

from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import BUDDY, COORDINATOR
from dashboard.parts.availability.days_off_card import number_of
from dashboard.parts.pieces import card
from domain.availability import days_off
from domain.availability.days_off import NewTerms
from i18n import _, n_
from store.queries.buddying.free_time import Terms
from web.services import Services
from web.sessions import current_actor

CHANGED = "terms-changed"
NOTICE, ROOM, WEEKLY = (0, 4, 12, 24, 48, 72, 168), (0, 15, 30, 45, 60), (1, 2, 3, 4, 5)
OWN_OR_STAFF = BUDDY | COORDINATOR


def terms_card(terms: Terms) -> Component:
    """Each choice is saved as it is made, like a tap in the week."""
    most = terms.weekly_most or 0
    controls = [
        _select("notice", _("Hoe lang van tevoren?"), NOTICE, terms.notice_hours, _before),
        _select("room", _("Rust rond een afspraak"), ROOM, terms.buffer_minutes, _rest),
        _select("weekly", _("Hoeveel afspraken in een week?"), (0, *WEEKLY), most, _weekly),
    ]
    holidays = dmc.Switch(
        id="terms-holidays",
        label=_("Ook in de schoolvakanties"),
        checked=terms.in_school_holidays,
        size="md",
        labelPosition="right",
    )
    return card(
        html.Div([html.Div(controls, className="filters"), holidays], className="stack"),
        html.P(id="terms-said", role="status", className="note"),
        dcc.Store(id=CHANGED),
        title=_("Wensen voor afspraken"),
    )


def register_terms(callbacks: Callbacks, services: Services) -> None:
    """What the card does; once per dashboard. Whose terms they are, stands in the store `week-of`."""

    @callbacks(
        Output("terms-said", "children"),
        Output(CHANGED, "data"),
        Input("terms-notice", "value"),
        Input("terms-room", "value"),
        Input("terms-weekly", "value"),
        Input("terms-holidays", "checked"),
        State("week-of", "data"),
        roles=OWN_OR_STAFF,
        prevent_initial_call=True,
    )
    def save(before: object, room: object, weekly: object, holidays: object, number: object) -> tuple[Any, Any]:
        new = NewTerms(_whole(before), _whole(room), _whole(weekly) or None, holidays is True)
        now = services.now()
        with services.database.writing() as session:
            changed = days_off.set_terms(session, number_of(number), new, by=current_actor(), now=now)
        # Choices that were only just drawn report too.
        return (_("Bewaard."), now.isoformat()) if changed else (no_update, no_update)


def _select(key: str, label: str, choices: tuple[int, ...], chosen: int, say: Any) -> Component:  # noqa: ANN401
    """What is in use stays a choice, also when it isn't one of ours."""
    options = [{"value": str(one), "label": say(one)} for one in sorted({*choices, chosen})]
    return dmc.Select(id=f"terms-{key}", label=label, data=options, value=str(chosen), allowDeselect=False)


def _before(hours: int) -> str:
    if hours == 0:
        return _("Mag ook vlak van tevoren")
    if hours % 24:
        return n_("{n} uur", "{n} uur", hours)
    return n_("{n} dag", "{n} dagen", hours // 24)


def _rest(minutes: int) -> str:
    return n_("{n} minuut", "{n} minuten", minutes) if minutes else _("Niet nodig")


def _weekly(most: int) -> str:
    return n_("Hoogstens {n}", "Hoogstens {n}", most) if most else _("Maakt niet uit")


def _whole(value: object) -> int:
    """-1, which is refused, for what is no number."""
    return int(value) if isinstance(value, str) and value.isdecimal() and len(value) < 6 else -1
