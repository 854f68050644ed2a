"""Lines of the page of today about matches: who asks for help, who is silent, and whose answer waits for a call."""

from collections.abc import Mapping
from datetime import datetime

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.buddying.match_standing import PATH, answer_of, who_said
from dashboard.parts.clock import lasting
from dashboard.parts.pieces import badge
from i18n import _
from store.queries.buddying.check_ins import CheckInRow
from store.queries.today import MatchToCall


def match_to_call(one: MatchToCall, now: datetime) -> Component:
    if one.asks_help:
        words, state = _("{buddy} vraagt hulp"), badge(_("hulp gevraagd"), "bad", symbol="life-buoy")
    else:
        words = _("al even geen contact met {buddy}") if one.last_contact_at else _("nog geen contact met {buddy}")
        since = one.last_contact_at or one.started_at
        tone = "warn" if one.last_contact_at else "bad"
        state = badge(_("al {time}", time=lasting(now - since)), tone, symbol="clock")
    name = one.parent or _("Koppeling {number}", number=one.id)
    return _line(name, one.id, words.format(buddy=one.buddy), state)


def answer_to_take_up(one: CheckInRow, labels: Mapping[str, str]) -> Component:
    other = (one.parent or _("de ouder")) if one.who == "buddy" else one.buddy
    words = _("over het contact met {name}", name=other)
    return _line(who_said(one), one.match_id, words, badge(answer_of(one, labels), "bad", symbol="phone"))


def _line(name: str, match_id: int, words: str, state: Component) -> Component:
    return html.Li([dcc.Link(name, href=f"{PATH}/{match_id}"), html.Span(words, className="note"), state])
