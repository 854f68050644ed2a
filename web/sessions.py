"""Who is signed in: a signed cookie carries a session token and a form token, nothing else."""

import secrets
from collections.abc import Callable
from datetime import timedelta

from flask import Flask, Response, abort, current_app, g, request, session

from domain.actors import PARENT, Actor, Role

LIFETIME = timedelta(hours=12)
FORM_TOKEN_COOKIE = "_csrf_token"  # noqa: S105 - the name that Dash reads, not a secret

LoadActor = Callable[[str], Actor | None]


def sign_in(token: str) -> None:
    """Start a new session; whatever was in the old one is gone, so nobody can plant one beforehand."""
    session.clear()
    session.permanent = True
    session["token"] = token
    g.pop("actor", None)
    form_token()


def sign_out() -> str | None:
    """End the session; returns its token, so that it can be revoked."""
    token: str | None = session.get("token")
    session.clear()
    g.pop("actor", None)
    return token


def current_actor() -> Actor:
    """Whoever makes this request; the roles come from the loader every time, never from the cookie."""
    if "actor" not in g:
        load: LoadActor = current_app.extensions["load_actor"]
        token = session.get("token")
        g.actor = (load(token) if isinstance(token, str) else None) or PARENT
    actor: Actor = g.actor
    return actor


def require(*roles: Role) -> None:
    """Refuse with 401 who is not signed in and with 403 who has none of `roles`."""
    actor = current_actor()
    if not actor.roles:
        abort(401)
    if not actor.has(*roles):
        abort(403)


def form_token() -> str:
    """The token that every form of this browser sends back; made when the first form is drawn."""
    if "csrf" not in session:
        session.permanent = True
        session["csrf"] = secrets.token_urlsafe(24)
    token: str = session["csrf"]
    return token


def _mirror_form_token(response: Response) -> Response:
    """Dash reads the form token from a cookie of its own and returns it as a header."""
    if response.cache_control.max_age:  # what browsers keep must not depend on a cookie
        return response
    token = session.get("csrf")
    if token and request.cookies.get(FORM_TOKEN_COOKIE) != token:
        secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
        response.set_cookie(FORM_TOKEN_COOKIE, token, max_age=LIFETIME, secure=secure, samesite="Lax")
    return response


def add_sessions(server: Flask, *, load_actor: LoadActor, secure_cookies: bool) -> None:
    server.extensions["load_actor"] = load_actor
    server.config.update(
        SESSION_COOKIE_NAME="rodedraad",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=secure_cookies,
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=LIFETIME,
    )
    server.after_request(_mirror_form_token)
