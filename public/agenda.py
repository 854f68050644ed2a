"""The agenda: what parents can come to, by place and topic, also as a calendar to subscribe to."""

from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request

from domain.calendars import calendar_event
from domain.forms import Option
from mail.calendar_file import feed
from public.calendar_file import calendar_answer
from public.wording import hours, seats
from store.queries import events
from store.queries.events import EventFacts
from web.organisation import current_organisation
from web.services import Services

LONGEST = 40


@dataclass(frozen=True)
class Filters:
    """What the address asks for, and what there is to choose from."""

    where: str
    topic: str
    places: tuple[Option, ...]
    topics: tuple[Option, ...]

    @property
    def used(self) -> bool:
        return bool(self.where or self.topic)


def routes(site: Blueprint, services: Services) -> None:
    @site.get("/agenda")
    def agenda() -> str:
        where, topic = _asked("waar"), _asked("onderwerp")
        now = services.now()
        with services.database.reading() as session:
            everything = events.agenda(session, now=now)
            found = events.agenda(session, now=now, where=where, topic=topic) if where or topic else everything
            regions = events.regions(session)
        places = _places(everything, regions)
        filters = Filters(where, topic, places, _topics(everything))
        return render_template("agenda.html", events=found, filters=filters, seats=seats, hours=hours, now=now)

    @site.get("/agenda.ics")
    def agenda_feed() -> Response:
        with services.database.reading() as session:
            found = events.agenda(session, now=services.now(), where=_asked("waar"), topic=_asked("onderwerp"))
        entries = [calendar_event(one, public_url=services.public_url) for one in found]
        return calendar_answer(feed(entries, name=current_organisation().name), "agenda.ics")


def _asked(name: str) -> str:
    return request.args.get(name, "")[:LONGEST]


def _places(found: tuple[EventFacts, ...], regions: dict[str, str]) -> tuple[Option, ...]:
    """The regions, when there are several, and the municipalities where something is to come."""
    names = {one.municipality_code: one.municipality for one in found}
    by_name = sorted(names.items(), key=lambda pair: pair[1])
    several = regions.items() if len(regions) > 1 else ()
    return tuple(Option(key, name) for key, name in (*several, *by_name))


def _topics(found: tuple[EventFacts, ...]) -> tuple[Option, ...]:
    names = {topic.code: topic.name for one in found for topic in one.topics}
    return tuple(Option(code, name) for code, name in sorted(names.items(), key=lambda pair: pair[1]))
