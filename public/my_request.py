"""A parent's own request, behind the link: how it stands in words, the buddy who said yes, and what to do about it."""

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from domain import forms, links
from domain.actors import PARENT
from domain.care import matches
from domain.matchmaking import agreement, asked, erasing, requests, still_wanted
from domain.matchmaking.requests import PROMISED_HOURS
from domain.refused import Refused
from domain.texts import say
from public import my_appointments, request_change, request_copy, three_questions
from public.links import LinkPage
from store.queries.matchmaking import held, my_request, offered
from store.queries.matchmaking import requests as found
from store.sessions import Session
from store.states import LinkPurpose, RequestState
from store.wiping import empty_the_log
from web.services import Services

CONFLICT = 409


def _show(services: Services, _token: str, request_id: int) -> ResponseReturnValue:
    """How it stands, or what `bekijk` in the address asks for."""
    match request.args.get("bekijk"):
        case "wijzigen":
            return request_change.draw(services, request_id)
        case "gegevens":
            return request_copy.page(services, request_id)
        case "bestand":
            return request_copy.file(services, request_id)
        case "tekst":
            return request_copy.text(services, request_id)
    return _draw(services, request_id)


def _act(services: Services, token: str, request_id: int) -> ResponseReturnValue:
    """Do what the button says; a buddy who can't after all is told kindly, and the search goes on."""
    now = services.now()
    if request.form.get("do") == "change":
        return request_change.save(services, token, request_id)
    if request.form.get("do") == "erase":
        return _erase(services, token)
    try:
        with services.database.writing() as session:
            number = links.use(session, token, LinkPurpose.REQUEST, now=now)
            _do(session, number, services)
    except Refused as refused:
        if refused.key == "proposal.no_room_left":
            with services.database.writing() as session:
                agreement.fall_through(session, _proposal(session, request_id), by=PARENT, now=now)
        return _draw(services, request_id, said=say(refused)), CONFLICT
    return redirect(f"/link/{token}", 303)


def _erase(services: Services, token: str) -> str:
    """Everything goes, this link too; that is why the page that says so has no address of its own."""
    now = services.now()
    with services.database.writing() as session:
        number = links.use(session, token, LinkPurpose.REQUEST, now=now)
        erasing.erase(session, number, by=PARENT, now=now)
    empty_the_log(services.database)
    return render_template("request_erased.html")


def _do(session: Session, request_id: int, services: Services) -> None:
    now = services.now()
    match request.form.get("do"):
        case "yes":
            agreement.accept_for_parent(session, _proposal(session, request_id), by=PARENT, now=now)
        case "no":
            reason = request.form.get("reason") or None
            agreement.decline_for_parent(session, _proposal(session, request_id), reason, by=PARENT, now=now)
        case "wanted":
            still_wanted.confirm(session, request_id, by=PARENT, now=now)
        case "not_convenient":
            my_appointments.call_off(session, request_id, now)
        case "stop" | "stop_and_search" as do:
            again, reason = do == "stop_and_search", request.form.get("reason") or "agreed"
            matches.end_for_parent(session, request_id, reason, again=again, by=PARENT, now=now)
        case "again":
            requests.again(session, request_id, by=PARENT, now=now)
        case "helped":
            three_questions.give(session, request_id, now)
        case "withdraw":
            requests.withdraw(session, request_id, by=PARENT, now=now)
        case _:
            raise Refused("not_found")


def _proposal(session: Session, request_id: int) -> int:
    """The proposal that the page showed, which must be one of this request."""
    number = request.form.get("proposal", type=int)
    if number is None or number not in {row.id for row in found.proposals(session, request_id)}:
        raise Refused("not_found")
    return number


def _draw(services: Services, request_id: int, *, said: str = "") -> str:
    with services.database.reading() as session:
        one, who = found.one(session, request_id), found.asker(session, request_id)
        if one is None or who is None:
            raise Refused("not_found")
        labels = asked.terms(session)
        offer = offered.to_parent(session, request_id)
        facts = {
            "rows": asked.describe(one, labels),
            "offer": offer,
            "buddy": asked.described_buddy(offer, labels) if offer else None,
            "reasons": forms.terms(session, "parent_decline_reason"),
            "consent_words": held.consent_words(session, who.consent_text),
            "standing": my_request.standing(session, request_id),
            "end_reasons": forms.terms(session, "parent_end_reason"),
            "helped": three_questions.shown(session, request_id, services.now()),
            "meetings": my_appointments.shown(session, request_id, labels, services.now()),
        }
    return render_template(
        "my_request.html",
        one=one,
        who=who,
        said=said,
        states=RequestState,
        hours=PROMISED_HOURS,
        new="nieuw" in request.args,
        changed="gewijzigd" in request.args,
        **facts,
    )


LINK_PAGE = LinkPage(_show, _act)
