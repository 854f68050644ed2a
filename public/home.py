"""The first page, and the pages of plain words: who sees what, accessibility."""

from flask import Blueprint, Response, render_template

from domain import time_limits
from public.information import of_kind
from public.wording import hours, seats
from store.door_states import ArticleKind, Audience
from store.queries import articles
from store.queries.gatherings import events
from store.queries.improving import told
from store.states import EventState
from web.services import Services

SHOWN, SUBJECTS = 3, 6
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
            pages = articles.titles(session, Audience.PARENTS)
        coming = [one for one in agenda if one.state is EventState.OPEN and one.starts_at > now]
        shown = {"events": coming[:SHOWN], "told": latest, "subjects": of_kind(pages, ArticleKind.TOPIC)[:SUBJECTS]}
        return render_template("home.html", **shown, seats=seats, hours=hours, now=now)

    @site.get("/wie-ziet-wat")
    def who_sees_what() -> str:
        with services.database.reading() as session:
            limits = time_limits.load(session)
        return render_template("who_sees_what.html", limits=limits, in_words=time_limits.in_words)

    @site.get("/toegankelijkheid")
    def accessibility() -> str:
        return render_template("accessibility.html")

    @site.get("/robots.txt")
    def robots() -> Response:
        return Response(ROBOTS, mimetype="text/plain")
