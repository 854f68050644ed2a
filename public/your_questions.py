"""What was done with the questions of parents: what staff chose to tell, in plain words."""

from flask import Blueprint, render_template

from store.queries import told
from web.services import Services


def routes(site: Blueprint, services: Services) -> None:
    @site.get("/uw-vragen")
    def your_questions() -> str:
        with services.database.reading() as session:
            found = told.told(session)
        return render_template("your_questions.html", told=found)
