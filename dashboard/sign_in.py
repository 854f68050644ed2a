"""Signing in and out, and choosing another password: plain pages that work without scripts."""

from flask import Blueprint, Flask, redirect, render_template, request
from werkzeug.wrappers import Response

from dashboard.forgotten import add_forgotten
from domain import accounts
from domain.actors import Role
from domain.refused import Refused
from domain.texts import say
from web import sessions
from web.languages import local_address
from web.services import Services

START = "/werk/"  # sends everybody on to the first page of their own navigation
Answer = Response | str | tuple[str, int]


def add_sign_in(server: Flask, services: Services) -> None:
    """Add the pages to `server`."""
    pages = Blueprint("sign_in", __name__, template_folder="templates")
    _add_signing_in(pages, services)
    _add_signing_out(pages, services)
    _add_own_password(pages, services)
    add_forgotten(pages, services)
    server.register_blueprint(pages)


def _add_signing_in(pages: Blueprint, services: Services) -> None:
    @pages.get("/inloggen")
    def offer() -> Answer:
        if sessions.current_actor().roles:
            return redirect(local_address(request.args.get("naar"), START))
        return _sign_in_page(request.args.get("naar"))

    @pages.post("/inloggen")
    def sign_in() -> Answer:
        email, password = request.form.get("email", "")[:200], request.form.get("password", "")[:1000]
        try:
            token = _checked(services, email, password)
        except Refused as refused:
            return _sign_in_page(request.form.get("naar"), email, refused), _status(refused)
        sessions.sign_in(token)
        return redirect(local_address(request.form.get("naar"), START))


def _sign_in_page(wanted: str | None, email: str = "", refused: Refused | None = None) -> str:
    error = say(refused) if refused else None
    kept = bool(request.values.get("bewaard"))  # what was typed waits in the browser
    return render_template("sign_in.html", wanted=local_address(wanted, ""), email=email, error=error, kept=kept)


def _checked(services: Services, email: str, password: str) -> str:
    """A token for this browser; the attempt is counted before the password is looked at."""
    now = services.now()
    with services.database.writing() as session:
        accounts.count_attempt(session, email, source=request.remote_addr or "", now=now)
    with services.database.writing() as session:
        return accounts.sign_in(session, email, password, now=now)


def _add_signing_out(pages: Blueprint, services: Services) -> None:
    @pages.post("/uitloggen")
    def sign_out() -> Answer:
        by, token = sessions.current_actor(), sessions.sign_out()
        if token:
            with services.database.writing() as session:
                accounts.sign_out(session, token, by=by, now=services.now())
        return redirect("/")


def _add_own_password(pages: Blueprint, services: Services) -> None:
    @pages.get("/mijn-wachtwoord")
    def offer_password() -> Answer:
        sessions.require(*Role)
        return _password_page(None)

    @pages.post("/mijn-wachtwoord")
    def change_password() -> Answer:
        sessions.require(*Role)
        try:
            token = _changed(services)
        except Refused as refused:
            return _password_page(refused), _status(refused)
        sessions.sign_in(token)
        return render_template("password_changed.html", start=START)


def _password_page(refused: Refused | None) -> str:
    errors = {refused.field or "old": say(refused)} if refused else {}
    return render_template("my_password.html", errors=errors, least=accounts.LEAST_PASSWORD)


def _changed(services: Services) -> str:
    """A new token for this browser, once the old password was right and the new one was typed twice."""
    old, new, again = (request.form.get(name, "")[:1000] for name in ("old", "password", "again"))
    by, now = sessions.current_actor(), services.now()
    with services.database.writing() as session:
        accounts.count_attempt(session, by.label, source=request.remote_addr or "", now=now)
    if new != again:
        raise Refused("account.repeat", field="again")
    with services.database.writing() as session:
        return accounts.change_own_password(session, old, new, by=by, now=now)


def _status(refused: Refused) -> int:
    return 429 if refused.key == "limit.reached" else 400
