"""Who we are: the name, the words and the logo of the support point."""

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from store.models import Picture, Setting


@dataclass(frozen=True)
class Organisation:
    """What every page says of the support point; the standard is what a new installation starts with."""

    name: str = "Ouder- en jeugdsteunpunt Noord-Kennemerland"
    short_name: str = "Oudersteunpunt"
    phone: str = ""
    email: str = ""
    hours: str = ""
    languages: str = ""  # the codes of more languages for visitors, with a space between
    invented: str = ""  # "yes" while the content is demo content


def load(session: Session) -> Organisation:
    known = {one.name for one in fields(Organisation)}
    rows = session.scalars(select(Setting).where(Setting.key.in_(known)))
    return Organisation(**{row.key: row.value for row in rows})


def change(session: Session, *, by: Actor, now: datetime, **values: str) -> None:
    """Change some of the facts; an unknown one is a bug and raises."""
    Organisation(**values)
    for key, value in values.items():
        row = session.get(Setting, key)
        if row:
            row.value, row.changed_at = value, now
        else:
            session.add(Setting(key=key, value=value, changed_at=now))
    journal.record(session, "setting.changed", ("organisation", 0), by=by, now=now, keys=sorted(values))


def set_picture(session: Session, key: str, media_type: str, content: bytes, *, by: Actor, now: datetime) -> None:
    session.merge(Picture(key=key, media_type=media_type, content=content, changed_at=now))
    journal.record(session, "setting.changed", ("organisation", 0), by=by, now=now, keys=[key])


def picture(session: Session, key: str) -> tuple[str, bytes, datetime] | None:
    """Media type, content and time of change, or None when nothing was uploaded."""
    row = session.get(Picture, key)
    return (row.media_type, row.content, row.changed_at) if row else None
