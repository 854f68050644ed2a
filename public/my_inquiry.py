"""One's own question: by the code that was shown once, or by the link in a letter. Read, react, stop, erase."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from domain import crisis, links
from domain.inquiring import asking
from domain.refused import Refused
from domain.texts import say
from public import doorman
from public.links import LinkPage
from public.quiet_limits import QuietLimit
from store.door_states import Audience, InquiryKind, InquiryState
from store.queries import inquiries
from store.sessions import Session
from store.states import LinkPurpose
from store.wiping import empty_the_log
from web.headers import keep_address_private
from web.services import Services
from web.typed_again import typed

PATH = "/mijn-vraag"
UNPROCESSABLE = 422
MOST, MINUTES = 20, 15


def routes(site: Blueprint, services: Services) -> None:
    limit = QuietLimit("inquiry.too_many_codes", most=MOST, minutes=MINUTES)

    @site.get(PATH)
    def ask_code() -> ResponseReturnValue:
        return render_template("my_inquiry_code.html", code="", error="", gone="gewist" in request.args)

    @site.post(PATH)
    def with_code() -> ResponseReturnValue:
        keep_address_private()
        code = request.form.get("code", "")
        try:
            with services.database.reading() as session:
                number = asking.with_code(session, code)
        except Refused as refused:
            return _wrong_code(services, code, refused, limit)
        return _answered(services, number, code)


def _wrong_code(services: Services, code: str, refused: Refused, limit: QuietLimit) -> ResponseReturnValue:
    """Only what is wrong is counted, and in memory: who reads an answer leaves no trace."""
    try:
        limit.count(doorman.source(), services.now())
    except Refused as enough:
        refused = enough
    shown = {"code": code, "error": say(refused), "gone": False, "before": typed()}
    return render_template("my_inquiry_code.html", **shown), UNPROCESSABLE


def _answered(services: Services, number: int, code: str) -> ResponseReturnValue:
    try:
        with services.database.writing() as session:
            erased = _do(session, number, services)
    except Refused as refused:
        return _draw(services, number, code=code, error=say(refused)), UNPROCESSABLE
    return _erased(services) if erased else _draw(services, number, code=code)


def _do(session: Session, number: int, services: Services) -> bool:
    """Do what the button says, if one was pressed; gives whether nothing is left."""
    now = services.now()
    match request.form.get("do"):
        case "react":
            asking.react(session, number, request.form.get("words", ""), now=now)
        case "close":
            asking.close(session, number, now=now)
        case "erase":
            asking.take_away(session, number)
            return True
    return False


def _show(services: Services, _token: str, number: int) -> ResponseReturnValue:
    return _draw(services, number)


def _act(services: Services, token: str, number: int) -> ResponseReturnValue:
    try:
        with services.database.writing() as session:
            links.use(session, token, LinkPurpose.INQUIRY, now=services.now())
            erased = _do(session, number, services)
    except Refused as refused:
        return _draw(services, number, error=say(refused)), UNPROCESSABLE
    return _erased(services) if erased else redirect(f"/link/{token}", 303)


def _erased(services: Services) -> ResponseReturnValue:
    empty_the_log(services.database)
    return redirect(f"{PATH}?gewist=1", 303)


def _draw(services: Services, number: int, *, code: str = "", error: str = "") -> str:
    with services.database.reading() as session:
        one = inquiries.one(session, number)
        if one is None:
            raise Refused("not_found")
        said = request.form.get("words", "")
        danger = one.is_urgent or (bool(said) and crisis.speaks_of_danger(session, said))
        helplines = crisis.helplines(session, one.audience) if danger else ()
    return render_template(
        "my_inquiry.html",
        one=one,
        code=code,
        error=error,
        typed=said if error else "",
        helplines=helplines,
        young=one.audience is Audience.YOUNG,
        call=one.kind is InquiryKind.CALL_BACK,
        states=InquiryState,
    )


LINK_PAGE = LinkPage(_show, _act)
