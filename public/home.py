"""The first page, and the pages of plain words: who sees what, accessibility."""

from flask import Blueprint, Response, render_template

from public.wording import hours, seats
from store.queries import events, told
from store.states import EventState
from web.services import Services

SHOWN = 3
ROBOTS = """User-agent: *
Disallow: /link/
Disallow: /mijn-vraag
Disallow: /werk/
Disallow: /inloggen
Disallow: /taal/
"""


def routes(site: Blueprint, services: Services) -> None:
    @site.get("/")
    def home() -> str:
        now = services.now()
        with services.database.reading() as session:
            agenda = events.agenda(session, now=now)
            latest = next(iter(told.told(session)), None)
        coming = [one for one in agenda if one.state is EventState.OPEN and one.starts_at > now]
        return render_template("home.html", events=coming[:SHOWN], told=latest, seats=seats, hours=hours, now=now)

    @site.get("/wie-ziet-wat")
    def who_sees_what() -> str:
        return render_template("who_sees_what.html")

    @site.get("/toegankelijkheid")
    def accessibility() -> str:
        return render_template("accessibility.html")

    @site.get("/robots.txt")
    def robots() -> Response:
        return Response(ROBOTS, mimetype="text/plain")
