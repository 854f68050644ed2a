"""Writing letters: the words that staff set up, filled with the facts of the moment, into the out-tray."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parseaddr
from typing import Any, Literal, cast

from sqlalchemy.orm import Session

from domain import by_day, organisation
from domain.post import letter_texts, letters
from domain.post.facts import ABOUT
from domain.post.facts.about import Recipient
from domain.post.letter_texts import LetterText
from domain.post.letters import NewLetter
from domain.post.quiet_hours import waking
from i18n import speaking
from mail import calendar_file
from mail.render import NAMED, Wording, fill


@dataclass(frozen=True)
class Letterhead:
    """Where letters come from: the address that their links lead to, and the sender."""

    public_url: str
    sender: str

    @property
    def address(self) -> str:
        """The sender without a name beside it."""
        return parseaddr(self.sender)[1]


@dataclass(frozen=True)
class Cause:
    """Why a letter is written: the same `key` is never written twice. `told` are the facts that the journal holds.

    Where `at` is a whole day (`domain.by_day`), the letter tells no more of when it is either.
    """

    key: str
    at: datetime
    subject: tuple[str, int]
    told: Mapping[str, Any] = field(default_factory=dict)


def write(session: Session, kind: str, to: str, cause: Cause, letterhead: Letterhead, *, now: datetime) -> int:
    """Write this kind of letter to everybody whom `to` means, and give how many were written.

    Nobody gets it twice for one cause, nor when its reason no longer holds or staff switched the letter off. Who has no
    mail address gets none, unless the letter is one to pass on by phone. Raises `Refused("catalogue.unknown")` for a
    kind that doesn't exist.
    """
    text = letter_texts.load(session, kind)
    if not text.active:
        return 0
    noun, number = cause.subject
    we = organisation.load(session)
    desk = _Desk(session, text, cause, letterhead, now, {"organisatie": we.name, "telefoon": we.phone})
    return sum(desk.write(reader) for reader in ABOUT[noun].recipients(session, number, to))


@dataclass(frozen=True)
class _Desk:
    """What is the same for every reader of one kind of letter."""

    session: Session
    text: LetterText
    cause: Cause
    letterhead: Letterhead
    now: datetime
    always: Mapping[str, str]

    def write(self, reader: Recipient) -> bool:
        if not self._makes_sense(reader):
            return False
        key = f"{self.cause.key}/{reader.key}"
        with speaking(reader.language):
            filled, calendar = self._filled(reader), self._calendar(reader)
        new = NewLetter(
            dedupe_key=key,
            message_id=letters.message_id(key, self.cause.at.isoformat(), origin=self.letterhead.public_url),
            kind=self.text.key,
            subject=reader.subject,
            recipient=reader.name if reader.address else ", ".join(filter(None, (reader.name, reader.phone))),
            address=reader.address or None,
            title=filled.title,
            body=filled.body,
            language=reader.language,
            not_before=waking(self.now) if self.text.quiet else None,
            calendar=calendar.get("calendar"),
            calendar_method=calendar.get("calendar_method"),
        )
        return letters.write(self.session, new, now=by_day.as_fine_as(self.cause.at, self.now)) is not None

    def _makes_sense(self, reader: Recipient) -> bool:
        noun, number = reader.subject
        current = ABOUT[noun].state(self.session, number, now=self.now)
        fits = current is not None and (not self.text.states or current in self.text.states)
        return fits and bool(reader.address or (reader.phone and self.text.by_phone))

    def _filled(self, reader: Recipient) -> Wording:
        """The words with their values; a link is only made for a letter that holds it."""
        noun, number = reader.subject
        about, home = ABOUT[noun], self.letterhead.public_url
        wording = self.text.wording(reader.language)
        values = {**about.values(self.session, number, self.cause.told), **self.always, "naam": reader.name}
        values["scherm"] = home + about.screen(self.session, number)
        if "link" in NAMED.findall(wording.body):
            secret = about.link(self.session, number, now=self.now)
            values["link"] = f"{home}/link/{secret}" if secret else ""
        return fill(wording, values)

    def _calendar(self, reader: Recipient) -> dict[str, str]:
        noun, number = reader.subject
        method = self.text.calendar
        if not method or not reader.address:
            return {}
        event = ABOUT[noun].calendar(self.session, number, method, public_url=self.letterhead.public_url)
        if event is None:
            return {}
        known = cast(Literal["REQUEST", "CANCEL"], method)
        content = calendar_file.write(event, method=known, organizer=self.letterhead.address, attendee=reader.address)
        return {"calendar": content, "calendar_method": method}
