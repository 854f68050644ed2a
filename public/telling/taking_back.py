"""Back with the code: how a story stands, and deleting it at once."""

from datetime import datetime

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from domain import time_limits
from domain.refused import Refused
from domain.stories import consent_texts, withdrawing
from domain.texts import say
from public import doorman
from public.quiet_limits import QuietLimit
from store.wiping import empty_the_log
from web.headers import keep_address_private
from web.services import Services

UNPROCESSABLE = 422
MOST, MINUTES = 30, 60


def routes(site: Blueprint, services: Services) -> None:
    limit = QuietLimit("limit.reached", most=MOST, minutes=MINUTES)

    @site.get("/vertellis/weg")
    def story_back() -> ResponseReturnValue:
        return _ask(services)

    @site.post("/vertellis/weg")
    def story_take_back() -> ResponseReturnValue:
        keep_address_private()
        code = request.form.get("code", "")[:80]
        try:
            return _answer(services, code)
        except Refused as refused:
            return _ask(services, code, say(_counted(limit, refused, services.now()))), UNPROCESSABLE


def _counted(limit: QuietLimit, wrong: Refused, now: datetime) -> Refused:
    """Only codes that are wrong count: what a neighbour on the network tries may never keep a story here."""
    try:
        limit.count(doorman.source(), now)
    except Refused as too_many:
        return too_many
    return wrong


def _ask(services: Services, code: str = "", error: str = "") -> str:
    """For the code, and how long we keep what was told when it is lost."""
    with services.database.reading() as session:
        term = time_limits.in_words(time_limits.load(session).story_told)
    return render_template("story_back.html", code=code, error=error, standing=None, gone=False, term=term)


def _answer(services: Services, code: str) -> str:
    """The standing of the story; after “wis” that it is gone, which is also so when it was gone already."""
    if request.form.get("do") == "wis":
        with services.database.writing() as session:
            erased = withdrawing.withdraw(session, code)
        if erased:  # costly: who makes up codes must not make us do it
            empty_the_log(services.database)
        return render_template("story_back.html", code="", error="", standing=None, gone=True)
    with services.database.reading() as session:
        standing = withdrawing.standing(session, code)
    whole = standing.consent_text in consent_texts.WHOLE
    return render_template("story_back.html", code=code, error="", standing=standing, whole=whole, gone=False)
