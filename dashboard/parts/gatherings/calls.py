"""Whom to phone, because there is no mail address: the list, and the button that says it was done."""

from collections.abc import Sequence
from datetime import datetime

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.gatherings.event_facts import DO
from dashboard.parts.gatherings.event_words import PATH
from dashboard.parts.icons import icon
from dashboard.parts.pieces import badge, card
from domain.gatherings import calls
from domain.gatherings.calls import Call
from domain.refused import Refused
from i18n import _, day_and_time
from store.sessions import Session
from web.sessions import current_actor

CALLED = "called-"


def calls_card(found: Sequence[Call]) -> Component | None:
    """On the page of one gathering: who, at which number, about what. Nothing when everybody knows."""
    if not found:
        return None
    why = html.P(_("Deze ouders hebben geen e-mailadres. Zij weten het dus nog niet."), className="note")
    return card(why, html.Ul([_line(one) for one in found], className="list calls"), title=_("Nog te bellen"))


def call_to_make(one: Call) -> Component:
    """On another page: who and about what, with the way to the gathering where the number stands."""
    link = dcc.Link(one.name or _("Naam gewist"), href=f"{PATH}/{one.event_id}")
    about = html.Span(f"{one.event}: {_about(one)}", className="note")
    return html.Li([link, about, *_until(one), badge(_("te bellen"), "warn", symbol="phone")])


def act_on_call(session: Session, what: str, event_id: int, now: datetime) -> str:
    """Note that this parent was told; returns what to say about it. Both numbers come from the browser."""
    number, _dash, last = what.removeprefix(CALLED).partition("-")
    known = {one.sign_up_id for one in calls.to_make(session, now=now, event_id=event_id)}
    if not (number.isdecimal() and last.isdecimal()):
        raise Refused("not_found")
    if int(number) in known:
        calls.called(session, int(number), int(last), by=current_actor(), now=now)
    return _("Bewaard: u hebt gebeld.")


def _line(one: Call) -> Component:
    name = one.name or _("Naam gewist")
    done = dmc.Button(
        [_("Gebeld"), html.Span(f" {name}", className="unseen")],
        id={"type": DO, "what": f"{CALLED}{one.sign_up_id}-{one.last}"},
        variant="default",
        leftSection=icon("check"),
    )
    phone = html.A([icon("phone"), one.phone], href=f"tel:{one.phone.replace(' ', '')}", className="phone")
    about = html.Span(_about(one), className="note")
    who = html.Div([html.Span([html.Strong(name), phone]), about, *_until(one)])
    return html.Li([who, done])


def _about(one: Call) -> str:
    return "; ".join(one.about)


def _until(one: Call) -> list[Component]:
    if one.until is None:
        return []
    return [html.Span(_("Antwoord voor {until}", until=day_and_time(one.until)), className="note")]
