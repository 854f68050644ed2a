"""How it was: two questions behind the link in the letter after a gathering, answered once and by nobody by name."""

from collections.abc import Mapping

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from domain import forms, links
from domain.checking import Checked, check
from domain.forms import Form
from domain.refused import Refused
from domain.taking_part import feedback
from public.links import LinkPage
from store.queries.gatherings import events
from web.services import Services

UNPROCESSABLE = 422
NOTHING: Mapping[str, str] = {}


def _show(services: Services, token: str, event_id: int) -> ResponseReturnValue:
    return _draw(services, token, event_id)


def _answer(services: Services, token: str, event_id: int) -> ResponseReturnValue:
    """Write the answer down; when somebody did so before through this link, the page says that."""
    with services.database.reading() as session:
        checked = check(forms.load(session, "feedback"), request.form)
    if checked.errors:
        return _draw(services, token, event_id, checked.errors), UNPROCESSABLE
    try:
        _give(services, token, checked)
    except Refused as refused:
        if refused.key != "link.used":
            raise
    return redirect(f"/link/{token}", 303)


def _give(services: Services, token: str, checked: Checked) -> None:
    helped = checked.text("helped")
    with services.database.writing() as session:
        chosen = int(helped) if helped.isdecimal() else None
        feedback.give(session, token, chosen, checked.text("remark"), now=services.now())


def _draw(services: Services, token: str, event_id: int, errors: Mapping[str, str] = NOTHING) -> str:
    with services.database.reading() as session:
        event, given = events.event(session, event_id), links.is_used(session, token)
        form: Form = forms.load(session, "feedback")
    if event is None:
        raise Refused("not_found")
    return render_template("feedback.html", event=event, given=given, form=form, typed=request.form, errors=errors)


LINK_PAGE = LinkPage(_show, _answer)
