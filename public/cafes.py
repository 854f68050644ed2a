"""The page of one gathering, with the form to sign up, and its calendar file."""

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from domain import forms
from domain.gatherings.calendars import calendar_event
from domain.taking_part.party import without_choice
from mail.calendar_file import write
from public.cafe_page import draw
from public.calendar_file import calendar_answer
from store.queries.gatherings import events
from store.queries.gatherings.events import EventFacts
from web.organisation import current_organisation
from web.services import Services


def routes(site: Blueprint, services: Services) -> None:
    @site.get("/cafe/<int:event_id>")
    def cafe(event_id: int) -> ResponseReturnValue:
        with services.database.reading() as session:
            event = events.public_event(session, event_id) or abort(404)
            form = without_choice(forms.load(session, "sign_up"), event.online_seats)
        return draw(event, form, services, typed={"party": "1"})

    @site.get("/cafe/<int:event_id>/agenda.ics")
    def cafe_calendar(event_id: int) -> Response:
        with services.database.reading() as session:
            event = events.public_event(session, event_id) or abort(404)
        return _file(event, services)


def _file(event: EventFacts, services: Services) -> Response:
    entry, organizer = calendar_event(event, public_url=services.public_url), current_organisation().email
    facts = (entry, organizer)
    return calendar_answer(facts, lambda: write(entry, method="PUBLISH", organizer=organizer), f"cafe-{event.id}.ics")
