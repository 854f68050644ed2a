"""Answers that a calendar program reads."""

from flask import Response, request

MIMETYPE = "text/calendar"


def calendar_answer(text: str, filename: str) -> Response:
    """A calendar file that a browser offers to save; a reader that has it already is told so."""
    response = Response(text, content_type=f"{MIMETYPE}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    response.headers["Cache-Control"] = "public, max-age=300"
    response.add_etag()
    response.make_conditional(request)
    return response
