"""A parent changes their own request: the same form as asking, filled in, behind the link."""

from collections.abc import Mapping
from dataclasses import replace

from flask import redirect, render_template
from flask.typing import ResponseReturnValue

from domain import forms, links
from domain.checking import check
from domain.forms import Form
from domain.matchmaking import own_change, requests
from domain.matchmaking.wishes import wish
from domain.refused import Refused
from domain.texts import say
from public.requests import FORM, UNPROCESSABLE
from public.typed import typed
from store.queries.matchmaking import requests as found
from store.queries.matchmaking.requests import Asked, Asker
from store.sessions import Session
from store.states import LinkPurpose, RequestState
from web.services import Services

SAME = ("sector", "age_band", "contact_modes", "moments", "languages", "style", "avoid_own_municipality")


def draw(services: Services, request_id: int) -> ResponseReturnValue:
    """The form with what the parent gave before; a request that ended says so instead."""
    with services.database.reading() as session:
        one, who = found.one(session, request_id), found.asker(session, request_id)
        if one is None or who is None:
            raise Refused("not_found")
        if one.state not in requests.WAITING:
            raise Refused("request.over")
        form = _form(session, one)
    return _page(form, one.state, _values(one, who))


def save(services: Services, token: str, request_id: int) -> ResponseReturnValue:
    """Keep the change and show the request; what is wrong is said at its field, and nothing typed is lost."""
    now = services.now()
    with services.database.reading() as session:
        one = found.one(session, request_id)
        if one is None:
            raise Refused("not_found")
        form = _form(session, one)
    checked = check(form, typed(form))
    if checked.errors:
        return _page(form, one.state, typed(form), errors=checked.errors)
    try:
        with services.database.writing() as session:
            number = links.use(session, token, LinkPurpose.REQUEST, now=now)
            own_change.change(session, number, wish(checked), now=now)
    except Refused as refused:
        errors = {refused.field: say(refused)} if refused.field else {}
        return _page(form, one.state, typed(form), errors=errors, message="" if errors else say(refused))
    return redirect(f"/link/{token}?gewijzigd=1", 303)


def _form(session: Session, one: Asked) -> Form:
    """With the topics of this request, also those out of use, and without the consent that was given."""
    form = forms.load(session, FORM, kept=one.topic_codes)
    return replace(form, fields=tuple(field for field in form.fields if field.key != "consent"))


def _values(one: Asked, who: Asker) -> dict[str, object]:
    return {
        **{key: getattr(one, key) for key in SAME},
        "name": who.name,
        "email": who.email,
        "phone": who.phone,
        "municipality": one.municipality_code,
        "topics": one.topic_codes,
    }


def _page(
    form: Form,
    state: RequestState,
    values: Mapping[str, object],
    *,
    errors: Mapping[str, str] | None = None,
    message: str = "",
) -> ResponseReturnValue:
    page = render_template(
        "request_change.html",
        form=form,
        values=values,
        errors=errors or {},
        message=message,
        asked=state is RequestState.PROPOSED,
    )
    return page, UNPROCESSABLE if errors or message else 200
