"""The doorman: keeps programs from filling in forms, without puzzles for people."""

from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, ip_address, ip_network

from flask import current_app, request
from itsdangerous import BadSignature, Signer
from markupsafe import Markup

from domain.refused import Refused
from i18n import _

OPENED = "geopend"
TRAP = "website"
LEAST_SECONDS = 3
LONGEST = timedelta(days=2)  # a page that stood open for a day still works

FIELDS = Markup("""<input type="hidden" name="{}" value="{}">
<div class="trap" aria-hidden="true"><label for="f-{}">{}</label>
<input id="f-{}" name="{}" tabindex="-1" autocomplete="off"></div>""")


def hidden_fields(now: datetime) -> Markup:
    """The fields of every open form: when it was opened, signed, and a trap that people don't see."""
    opened = _opened() or now
    if now - opened > LONGEST:
        opened = now - timedelta(seconds=LEAST_SECONDS)  # who reads that it stood open too long may send it at once
    signed = _signer().sign(f"{opened:%Y-%m-%dT%H:%M:%S}").decode()
    return FIELDS.format(OPENED, signed, TRAP, _("Laat dit veld leeg"), TRAP, TRAP)


def check(now: datetime) -> None:
    """Raises `Refused` when a form was filled in faster than a person can, with the trap in it, or opened long ago.

    The page is then drawn again with what was typed, and with a new stamp.
    """
    if request.form.get(TRAP):
        raise Refused("form.trap")
    opened = _opened()
    if opened is None or (now - opened).total_seconds() < LEAST_SECONDS:
        raise Refused("form.too_fast")
    if now - opened > LONGEST:
        raise Refused("form.too_old")


def source() -> str:
    """Where a request comes from, coarsely: a neighbourhood on the network, not a person."""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    return str(ip_network((address, 24 if isinstance(address, IPv4Address) else 48), strict=False))


def _opened() -> datetime | None:
    try:
        value = _signer().unsign(request.form.get(OPENED, "")).decode()
    except BadSignature:
        return None
    return datetime.fromisoformat(value).replace(tzinfo=UTC)


def _signer() -> Signer:
    return Signer(current_app.secret_key or "", salt="form opened")
