"""Writing letters: the words that staff set up, filled with the facts of the moment, into the out-tray."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parseaddr
from typing import Any, Literal, cast

from sqlalchemy.orm import Session

from domain import letter_texts, letters, organisation
from domain.letter_facts import ABOUT
from domain.letter_facts.about import Recipient
from domain.letter_texts import LetterText
from domain.letters import NewLetter
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
    """Why a letter is written: the same `key` is never written twice. `told` are the facts that the journal holds."""

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
    readers = ABOUT[noun].recipients(session, number, to)
    return sum(_write_one(session, text, reader, cause, letterhead, now) for reader in readers)


def _write_one(
    session: Session, text: LetterText, reader: Recipient, cause: Cause, letterhead: Letterhead, now: datetime
) -> bool:
    noun, number = reader.subject
    current = ABOUT[noun].state(session, number, now=now)
    if current is None or (text.states and current not in text.states):
        return False
    if not reader.address and not (reader.phone and text.by_phone):
        return False
    dedupe_key = f"{cause.key}/{reader.key}"
    with speaking(reader.language):
        filled = _filled(session, text.wording(reader.language), reader, cause, letterhead, now)
    new = NewLetter(
        dedupe_key=dedupe_key,
        message_id=letters.message_id(dedupe_key, cause.at.isoformat(), origin=letterhead.public_url),
        kind=text.key,
        subject=reader.subject,
        recipient=reader.name if reader.address else ", ".join(filter(None, (reader.name, reader.phone))),
        address=reader.address or None,
        title=filled.title,
        body=filled.body,
        language=reader.language,
        **_calendar(session, text, reader, letterhead),
    )
    return letters.write(session, new, now=now) is not None


def _filled(
    session: Session, wording: Wording, reader: Recipient, cause: Cause, letterhead: Letterhead, now: datetime
) -> Wording:
    """The words with their values; a link is only made for a letter that holds it."""
    noun, number = reader.subject
    about = ABOUT[noun]
    we = organisation.load(session)
    values = about.values(session, number, cause.told) | {"naam": reader.name, "organisatie": we.name}
    values |= {"telefoon": we.phone, "scherm": letterhead.public_url + about.screen(session, number)}
    if "link" in NAMED.findall(wording.body):
        secret = about.link(session, number, now=now)
        values["link"] = f"{letterhead.public_url}/link/{secret}" if secret else ""
    return fill(wording, values)


def _calendar(session: Session, text: LetterText, reader: Recipient, letterhead: Letterhead) -> dict[str, str]:
    noun, number = reader.subject
    if not text.calendar or not reader.address:
        return {}
    event = ABOUT[noun].calendar(session, number, text.calendar, public_url=letterhead.public_url)
    if event is None:
        return {}
    method = cast(Literal["REQUEST", "CANCEL"], text.calendar)
    content = calendar_file.write(event, method=method, organizer=letterhead.address, attendee=reader.address)
    return {"calendar": content, "calendar_method": text.calendar}
