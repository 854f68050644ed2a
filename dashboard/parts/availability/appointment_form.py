"""Planning or moving an appointment: with whom, how long, a moment to tap, and in which way."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.availability.why_words import why
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card, empty_state, link_button, notice
from domain.availability.suggested_moments import Suggestion
from domain.availability.why_not import Balance
from domain.forms import Option
from i18n import _, day, period, time_of_day
from store.queries.buddying.appointments import Meeting, Partner

TYPE = "appointment"
MOMENTS, ERROR = "appointment-moments", "appointment-error"
LENGTHS = (30, 60, 90, 120)
USUAL = 60

HOURS_PATH = "/werk/mijn-beschikbaarheid"


def field(key: Any) -> dict[str, Any]:  # noqa: ANN401 - a name, or all of them
    """The id of one field: there is at most one form on the page, and sometimes none."""
    return {"type": f"{TYPE}-field", "key": key}


def act(what: str, number: Any) -> dict[str, Any]:  # noqa: ANN401 - a number, or all of them
    """The id of a button that is about a match or an appointment."""
    return {"type": f"{TYPE}-{what}", "number": number}


def whom(partners: Sequence[Partner]) -> Component:
    """With which parent? Only asked when there is more than one."""
    buttons = [
        dmc.Button(one.first_name or _("Ouder"), id=act("with", one.match_id), variant="default", size="lg")
        for one in partners
    ]
    return card(html.Div(buttons, className="actions"), title=_("Nieuwe afspraak: met wie?"))


def form(partner: Partner, moving: Meeting | None, moments: Component, ways: Sequence[Option]) -> Component:
    """Everything on one card, with one button at the end."""
    name = partner.first_name or _("de ouder")
    length = moving.minutes if moving else USUAL
    way = moving.contact_mode if moving else (partner.contact_modes or (ways[0].key,))[0]
    title = _("Verplaats de afspraak met {name}", name=name) if moving else _("Nieuwe afspraak met {name}", name=name)
    said = _("Nu: {moment}", moment=period(moving.starts_at, moving.ends_at)) if moving else None
    parts = [
        html.P(said, className="note") if said else None,
        _segments("minutes", _("Hoe lang?"), [(str(one), _length(one)) for one in _lengths(length)], str(length)),
        html.Div([html.Div(moments, id=MOMENTS), _own_moment()]),
        _segments("way", _("Hoe?"), [(one.key, one.label) for one in ways], way),
        html.P(id=ERROR, role="alert", className="error"),
        html.Div(
            [
                html.Div(_buttons(partner, moving), className="actions"),
                html.P(_("{name} krijgt meteen bericht, en u ook.", name=name), className="note"),
            ]
        ),
    ]
    return card(html.Div(parts, className="stack"), title=title)


def moments(found: Sequence[Suggestion], partner: Partner, minutes: int, balance: Balance) -> Component:
    """The moments to choose from: those at which the parent has time stand first, and say so.

    Without any, `balance` of the same four weeks tells why.
    """
    if not found:
        return notice(
            html.P(_("Wij vinden de komende vier weken geen vrij moment. Kies hieronder zelf, of pas uw uren aan.")),
            html.P(why(balance)),
            link_button(_("Naar mijn uren"), HOURS_PATH, primary=False),
            symbol="calendar",
        )
    name = partner.first_name or _("de ouder")
    boxes = [
        dmc.Radio(
            label=_day(one),
            value=one.starts_at.isoformat(),
            description=_hours(one, minutes) + (" · " + _("past ook bij {name}", name=name) if one.asked else ""),
        )
        for one in found
    ]
    return dmc.RadioGroup(html.Div(boxes, className="moments"), id=field("moment"), label=_("Wanneer?"))


def nobody() -> Component:
    sentence = _("Na een koppeling maakt u hier een afspraak met de ouder.")
    return card(empty_state(_("Nog geen koppeling"), sentence, symbol="handshake"))


def _own_moment() -> Component:
    fields = [
        dmc.DatePickerInput(id=field("day"), label=_("Dag"), leftSection=icon("calendar"), clearable=True),
        dmc.TimePicker(id=field("time"), label=_("Begint om"), leftSection=icon("clock"), clearable=True),
    ]
    said = html.P(_("Vult u hier een dag en een tijd in? Dan geldt dat moment."), className="note")
    return html.Details(
        [html.Summary(_("Een ander moment kiezen")), html.Div(fields, className="filters"), said], className="more"
    )


def _segments(key: str, label: str, choices: Sequence[tuple[str, str]], value: str) -> Component:
    """Few choices beside each other, also on a phone."""
    boxes = [dmc.Radio(label=name, value=one) for one, name in choices]
    return dmc.RadioGroup(html.Div(boxes, className="moments short"), id=field(key), label=label, value=value)


def _buttons(partner: Partner, moving: Meeting | None) -> list[Component]:
    text = _("Verplaats de afspraak") if moving else _("Maak de afspraak")
    save = dmc.Button(text, id=act("save", moving.id if moving else partner.match_id), leftSection=icon("check"))
    stay = dmc.Button(_("Laat zo"), id=act("stay", partner.match_id), variant="default")
    return [save, stay] if moving else [save]


def _lengths(chosen: int) -> list[int]:
    return sorted({*LENGTHS, chosen})


def _length(minutes: int) -> str:
    if minutes % 60:
        return _("{n} minuten", n=minutes)
    return _("{n} uur", n=minutes // 60)


def _day(one: Suggestion) -> str:
    said = day(one.starts_at)
    return said[:1].upper() + said[1:]


def _hours(one: Suggestion, minutes: int) -> str:
    return f"{time_of_day(one.starts_at)}–{time_of_day(one.starts_at + timedelta(minutes=minutes))}"
