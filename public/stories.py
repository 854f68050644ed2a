"""Stories that their tellers let everybody read, after somebody took out who can be recognised."""

from flask import Blueprint, abort, render_template, request

from domain.stories import consent_texts
from store.queries.stories import published_stories
from web.services import Services

A_PAGE = 10
LONGEST = 4


def routes(site: Blueprint, services: Services) -> None:
    @site.get("/verhalen")
    def stories() -> str:
        asked = request.args.get("blad", "1")
        page = int(asked) if asked.isdecimal() and len(asked) <= LONGEST else 0
        if page < 1:
            abort(404)
        with services.database.reading() as session:
            found, total = published_stories.public_stories(session, consent_texts.WHOLE, (page - 1) * A_PAGE, A_PAGE)
        if not found and page > 1:
            abort(404)
        more = total > page * A_PAGE
        return render_template("stories.html", stories=found, page=page, more=more)
