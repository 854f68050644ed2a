"""What a reader sees when something can't be shown: a friendly page in their language, or JSON for a program."""

import logging
import secrets
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Flask, Response, g, jsonify, make_response, redirect, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from domain.organisation import Organisation
from domain.refused import Refused
from domain.texts import say
from i18n import _
from store.database import Busy
from web.gate import StaleForm, is_for_a_program
from web.headers import keep_address_private
from web.organisation import PRODUCT
from web.typed_again import typed, typed_before

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Message:
    title: str
    sentence: str


def message_for(code: int) -> Message:
    """What happened and what to do now, for a status code."""
    match code:
        case 401:
            return Message(_("Log eerst in"), _("Deze pagina is voor medewerkers en buddy's."))
        case 403:
            return Message(_("U mag dit niet zien"), _("Uw rol geeft geen toegang tot deze pagina."))
        case 404:
            return Message(_("Deze pagina is er niet"), _("Misschien is de link oud, of is er een typefout gemaakt."))
        case 405:
            return Message(_("Dit kan hier niet"), _("Ga terug en probeer het via de knoppen op de pagina."))
        case 413:
            return Message(
                _("Dit is te groot"),
                _("Een bestand is hoogstens 10 MB, een tekst een paar bladzijden. Ga terug en stuur minder tegelijk."),
            )
        case 429:
            return Message(
                _("Even wachten"), _("Er kwamen te veel verzoeken achter elkaar. Probeer het over een minuut.")
            )
        case _ if code < 500:
            return Message(_("Dat begrepen wij niet"), _("Ga terug, kijk uw invoer na en probeer het opnieuw."))
    return Message(_("Er ging iets mis"), _("Het ligt aan ons, niet aan u. Probeer het straks opnieuw."))


def refuse(code: int, message: Message | None = None, *, reference: str = "") -> Response:
    """An answer with status `code` that says what happened."""
    said = message or message_for(code)
    if code >= 500:  # whatever failed, the page that says so doesn't ask the database
        g.setdefault("organisation", Organisation(name=PRODUCT, short_name=PRODUCT))
    if is_for_a_program():
        response = jsonify(error=said.title, message=said.sentence, reference=reference or None)
    else:
        response = make_response(_page(said, code, reference))
    response.status_code = code
    return response


def _page(said: Message, code: int, reference: str) -> str:
    """With what was typed; where the fault was ours, with a button to send it again."""
    before = typed_before(code)
    if before.fields:
        keep_address_private()
    return render_template("error.html", message=said, reference=reference, typed=before, again=code >= 500)


def sign_in_first() -> AnyResponse:
    """Send a reader to the log-in page, and back to here afterwards."""
    query = request.query_string.decode()
    here = f"{request.path}?{query}" if query else request.path
    return redirect(f"/inloggen?{urlencode({'naar': here})}")


def _refuse_http(error: HTTPException) -> AnyResponse:
    code = error.code or 500
    if error.response is not None or code < 400:
        return error.get_response()
    if code == 401 and request.method == "GET" and not is_for_a_program():
        return sign_in_first()
    return refuse(code)


def _refuse_wish(error: Refused) -> Response:
    return refuse(400, Message(_("Dat lukt niet"), say(error)))


def _refuse_busy(_error: Busy) -> Response:
    message = Message(_("Het is druk"), _("Er is niets gewijzigd. Probeer het over een halve minuut opnieuw."))
    response = refuse(503, message)
    response.headers["Retry-After"] = "30"
    return response


def _report(error: Exception) -> Response:
    """A mistake of ours: the log and the reader get the same reference.

    The log gets the shape of the address: a link in a letter is a key to what somebody told us.
    """
    reference = secrets.token_hex(4)
    shape = request.url_rule.rule if request.url_rule else "an unknown address"
    log.error("%s: %s %s failed", reference, request.method, shape, exc_info=error)
    return refuse(500, reference=reference)


def _offer_again(_error: StaleForm) -> Response:
    """The page stood open too long: show the same wish again with a new token, so that nothing typed is lost."""
    keep_address_private()
    return make_response(render_template("send_again.html", typed=typed()), 403)


def add_errors(server: Flask) -> None:
    server.register_error_handler(HTTPException, _refuse_http)
    server.register_error_handler(Refused, _refuse_wish)
    server.register_error_handler(Busy, _refuse_busy)
    server.register_error_handler(StaleForm, _offer_again)
    server.register_error_handler(Exception, _report)
