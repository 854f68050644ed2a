"""The gate for everything that writes: only our own pages may send it."""

import hmac

from flask import Flask, abort, request, session

READING = frozenset({"GET", "HEAD", "OPTIONS"})
FORM_FIELD = "csrf_token"
HEADER = "X-CSRFToken"


def is_for_a_program() -> bool:
    """Whether the answer goes to a script instead of a reader."""
    return "/_dash-" in request.path or request.path.startswith("/api/")


class StaleForm(Exception):
    """A form of our own whose token is gone: the page stood open too long."""


def _is_from_elsewhere() -> bool:
    return request.headers.get("Sec-Fetch-Site") not in (None, "same-origin", "none")


def has_our_token() -> bool:
    """Whether a page of ours sent this, for the browser that it was drawn for."""
    expected = session.get("csrf")
    sent = request.headers.get(HEADER) or request.form.get(FORM_FIELD) or ""
    return isinstance(expected, str) and hmac.compare_digest(expected.encode(), sent.encode())


def guard_writes() -> None:
    """Refuse a write from another site, and one without the token of this browser's session."""
    if request.method in READING:
        return
    if _is_from_elsewhere():
        abort(403)
    if not has_our_token():
        if request.headers.get("Sec-Fetch-Site") == "same-origin" and request.form:
            raise StaleForm
        abort(401 if is_for_a_program() and not session else 403)


def add_gate(server: Flask) -> None:
    server.before_request(guard_writes)
