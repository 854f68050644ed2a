"""Forgotten the password: asking for a letter with a link, with the same answer for every address."""

from flask import Blueprint, render_template, request

from domain import passwords
from domain.refused import Refused
from domain.texts import say
from web.services import Services

ADDRESS = "/wachtwoord-vergeten"
Answer = str | tuple[str, int]


def add_forgotten(pages: Blueprint, services: Services) -> None:
    @pages.get(ADDRESS)
    def offer_letter() -> Answer:
        return _page()

    @pages.post(ADDRESS)
    def ask_letter() -> Answer:
        email = request.form.get("email", "").strip()[:200]
        try:
            _ask(services, email)
        except Refused as refused:
            return _page(email, say(refused)), 429
        return render_template("letter_asked.html", days=passwords.LINK_DAYS)


def _ask(services: Services, email: str) -> None:
    """The attempt is counted before anything is looked up."""
    now = services.now()
    with services.database.writing() as session:
        passwords.count_asking(session, email, source=request.remote_addr or "", now=now)
    with services.database.writing() as session:
        passwords.ask(session, email, now=now)


def _page(email: str = "", error: str = "") -> str:
    return render_template("forgotten.html", email=email, error=error)
