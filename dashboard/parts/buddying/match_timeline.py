"""What was asked in a match and what was said, by day, and what is still to come."""

from collections.abc import Mapping
from datetime import date, datetime

from dash import html
from dash.development.base_component import Component

from dashboard.parts.buddying.match_standing import answer_of, who_said
from dashboard.parts.pieces import badge
from dashboard.parts.tables import Cell, table
from domain import time_limits
from domain.care import care, check_in_answers
from domain.local_time import wall
from i18n import _, day
from store.queries.buddying import check_ins
from store.queries.buddying.check_ins import CheckInRow
from store.queries.buddying.matches import MatchRow
from store.sessions import Session
from store.states import MatchState


def timeline(session: Session, match: MatchRow, labels: Mapping[str, str], now: datetime) -> Component:
    """One row per question; a question without an answer says so after the days that staff set, in all kindness."""
    known = care.moments(session, all_of_them=True)
    patience = time_limits.load(session).check_in_answer
    rows: list[list[Cell]] = []
    for one in sorted(check_ins.of_match(session, match.id), key=_moment):
        label = known[care.key_of(one.moment)].label
        when = day(one.asked_at or one.due_on)
        silent = one.asked_at is not None and (now - one.asked_at > patience or match.state is MatchState.ENDED)
        attention = check_in_answers.asks_attention(session, one)
        rows.append([when, who_said(one), label, _said(one, labels, silent=silent, attention=attention)])
    if not rows:
        return html.P(_("In deze koppeling is nog niets gevraagd."))
    return table([_("Wanneer"), _("Wie"), _("Vraag"), _("Antwoord")], rows, caption=_("Vragen hoe het gaat"))


def _moment(one: CheckInRow) -> tuple[date, int]:
    """When it was asked, or will be."""
    return wall(one.asked_at)[0] if one.asked_at else one.due_on, one.id


def _said(one: CheckInRow, labels: Mapping[str, str], *, silent: bool, attention: bool) -> Component:
    if one.answer is None:
        if one.asked_at is None:
            return badge(_("komt nog"), symbol="clock")
        return badge(_("geen antwoord")) if silent else badge(_("wacht op antwoord"), "accent", symbol="clock")
    tone = "bad" if attention else "good" if one.taken_up_at is None else "plain"
    taken = html.Div(_("Opgepakt op {day}", day=day(one.taken_up_at)), className="note") if one.taken_up_at else None
    remark = html.Blockquote(one.remark) if one.remark else None
    return html.Div([badge(answer_of(one, labels), tone), remark, taken])
