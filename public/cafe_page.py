"""The page of one gathering: its facts, and the form with what was typed into it."""

from collections.abc import Mapping

from flask import render_template
from flask.typing import ResponseReturnValue

from domain.forms import Form
from public import doorman
from public.event_data import events_data
from public.wording import can_sign_up, hours, seats
from store.queries.gatherings.events import EventFacts
from web.organisation import current_organisation
from web.services import Services

UNPROCESSABLE = 422


def draw(
    event: EventFacts,
    form: Form,
    services: Services,
    *,
    typed: Mapping[str, object],
    errors: Mapping[str, str] | None = None,
    message: str = "",
) -> ResponseReturnValue:
    """The page; with errors by field, or a message about the whole, everything typed is still there."""
    now = services.now()
    page = render_template(
        "cafe.html",
        event=event,
        data=events_data([event], organisation=current_organisation().name, public_url=services.public_url),
        form=form,
        typed=typed,
        errors=errors or {},
        message=message,
        badge=seats(event, now),
        hours=hours(event),
        open=can_sign_up(event, now),
        hidden_fields=doorman.hidden_fields(now),
    )
    return page, UNPROCESSABLE if errors or message else 200
