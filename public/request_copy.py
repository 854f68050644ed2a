"""Everything that we hold about a request, for the parent: to read on a page, or to keep as a file."""

import json

from flask import Response, render_template

from domain.matchmaking.everything_held import Section, everything
from i18n import _
from store.sessions import Session
from web.services import Services

NAME = "buddy"


def page(services: Services, request_id: int) -> str:
    with services.database.reading() as session:
        return render_template("request_copy.html", sections=everything(session, request_id))


def file(services: Services, request_id: int) -> Response:
    """The same for a program: JSON, each heading with its names and values in order."""
    with services.database.reading() as session:
        sections = everything(session, request_id)
    content = [
        {"heading": one.title, "rows": [{"name": name, "value": value} for name, value in one.rows]} for one in sections
    ]
    return _download(json.dumps(content, ensure_ascii=False, indent=2), "application/json", "json")


def text(services: Services, request_id: int) -> Response:
    """The same as plain text, which every device opens."""
    with services.database.reading() as session:
        return _download(_written(session, request_id), "text/plain", "txt")


def _written(session: Session, request_id: int) -> str:
    parts = [_("Alles wat wij van uw vraag hebben"), *map(_section, everything(session, request_id))]
    return "\n\n".join(parts) + "\n"


def _section(one: Section) -> str:
    rows = (f"- {name}: {value}".rstrip().removesuffix(":") for name, value in one.rows)
    return "\n".join((one.title, "-" * len(one.title), *rows))


def _download(content: str, media_type: str, ending: str) -> Response:
    response = Response(content, mimetype=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{NAME}.{ending}"'
    return response
