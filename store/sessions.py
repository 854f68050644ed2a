"""Sessions, for the rooms that pass them on, and what a session knows of the database it belongs to."""

from sqlalchemy.orm import Session

from store.types import KEYRINGS

__all__ = ["Session", "blind_index"]


def blind_index(session: Session, text: str) -> bytes:
    """The blind index of a mail address or phone number with the keys of this session's database."""
    return KEYRINGS[session.get_bind().dialect].blind_index(text)
