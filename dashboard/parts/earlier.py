"""Whom a request was put to before, and what they answered."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from dashboard.parts.pieces import badge, card, empty_state
from dashboard.parts.tables import Cell, table
from domain.matchmaking.asked import reasons
from i18n import _, day_and_time, lazy
from store.queries.matchmaking.requests import ProposalRow
from store.states import ProposalState

OUTCOMES = {
    ProposalState.SENT: (lazy("Wacht op antwoord"), "accent"),
    ProposalState.AGREED: (lazy("Buddy zegt ja, ouder gevraagd"), "accent"),
    ProposalState.ACCEPTED: (lazy("Ja"), "good"),
    ProposalState.DECLINED: (lazy("Nee"), "plain"),
    ProposalState.EXPIRED: (lazy("Geen antwoord"), "warn"),
    ProposalState.WITHDRAWN: (lazy("Ingetrokken"), "plain"),
}
PARENT_SAID_NO = (lazy("Ouder zei nee"), "plain")


def earlier_proposals(
    earlier: tuple[ProposalRow, ...], names: Mapping[int, str], labels: Mapping[str, str]
) -> Component:
    title = _("Eerdere voorstellen")
    if not earlier:
        return card(empty_state(_("Nog niemand gevraagd"), _("Hier ziet u straks wie wat antwoordde.")), title=title)
    rows = [_proposal(row, names, labels) for row in earlier]
    return card(table([_("Buddy"), _("Gevraagd op"), _("Past"), _("Antwoord")], rows, caption=title), title=title)


def _proposal(row: ProposalRow, names: Mapping[int, str], labels: Mapping[str, str]) -> list[Cell]:
    text, tone = PARENT_SAID_NO if row.declined_by == "parent" else OUTCOMES[row.state]
    reason = labels.get(f"{reasons(row.declined_by)}.{row.decline_reason}", "")
    answer = html.Span([badge(str(text), tone), f" {reason}" if reason else None])
    points = _("{points} van 100", points=round(row.score / 10))
    return [names.get(row.buddy_id, ""), day_and_time(row.created_at), points, answer]
