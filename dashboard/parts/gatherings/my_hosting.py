"""What a buddy is asked to host, and the dates that the buddy hosts."""

from datetime import datetime

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.facts import facts
from dashboard.parts.gatherings.event_attendance import way_to_the_door
from dashboard.parts.pieces import badge, card
from i18n import _, lazy, period
from store.queries.gatherings import hosts
from store.queries.gatherings.hosts import MyHosting
from store.sessions import Session
from store.states import HostState

YES, NO = "host-yes", "host-no"
DONE = {YES: lazy("Fijn, dank u wel! De datum staat hieronder."), NO: lazy("Goed dat u het zegt.")}


def my_hosting(session: Session, buddy_id: int, now: datetime, button: str) -> list[Component]:
    """The questions first, then the dates, then what was declined and can still become a yes; nothing without any.

    `button` is the type of the ids of the page's own buttons.
    """
    found = hosts.of_buddy(session, buddy_id, now=now)
    cards = [_card(one, now, button) for state in HostState for one in found if one.state is state]
    return [html.H2(_("Bijeenkomsten")), *cards] if cards else []


def _card(one: MyHosting, now: datetime, button: str) -> Component:
    rows = [(_("Wat"), one.title), (_("Wanneer"), period(one.starts_at, one.ends_at)), (_("Waar"), one.place)]
    rows += [(_("Toegankelijkheid"), one.access)] if one.access else []
    titles = {
        HostState.ASKED: _("Wilt u gastheer of gastvrouw zijn?"),
        HostState.ACCEPTED: _("U bent gastheer of gastvrouw"),
        HostState.DECLINED: _("U zei nee. Kunt u toch?"),
    }
    said = badge(_("U zei ja"), "good", symbol="check") if one.state is HostState.ACCEPTED else None
    buttons = _buttons(one, button) if one.starts_at > now else None
    door = way_to_the_door(one.event_id, one.starts_at, now) if one.state is HostState.ACCEPTED else None
    return card(facts(rows), buttons, door, title=titles[one.state], action=said)


def _buttons(one: MyHosting, button: str) -> Component:
    yes = dmc.Button(_("Ja, dat doe ik"), id={"type": button, "what": YES, "number": one.event_id})
    text = _("Nee, ik kan niet") if one.state is HostState.ASKED else _("Ik kan toch niet")
    no = dmc.Button(text, id={"type": button, "what": NO, "number": one.event_id}, variant="default")
    shown = {HostState.ASKED: [yes, no], HostState.ACCEPTED: [no], HostState.DECLINED: [yes]}
    return html.Div(shown[one.state], className="actions")
