"""Signing up for a gathering: checked on the server, and everything typed is kept when something is wrong."""

from collections.abc import Mapping

from flask import Blueprint, abort, redirect
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from domain import limits
from domain.actors import PARENT
from domain.checking import Checked, check
from domain.forms import Form
from domain.refused import Refused
from domain.taking_part import sign_ups
from domain.taking_part.party import party
from domain.texts import say
from i18n import _
from public import doorman
from public.cafe_page import draw
from public.kept_forms import KeptForms
from public.typed import typed
from store.database import Busy
from store.queries.gatherings import events
from web.services import Services

MOST, MINUTES = 40, 10  # a hall full of parents on one network may sign up; a program may not go on for long


def routes(site: Blueprint, services: Services) -> None:
    kept = KeptForms(services)

    @site.get("/cafe/<int:event_id>/aanmelden")
    def back_to_cafe(event_id: int) -> Response:
        """Where the language was switched after a mistake in the form: the form is on the page of the gathering."""
        return redirect(f"/cafe/{event_id}#aanmelden")

    @site.post("/cafe/<int:event_id>/aanmelden")
    def sign_up(event_id: int) -> ResponseReturnValue:
        form = kept.of(event_id) or abort(404)
        checked = check(form, typed(form))
        if errors := {**_unreachable(checked), **checked.errors}:
            return _again(services, event_id, form, errors=errors)
        try:
            token = _sign_up(services, event_id, checked)
        except Busy:
            return _again(
                services, event_id, form, message=_("Het is erg druk. Probeer het over een paar tellen weer.")
            )
        except Refused as refused:
            said = say(refused)
            if refused.field:
                return _again(services, event_id, form, errors={refused.field: said})
            return _again(services, event_id, form, message=said)
        return redirect(f"/link/{token}", 303)


def _unreachable(checked: Checked) -> dict[str, str]:
    """Said together with the other errors, so that nobody has to send the form a third time."""
    try:
        party(checked).contact  # noqa: B018 - asked for its refusal
    except Refused as refused:
        return {refused.field or "": say(refused)}
    return {}


def _sign_up(services: Services, event_id: int, checked: Checked) -> str:
    """The secret of the link to the new sign-up. The attempt is counted, also when it is refused."""
    now = services.now()
    doorman.check(now)
    with services.database.writing() as session:
        limits.count(session, "sign up from", doorman.source(), most=MOST, minutes=MINUTES, now=now)
        try:
            made = sign_ups.sign_up(session, event_id, party(checked), by=PARENT, now=now)
        except Refused as refused:
            answer = refused
        else:
            return sign_ups.link(session, made.id, until=made.event_ends, now=now)
    raise answer


def _again(
    services: Services, event_id: int, form: Form, *, errors: Mapping[str, str] | None = None, message: str = ""
) -> ResponseReturnValue:
    with services.database.reading() as session:
        event = events.public_event(session, event_id) or abort(404)
    return draw(event, form, services, typed=typed(form), errors=errors, message=message)
