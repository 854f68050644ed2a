"""Choosing a password through the link in a letter: for staff and buddies, who are not signed in yet."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from domain import accounts, links, passwords
from domain.refused import Refused
from domain.texts import say
from public.links import LinkPage
from web.services import Services

GONE, UNPROCESSABLE = 410, 422


def _show(services: Services, token: str, _account_id: int) -> ResponseReturnValue:
    with services.database.reading() as session:
        used = links.is_used(session, token)
    return _used() if used else _draw()


def _choose(services: Services, token: str, _account_id: int) -> ResponseReturnValue:
    try:
        with services.database.writing() as session:
            passwords.choose(session, token, request.form.get("password", "")[:1000], now=services.now())
    except Refused as refused:
        if refused.key == "link.used":
            return _used()
        if refused.field != "password":
            raise
        return _draw(say(refused)), UNPROCESSABLE
    return render_template("password_chosen.html")


def _draw(error: str = "") -> str:
    return render_template("choose_password.html", error=error, least=accounts.LEAST_PASSWORD)


def _used() -> tuple[str, int]:
    return render_template("password_link_used.html", said=say(Refused("link.used"))), GONE


LINK_PAGE = LinkPage(_show, _choose)
