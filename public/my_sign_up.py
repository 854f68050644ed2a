"""One's own sign-up, through the link in the letter: how it stands, an offer to answer, a change, giving it up."""

from collections.abc import Callable, Mapping
from datetime import datetime

from flask import abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from domain import forms, links
from domain.actors import PARENT
from domain.checking import check
from domain.refused import Refused
from domain.taking_part import offers, sign_ups, why_waiting
from domain.taking_part.line import Reason
from domain.taking_part.waiting_list import GIVES_SEATS
from domain.texts import say
from public.links import LinkPage
from public.wording import hours
from store.queries.gatherings import events
from store.queries.gatherings import sign_ups as shown
from store.queries.gatherings.events import EventFacts
from store.queries.gatherings.sign_ups import SignUpFacts
from store.sessions import Session
from store.states import EventState, LinkPurpose, SignUpState
from web.services import Services

STILL_IN = (SignUpState.CONFIRMED, SignUpState.WAITING, SignUpState.REQUESTED)
OVER = (SignUpState.ATTENDED, SignUpState.ABSENT)


def show(services: Services, token: str, sign_up_id: int) -> ResponseReturnValue:
    return _draw(services, sign_up_id)


def act(services: Services, token: str, sign_up_id: int) -> ResponseReturnValue:
    """Do what the button says; the page then shows how it stands."""
    now = services.now()
    try:
        with services.database.writing() as session:
            links.use(session, token, LinkPurpose.SIGN_UP, now=now)
            asked = next((name for name in ANSWERS if name in request.form), None)
            if asked:
                ANSWERS[asked](session, sign_up_id, by=PARENT, now=now)
            else:
                sign_ups.change_party(session, sign_up_id, _people(session), by=PARENT, now=now)
    except Refused as refused:
        return _draw(services, sign_up_id, error=say(refused), about=refused.field or "")
    return redirect(f"/link/{token}", 303)


LINK_PAGE = LinkPage(show, act)
# The buttons of the page by name; without one it is the form with the number of people.
ANSWERS: Mapping[str, Callable[..., None]] = {
    "afmelden": sign_ups.cancel,
    "terug": sign_ups.undo,
    "ja": offers.accept,
    "nee": offers.decline,
}


def _people(session: Session) -> int:
    checked = check(forms.load(session, "sign_up"), {"party": request.form.get("party")})
    people = checked.number("party")
    if people is None:
        raise Refused("signup.party_unknown", field="party")
    return people


def _draw(services: Services, sign_up_id: int, *, error: str = "", about: str = "") -> ResponseReturnValue:
    now = services.now()
    with services.database.reading() as session:
        mine = shown.one(session, sign_up_id) or abort(404)
        event = events.event(session, mine.event_id) or abort(404)
        field = forms.load(session, "sign_up").field("party")
        why = why_waiting.why(session, sign_up_id, now=now)
    page = render_template(
        "my_sign_up.html",
        mine=mine,
        event=event,
        hours=hours(event),
        field=field,
        error=error,
        about=about,
        why=why and why_waiting.sentence(why),
        first_come=bool(why and why.reason is Reason.FIRST_COME),
        typed=request.form.get("party", mine.party),
        **_standing(event, mine, now),
    )
    return page, 422 if error else 200


def _standing(event: EventFacts, mine: SignUpFacts, now: datetime) -> dict[str, bool]:
    goes_on = event.state in GIVES_SEATS and now < event.starts_at
    return {
        "called_off": event.state in (EventState.CANCELLED, EventState.SKIPPED),
        "changeable": mine.state in STILL_IN and goes_on,
        "came": mine.state in OVER,
        "offered": mine.state is SignUpState.OFFERED and bool(mine.offered_until and now < mine.offered_until),
        "undoable": bool(mine.undo_until and now < mine.undo_until) and goes_on,
    }
