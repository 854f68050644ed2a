"""The proposal that waits: for the buddy's yes, or for the parent's, which staff may write down after a call."""

from collections.abc import Mapping
from datetime import datetime

from dash import html
from dash.development.base_component import Component

from dashboard.parts.candidates import reasons_of, score_bar
from dashboard.parts.clock import deadline
from dashboard.parts.dialog import confirm
from dashboard.parts.pieces import notice
from domain.actors import Actor
from domain.matchmaking import agreement, proposals
from i18n import _
from matching.rank import from_json
from store.queries.buddying.buddies import WAITING
from store.queries.matchmaking.requests import ProposalRow
from store.sessions import Session
from store.states import ProposalState

WITHDRAW, PARENT_YES, PARENT_NO = "withdraw-", "parent-yes-", "parent-no-"


def waiting_proposal(earlier: tuple[ProposalRow, ...], names: Mapping[int, str], now: datetime) -> Component | None:
    """What waits, until when, and the buttons of the coordinator; nothing when nothing waits."""
    found = next((row for row in earlier if row.state in WAITING), None)
    if found is None:
        return None
    name = names.get(found.buddy_id, "")
    agreed = found.state is ProposalState.AGREED
    sentence = (
        _("{name} zegt ja. Wij wachten op het antwoord van de ouder.", name=name)
        if agreed
        else _("Wij wachten op het antwoord van {name}.", name=name)
    )
    text = html.P([sentence, " ", deadline(found.answer_by, now)])
    buttons = [*(_for_the_parent(found, name) if agreed else ()), _withdraw(found, name)]
    bar, why = score_bar(found.score), reasons_of(from_json(found.reasons))
    return notice(text, bar, why, html.Div(buttons, className="actions"), symbol="send")


def act_on_proposal(session: Session, name: str, *, by: Actor, now: datetime) -> str | None:
    """Do what the dialog called `name` asked; gives what to say about it, None when it is not one of these."""
    kind, _dash, number = name.rpartition("-")
    match f"{kind}-":
        case "withdraw-":
            proposals.withdraw(session, int(number), by=by, now=now)
            return _("Het voorstel is ingetrokken.")
        case "parent-yes-":
            agreement.accept_for_parent(session, int(number), by=by, now=now)
            return _("De koppeling is gemaakt. Beiden krijgen bericht.")
        case "parent-no-":
            agreement.decline_for_parent(session, int(number), by=by, now=now)
            return _("Het nee van de ouder is genoteerd.")
    return None


def _for_the_parent(found: ProposalRow, name: str) -> tuple[Component, ...]:
    yes = confirm(
        f"{PARENT_YES}{found.id}",
        _("Ouder zegt ja"),
        title=_("Zei de ouder ja?"),
        sentence=_("De koppeling start. {name} krijgt de voornaam en het nummer of adres van de ouder.", name=name),
        yes=_("Ja, start de koppeling"),
        danger=False,
    )
    no = confirm(
        f"{PARENT_NO}{found.id}",
        _("Ouder zegt nee"),
        title=_("Zei de ouder nee?"),
        sentence=_("{name} krijgt bericht. De ouder houdt de plaats in de rij.", name=name),
        yes=_("Ja, noteer het nee"),
    )
    return yes, no


def _withdraw(found: ProposalRow, name: str) -> Component:
    return confirm(
        f"{WITHDRAW}{found.id}",
        _("Trek het voorstel in"),
        title=_("Voorstel intrekken?"),
        sentence=_("{name} krijgt bericht. Daarna kunt u iemand anders vragen.", name=name),
        yes=_("Ja, intrekken"),
    )
