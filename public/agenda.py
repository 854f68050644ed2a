"""The agenda: what parents can come to, by place and topic, per region, on another site, and as a calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, abort, render_template, request

from domain.forms import Option
from domain.gatherings.calendars import calendar_event
from i18n import language
from mail.calendar_file import feed
from public.calendar_file import calendar_answer
from public.event_data import events_data
from public.wording import hours, seats
from store.queries.gatherings import agenda, events
from store.queries.gatherings.events import EventFacts
from web.headers import embeddable
from web.languages import QUESTION
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
    def whole_agenda() -> str:
        return _page(services, "agenda.html", where=_asked("waar"))

    @site.get("/agenda.ics")
    def agenda_feed() -> Response:
        return _feed(services, where=_asked("waar"))

    @site.get("/agenda/<region>")
    def region_agenda(region: str) -> str:
        return _page(services, "agenda.html", where=region, region=_region(services, region))

    @site.get("/agenda/<region>.ics")
    def region_feed(region: str) -> Response:
        return _feed(services, where=region, name=_region(services, region))

    @site.get("/agenda/<region>/insluiten")
    def region_to_embed(region: str) -> str:
        embeddable()
        return _page(services, "agenda_embedded.html", where=region, region=_region(services, region))


def _page(services: Services, template: str, *, where: str, region: str = "") -> str:
    """`region` is the name of the region whose page this is, empty for the whole agenda."""
    topic, now = _asked("onderwerp"), services.now()
    with services.database.reading() as session:
        everything = events.agenda(session, now=now)
        found = events.agenda(session, now=now, where=where, topic=topic) if where or topic else everything
        regions = events.regions(session)
    shown: Mapping[str, Any] = {
        "events": found,
        "filters": Filters(where, topic, _places(everything, regions), _topics(everything)),
        "region": region,
        "data": events_data(found, organisation=current_organisation().name, public_url=services.public_url),
        "keep": f"?{QUESTION}={language()}" if QUESTION in request.args else "",
    }
    return render_template(template, **shown, seats=seats, hours=hours, now=now)


def _feed(services: Services, *, where: str, name: str = "") -> Response:
    with services.database.reading() as session:
        found = events.agenda(session, now=services.now(), where=where, topic=_asked("onderwerp"))
    entries = [calendar_event(one, public_url=services.public_url) for one in found]
    title = " · ".join(filter(None, (current_organisation().name, name)))
    return calendar_answer((title, entries), lambda: feed(entries, name=title), "agenda.ics")


def _region(services: Services, key: str) -> str:
    with services.database.reading() as session:
        return agenda.region_name(session, key) or abort(404)


def _asked(name: str) -> str:
    return request.args.get(name, "")[:LONGEST]


def _places(found: tuple[EventFacts, ...], regions: Mapping[str, str]) -> tuple[Option, ...]:
    """The regions, when there are several, and the municipalities where something is to come."""
    names = {one.municipality_code: one.municipality for one in found}
    by_name = sorted(names.items(), key=lambda pair: pair[1])
    several = regions.items() if len(regions) > 1 else ()
    return tuple(Option(key, name) for key, name in (*several, *by_name))


def _topics(found: tuple[EventFacts, ...]) -> tuple[Option, ...]:
    names = {topic.code: topic.name for one in found for topic in one.topics}
    return tuple(Option(code, name) for code, name in sorted(names.items(), key=lambda pair: pair[1]))
