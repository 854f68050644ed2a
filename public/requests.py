"""Asking for a buddy; what follows is behind the link (`my_request`)."""

from collections.abc import Mapping

from flask import Blueprint, redirect, render_template
from flask.typing import ResponseReturnValue

from domain import forms, limits
from domain.actors import PARENT
from domain.checking import Checked, check
from domain.forms import Form
from domain.matchmaking import requests
from domain.matchmaking.requests import PROMISED_HOURS
from domain.matchmaking.wishes import consent, wish
from domain.refused import Refused
from domain.texts import say
from i18n import _, language
from public import doorman
from public.typed import typed
from store.database import Busy
from web.services import Services

FORM, DUTCH = "request", "nl"
UNPROCESSABLE = 422
MOST, MINUTES = 10, 60


def routes(site: Blueprint, services: Services) -> None:
    @site.get("/buddy")
    def buddy() -> ResponseReturnValue:
        form = _form(services)
        return _draw(services, form, values={"languages": [_spoken(form)]})

    @site.post("/buddy")
    def ask() -> ResponseReturnValue:
        form = _form(services)
        checked = check(form, typed(form))
        if checked.errors:
            return _draw(services, form, values=typed(form), errors=checked.errors)
        try:
            token = _ask(services, form, checked)
        except Busy:
            busy = _("Het is erg druk. Probeer het over een paar tellen weer.")
            return _draw(services, form, values=typed(form), message=busy)
        except Refused as refused:
            said = say(refused)
            errors = {refused.field: said} if refused.field else {}
            return _draw(services, form, values=typed(form), errors=errors, message="" if errors else said)
        return redirect(f"/link/{token}?nieuw=1", 303)


def _form(services: Services) -> Form:
    with services.database.reading() as session:
        return forms.load(session, FORM)


def _spoken(form: Form) -> str:
    """What the reader most likely speaks: the language of the page, where that can be chosen."""
    offered = {option.key for one in form.fields if one.key == "languages" for option in one.options}
    return language() if language() in offered else DUTCH


def _ask(services: Services, form: Form, checked: Checked) -> str:
    """The secret of the link to the new request. The attempt is counted, also when it is refused."""
    now = services.now()
    doorman.check(now)
    with services.database.writing() as session:
        limits.count(session, "ask from", doorman.source(), most=MOST, minutes=MINUTES, now=now)
        try:
            made = requests.ask(session, wish(checked), consent(form), by=PARENT, now=now)
        except Refused as refused:
            answer = refused
        else:
            return requests.link(session, made, now=now)
    raise answer


def _draw(
    services: Services,
    form: Form,
    *,
    values: Mapping[str, object],
    errors: Mapping[str, str] | None = None,
    message: str = "",
) -> ResponseReturnValue:
    page = render_template(
        "buddy.html",
        form=form,
        values=values,
        errors=errors or {},
        message=message,
        hours=PROMISED_HOURS,
        hidden_fields=doorman.hidden_fields(services.now()),
    )
    return page, UNPROCESSABLE if errors or message else 200
