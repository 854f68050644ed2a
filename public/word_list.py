"""The word list, and where else people can go."""

from flask import Blueprint, render_template

from domain.crisis import helplines
from domain.information.words import addresses, words
from i18n import written_language
from store.door_states import Audience
from web.services import Services


def routes(site: Blueprint, services: Services) -> None:
    @site.get("/woordenlijst")
    def word_list() -> str:
        with services.database.reading() as session:
            found = words(session)
        return render_template("word_list.html", words=found, spoken=written_language())

    @site.get("/adressen")
    def useful_addresses() -> str:
        with services.database.reading() as session:
            found, help_now = addresses(session), helplines(session, Audience.PARENTS)
        return render_template("addresses.html", addresses=found, helplines=help_now)
