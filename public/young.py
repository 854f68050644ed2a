"""A track of their own for young people: their rights, their questions, and where they find help at once."""

from flask import Blueprint, render_template

from domain.crisis import helplines
from domain.information.words import addresses
from public.information import of_kind
from store.door_states import ArticleKind, Audience
from store.queries import articles
from web.services import Services


def routes(site: Blueprint, services: Services) -> None:
    @site.get("/jong")
    def young() -> str:
        with services.database.reading() as session:
            pages = articles.titles(session, Audience.YOUNG)
            found, help_now = addresses(session, Audience.YOUNG), helplines(session, Audience.YOUNG)
        kinds = {str(kind): of_kind(pages, kind) for kind in ArticleKind}
        return render_template("young.html", **kinds, addresses=found, helplines=help_now)
