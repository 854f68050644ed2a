"""In which language a reader is spoken to, and how to switch."""

from collections.abc import Mapping
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response

from i18n import LANGUAGES, VISITORS_LANGUAGES, language, use_language
from web.organisation import current_organisation

COOKIE = QUESTION = "taal"
WORKPLACE, FILES = "/werk", "/static/"
A_YEAR = 365 * 24 * 3600


def local_address(wanted: str | None, otherwise: str = "/") -> str:
    """`wanted` when it is a path on this server, else `otherwise`: a link may never send somebody to another site."""
    if not wanted or not wanted.startswith("/") or wanted[1:2] in ("/", "\\") or "\n" in wanted or "\r" in wanted:
        return otherwise
    parts = urlsplit(wanted)
    return otherwise if parts.scheme or parts.netloc else wanted


def _choose() -> None:
    """What the address says, else what was chosen before, else what the browser asks for."""
    browser = request.accept_languages
    wishes = (
        request.args.get(QUESTION),
        request.cookies.get(COOKIE),
        browser.best_match([*LANGUAGES, *VISITORS_LANGUAGES]),
        browser.best_match(list(LANGUAGES)),
    )
    chosen = next((wish for wish in wishes if wish and _is_spoken_here(wish)), "")
    use_language(chosen, more=VISITORS_LANGUAGES)


def _is_spoken_here(code: str) -> bool:
    """The organisation is only asked when somebody wishes a language that it may have switched on."""
    return code in LANGUAGES or (code in VISITORS_LANGUAGES and code in visitors_languages())


def visitors_languages() -> Mapping[str, str]:
    """The languages that this support point added for its visitors, by code; staff read Dutch or English."""
    if request.path.startswith((WORKPLACE, FILES)):
        return {}
    switched_on = current_organisation().languages.split()
    return {code: name for code, name in VISITORS_LANGUAGES.items() if code in switched_on}


def _remember(response: Response) -> Response:
    """A page whose address says a language is a choice as well: the form on it is answered in the same language."""
    asked = request.args.get(QUESTION)
    if asked and asked == language() and asked != request.cookies.get(COOKIE) and response.mimetype == "text/html":
        _keep(response, asked)
    return response


def _keep(response: Response, code: str) -> None:
    response.set_cookie(COOKIE, code, max_age=A_YEAR, samesite="Lax", secure=request.is_secure, httponly=True)


def page_before() -> SplitResult | None:
    """The page of ours that this request comes from, where the browser tells."""
    try:
        referrer = urlsplit(request.referrer or "")
    except ValueError:  # no address at all
        return None
    return referrer if referrer.netloc == request.host else None


def _page_before() -> str:
    referrer = page_before()
    if referrer is None:
        return "/"
    return local_address(f"{referrer.path}?{referrer.query}" if referrer.query else referrer.path)


def switch(code: str) -> Response:
    """Remember the language for a year and go back to the page."""
    if not _is_spoken_here(code):
        abort(404)
    response = redirect(_without_language(local_address(request.args.get("naar"), _page_before())))
    _keep(response, code)
    return response


def _without_language(address: str) -> str:
    """The address without the language in it, which would win from the choice that was just made."""
    path, _mark, question = address.partition("?")
    if not any(name == QUESTION for name, _ in parse_qsl(question)):
        return address
    rest = urlencode([(name, value) for name, value in parse_qsl(question) if name != QUESTION])
    return f"{path}?{rest}" if rest else path


def add_languages(server: Flask) -> None:
    server.before_request(_choose)
    server.after_request(_remember)
    server.add_url_rule("/taal/<code>", "language", switch)
