"""How it stands with a match, in badges and words: what needs a call, and what is asked next."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.buddying.match_acts import ANSWERED, HELPED, taken_up
from dashboard.parts.clock import deadline, lasting
from dashboard.parts.pieces import badge
from domain.care.standing import Standing
from i18n import _, day
from store.queries.buddying.check_ins import CheckInRow
from store.queries.buddying.matches import MatchRow

PATH = "/werk/koppelingen"
LISTS = ("check_in_answer", "closing_answer")


def parent_of(one: MatchRow | CheckInRow) -> str:
    """The parent's name, or the number of a request that was withdrawn."""
    return one.parent or _("Vraag {number}", number=one.request_id)


def match_link(one: MatchRow) -> Component:
    return dcc.Link(parent_of(one), href=f"{PATH}/{one.id}")


def contact(one: MatchRow) -> str:
    if one.last_contact_at is None:
        return _("nog niet")
    return _("{n} keer, het laatst {day}", n=one.contacts, day=day(one.last_contact_at))


def attention(one: Standing, labels: Mapping[str, str], now: datetime) -> Component:
    """Badges with a button where the coordinator can say that it was taken up; "in order" without any."""
    parts: list[Component] = []
    if one.contact_by:
        parts.append(deadline(one.contact_by, now))
    if one.match.help_asked_at:
        button = taken_up(HELPED, one.match.id, one.match.buddy)
        parts += [badge(_("Vraagt hulp"), "bad", symbol="life-buoy"), button]
    for row in one.said:
        parts += said(row, labels)
    if one.silent:
        parts.append(badge(_("al {time} geen contact", time=lasting(now - one.silent)), "warn", symbol="clock"))
    return html.Div(parts or [badge(_("In orde"), "good", symbol="check")], className="badges")


def said(row: CheckInRow, labels: Mapping[str, str]) -> list[Component]:
    """Who said what, and the button; a remark stands on the page of the match."""
    words = _("{name}: {answer}", name=who_said(row), answer=answer_of(row, labels))
    return [badge(words, "bad", symbol="phone"), taken_up(ANSWERED, row.id, who_said(row))]


def who_said(row: CheckInRow) -> str:
    return row.buddy if row.who == "buddy" else parent_of(row)


def answer_of(row: CheckInRow, labels: Mapping[str, str]) -> str:
    return next((labels[key] for name in LISTS if (key := f"{name}.{row.answer}") in labels), "")


def coming(row: CheckInRow | None, what: Mapping[str, str]) -> str:
    """When who is asked what next."""
    if row is None:
        return ""
    return _("Volgende vraag: {what}, {day}", what=what.get(row.moment.partition("/")[0], ""), day=day(row.due_on))


def reason_of(one: MatchRow, labels: Mapping[str, str]) -> str:
    """Why a match ended; a parent's reason has its own words, whose key means the same."""
    if one.end_reason == "withdrawn":
        return _("Ouder trok de vraag in")
    keys: Sequence[str] = (f"end_reason.{one.end_reason}", f"parent_end_reason.{one.end_reason}")
    return next((labels[key] for key in keys if key in labels), "–")
