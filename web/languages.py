"""In which language a reader is spoken to, and how to switch."""

from urllib.parse import urlsplit

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response

from i18n import LANGUAGES, use_language

COOKIE = "taal"
A_YEAR = 365 * 24 * 3600


def local_address(wanted: str | None, otherwise: str = "/") -> str:
    """`wanted` when it is a path on this server, else `otherwise`: a link may never send somebody to another site."""
    if not wanted or not wanted.startswith("/") or wanted[1:2] in ("/", "\\") or "\n" in wanted or "\r" in wanted:
        return otherwise
    parts = urlsplit(wanted)
    return otherwise if parts.scheme or parts.netloc else wanted


def _choose() -> None:
    chosen = request.cookies.get(COOKIE)
    use_language(chosen if chosen in LANGUAGES else request.accept_languages.best_match(list(LANGUAGES)) or "")


def _page_before() -> str:
    referrer = urlsplit(request.referrer or "")
    if referrer.netloc != request.host:
        return "/"
    return local_address(f"{referrer.path}?{referrer.query}" if referrer.query else referrer.path)


def switch(code: str) -> Response:
    """Remember the language for a year and go back to the page."""
    if code not in LANGUAGES:
        abort(404)
    response = redirect(local_address(request.args.get("naar"), _page_before()))
    response.set_cookie(COOKIE, code, max_age=A_YEAR, samesite="Lax", secure=request.is_secure, httponly=True)
    return response


def add_languages(server: Flask) -> None:
    server.before_request(_choose)
    server.add_url_rule("/taal/<code>", "language", switch)
