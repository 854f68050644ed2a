"""Calendars behind a secret address: of one buddy, of one coordinator."""

from flask import Blueprint, Response, abort

from domain.gatherings import feeds
from mail.calendar_file import feed
from public.calendar_file import calendar_answer
from web.organisation import current_organisation
from web.services import Services


def routes(site: Blueprint, services: Services) -> None:
    @site.get("/agenda/feed/<secret>.ics")
    def secret_feed(secret: str) -> Response:
        with services.database.reading() as session:
            followed = feeds.find(session, secret) or abort(404)
            entries = feeds.entries(session, followed, public_url=services.public_url, now=services.now())
        name = current_organisation().name
        answer = calendar_answer(
            (name, entries), lambda: feed(entries, name=name), "agenda.ics", cache="private, no-cache"
        )
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"
        return answer
