"""Answers that a calendar program reads."""

import hashlib
from collections.abc import Callable

from flask import Response, request

MIMETYPE = "text/calendar"
FORMAT = "2"  # goes up when the same gatherings are written in another way


def calendar_answer(
    facts: object, write: Callable[[], str], filename: str, *, cache: str = "public, max-age=300"
) -> Response:
    """A calendar file that a browser offers to save.

    `facts` is everything that the file says: whoever has the same already is told so, and nothing is written.
    """
    tag = hashlib.sha256(f"{FORMAT}/{facts!r}".encode()).hexdigest()[:24]
    # Proxies that compress make a tag weak, so a weak one counts as well.
    known = request.if_none_match.contains_weak(tag)
    response = Response(status=304) if known else Response(write(), content_type=f"{MIMETYPE}; charset=utf-8")
    if not known:
        response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    response.set_etag(tag)
    response.headers["Cache-Control"] = cache
    return response
