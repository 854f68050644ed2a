"""One's own sign-up, through the link in the letter: how it stands, coming with more or fewer, giving it up."""

from flask import abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from domain import forms, links, sign_ups
from domain.actors import PARENT
from domain.checking import check
from domain.refused import Refused
from domain.texts import say
from public.links import LinkPage
from public.wording import hours
from store.queries import events
from store.queries import sign_ups as shown
from store.sessions import Session
from store.states import EventState, LinkPurpose, SignUpState
from web.services import Services

STILL_IN = (SignUpState.CONFIRMED, SignUpState.WAITING)


def show(services: Services, token: str, sign_up_id: int) -> ResponseReturnValue:
    return _draw(services, sign_up_id)


def act(services: Services, token: str, sign_up_id: int) -> ResponseReturnValue:
    """Give the place up, or come with another number of people; the page then shows how it stands."""
    try:
        with services.database.writing() as session:
            links.use(session, token, LinkPurpose.SIGN_UP, now=services.now())
            if "afmelden" in request.form:
                sign_ups.cancel(session, sign_up_id, by=PARENT, now=services.now())
            else:
                sign_ups.change_party(session, sign_up_id, _people(session), by=PARENT, now=services.now())
    except Refused as refused:
        return _draw(services, sign_up_id, error=say(refused))
    return redirect(f"/link/{token}", 303)


LINK_PAGE = LinkPage(show, act)


def _people(session: Session) -> int:
    checked = check(forms.load(session, "sign_up"), {"party": request.form.get("party")})
    people = checked.number("party")
    if people is None:
        raise Refused("signup.party_unknown", field="party")
    return people


def _draw(services: Services, sign_up_id: int, *, error: str = "") -> ResponseReturnValue:
    now = services.now()
    with services.database.reading() as session:
        mine = shown.one(session, sign_up_id) or abort(404)
        event = events.event(session, mine.event_id) or abort(404)
        field = forms.load(session, "sign_up").field("party")
    page = render_template(
        "my_sign_up.html",
        mine=mine,
        event=event,
        hours=hours(event),
        field=field,
        error=error,
        typed=request.form.get("party", mine.party),
        called_off=event.state is EventState.CANCELLED,
        changeable=mine.state in STILL_IN and event.state is not EventState.CANCELLED and now < event.starts_at,
        came=mine.state in (SignUpState.ATTENDED, SignUpState.ABSENT),
    )
    return page, 422 if error else 200
