"""The buddy's answer from the letter: a look is safe, a button answers, and twice is harmless."""

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from domain import forms, links, time_limits
from domain.matchmaking import agreement, asked, proposals
from domain.refused import Refused
from domain.texts import say
from i18n import _
from public.links import LinkPage
from store.queries.buddying import matches
from store.queries.buddying.matches import AskedOfMe
from store.states import LinkPurpose, ProposalState
from web.services import Services

CONFLICT = 409
# What became of a proposal that can no longer be answered, said kindly.
CLOSED = {
    ProposalState.DECLINED: "proposal.declined",
    ProposalState.EXPIRED: "proposal.expired",
    ProposalState.WITHDRAWN: "proposal.withdrawn",
}


def _show(services: Services, _token: str, proposal_id: int) -> ResponseReturnValue:
    return _draw(services, proposal_id)


def _answer(services: Services, token: str, proposal_id: int) -> ResponseReturnValue:
    now = services.now()
    try:
        with services.database.writing() as session:
            number = links.use(session, token, LinkPurpose.PROPOSAL, now=now)
            by = proposals.answering(session, number)
            if request.form.get("answer") == "yes":
                agreement.accept_for_buddy(session, number, by=by, now=now)
            else:
                proposals.decline(session, number, request.form.get("reason") or None, by=by, now=now)
    except Refused as refused:
        return _draw(services, proposal_id, said=say(refused)), CONFLICT
    return redirect(f"/link/{token}", 303)


def _draw(services: Services, proposal_id: int, *, said: str = "") -> str:
    with services.database.reading() as session:
        one = matches.proposal(session, proposal_id)
        if one is None:
            raise Refused("not_found")
        match = matches.of_proposal(session, proposal_id) if one.state is ProposalState.ACCEPTED else None
        rows = asked.describe(one.asked, asked.terms(session))
        reasons = forms.terms(session, "decline_reason")
        term = time_limits.in_words(time_limits.load(session).first_contact)
    closed = _closed(one, services)
    return render_template(
        "my_proposal.html", one=one, match=match, rows=rows, reasons=reasons, said=said or closed, open=not closed,
        states=ProposalState, term=term,
    )  # fmt: skip


def _closed(one: AskedOfMe, services: Services) -> str:
    """Why there is nothing left to answer, or nothing when there is."""
    if one.state is ProposalState.AGREED:
        return _("Wij vragen nu de ouder. U hoort van ons zodra die antwoordt. U hoeft niets te doen.")
    if one.state is ProposalState.SENT:
        return say(Refused("proposal.expired")) if one.answer_by <= services.now() else ""
    return say(Refused(CLOSED.get(one.state, "proposal.answered")))


LINK_PAGE = LinkPage(_show, _answer)
