"""The logo of the support point: a picture that is what it says, and never a document that can carry a script."""

from datetime import datetime

from sqlalchemy.orm import Session

from domain import journal, organisation
from domain.actors import Actor
from domain.allowed import setup_only
from domain.refused import Refused
from store.models import Picture

KEY = "logo"
MOST_KILOBYTES = 500


def put(session: Session, content: bytes, *, by: Actor, now: datetime) -> None:
    """Show this picture as the logo. Raises `Refused` when it is too large, or no PNG, JPEG or WebP."""
    setup_only(by)
    if len(content) > MOST_KILOBYTES * 1024:
        raise Refused("logo.too_large", field=KEY, kilobytes=MOST_KILOBYTES)
    kind = media_type(content)
    if kind is None:
        raise Refused("logo.no_picture", field=KEY)
    organisation.set_picture(session, KEY, kind, content, by=by, now=now)


def remove(session: Session, *, by: Actor, now: datetime) -> None:
    """Go back to the mark of the product. Twice is harmless."""
    setup_only(by)
    row = session.get(Picture, KEY)
    if row:
        session.delete(row)
        journal.record(session, "setting.changed", ("organisation", 0), by=by, now=now, keys=[KEY])


def media_type(content: bytes) -> str | None:
    """What a picture is by its first bytes, whatever it is called; None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and b"IHDR" in content[:32]:
        return "image/png"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return None
