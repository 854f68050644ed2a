"""What a letter about a noun needs to know: whether it still makes sense, to whom it goes, what it can say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.actors import Role
from mail.calendar_file import CalendarEvent
from store.models import Account

LONGEST_NAME = 60
STAFF = {
    "coordinators": Role.COORDINATOR,
    "administrators": Role.ADMINISTRATOR,
    "moderators": Role.MODERATOR,
    "policy": Role.POLICY,
}


@dataclass(frozen=True)
class Recipient:
    """One reader: `key` tells them from the others of the same letter, `subject` is what it is about for them."""

    key: str
    name: str
    address: str | None
    phone: str | None
    language: str
    subject: tuple[str, int]


class About(Protocol):
    """A module of this package, one per noun."""

    def state(self, session: Session, subject_id: int, *, now: datetime) -> str | None:
        """How it stands with the subject, in a word that letters name in their header; None when it is gone."""

    def recipients(self, session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
        """Whom `who` means for this subject; nobody for a word that has no meaning here."""

    def values(self, session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
        """The value of each placeholder, in the language that is spoken now; `told` are the facts of the journal line.

        Only asked of a subject that is there.
        """

    def screen(self, session: Session, subject_id: int) -> str:
        """Where staff see the subject, as a path."""

    def link(self, session: Session, subject_id: int, *, now: datetime) -> str:
        """A fresh secret for the reader's own page about the subject, or nothing where there is no such page."""

    def calendar(self, session: Session, subject_id: int, method: str, *, public_url: str) -> CalendarEvent | None:
        """What goes into the reader's calendar, or None when nothing does."""


def staff(session: Session, who: str, subject: tuple[str, int]) -> tuple[Recipient, ...]:
    """Everybody who works here in the role that `who` names, in the order in which they were added."""
    role = STAFF.get(who)
    rows = session.scalars(select(Account).where(Account.active).order_by(Account.id)) if role else ()
    return tuple(
        Recipient(f"account:{row.id}", row.name, row.email, None, "nl", subject) for row in rows if role in row.roles
    )


def called(name: str | None) -> str:
    """A name as it can stand in a letter: one line, and no advertisement that somebody typed into a form."""
    plain = " ".join((name or "").split())
    suspect = len(plain) > LONGEST_NAME or any(sign in plain.casefold() for sign in ("/", "www.", "@", "http"))
    return "" if suspect else plain


def first_name(name: str | None) -> str:
    return called(name).partition(" ")[0]


def no_link(session: Session, subject_id: int, *, now: datetime) -> str:
    return ""


def no_calendar(session: Session, subject_id: int, method: str, *, public_url: str) -> CalendarEvent | None:
    return None
