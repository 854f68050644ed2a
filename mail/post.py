"""Posting one letter over SMTP, and what came of it."""

import re
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from enum import StrEnum
from typing import Protocol
from urllib.parse import unquote, urlsplit

from i18n import speaking
from mail.html_twin import twin

TIMEOUT_SECONDS = 20.0
PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a letter."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Envelope:
    """Everything of a letter that the mail server needs; `calendar` is the text of a calendar file."""

    message_id: str
    recipient: str
    address: str
    title: str
    body: str
    language: str
    calendar: str | None = None
    calendar_method: str | None = None
    attachments: tuple[Attachment, ...] = ()


class Fate(StrEnum):
    """`LATER`: the same letter may succeed later. `REFUSED`: it never will. `NO_SERVER`: nobody to give it to."""

    ACCEPTED = "accepted"
    LATER = "later"
    REFUSED = "refused"
    NO_SERVER = "no_server"


@dataclass(frozen=True)
class Outcome:
    """What came of posting. `unreachable` says that it was the server that failed, and not this letter."""

    fate: Fate
    note: str = ""
    unreachable: bool = False


class Postman(Protocol):
    def post(self, envelope: Envelope, *, now: datetime) -> Outcome:
        """Hand a letter over; never raises for what a server does or fails to do."""


class NoPostman:
    """No mail server is configured: letters stay readable in the out-tray."""

    def post(self, envelope: Envelope, *, now: datetime) -> Outcome:
        return Outcome(Fate.NO_SERVER)


class SmtpPostman:
    """Posts to the mail server at `url` (smtp, smtp+starttls or smtps), one letter per conversation."""

    def __init__(
        self, url: str, sender: str, *, timeout: float = TIMEOUT_SECONDS, trust: ssl.SSLContext | None = None
    ) -> None:
        self._url = urlsplit(url)
        self._sender = sender
        self._timeout = timeout
        self._trust = trust or ssl.create_default_context()

    def post(self, envelope: Envelope, *, now: datetime) -> Outcome:
        """Hand a letter over. A server that can't be reached or refuses us is tried later, one that refuses the
        recipient or the content for good is not."""
        try:
            message = compose(envelope, self._sender, now)
        except (ValueError, IndexError, MessageError) as error:
            return Outcome(Fate.REFUSED, _without_addresses(f"address: {error}"))
        reached = False
        try:
            with self._server() as server:
                reached = True
                server.send_message(message, self._sender, [envelope.address])
        except smtplib.SMTPRecipientsRefused as error:
            return _judge(*next(iter(error.recipients.values())))
        except smtplib.SMTPDataError as error:
            return _judge(error.smtp_code, error.smtp_error)
        except smtplib.SMTPNotSupportedError as error:
            return Outcome(Fate.REFUSED, _without_addresses(str(error)))
        except (smtplib.SMTPException, OSError) as error:
            return Outcome(Fate.LATER, _without_addresses(f"{type(error).__name__}: {error}"), unreachable=not reached)
        return Outcome(Fate.ACCEPTED)

    @contextmanager
    def _server(self) -> Iterator[smtplib.SMTP]:
        host, port = self._url.hostname or "", self._url.port or PORTS[self._url.scheme]
        server: smtplib.SMTP
        if self._url.scheme == "smtps":
            server = smtplib.SMTP_SSL(host, port, timeout=self._timeout, context=self._trust)
        else:
            server = smtplib.SMTP(host, port, timeout=self._timeout)
        try:
            if self._url.scheme == "smtp+starttls":
                server.starttls(context=self._trust)
            if self._url.username:
                server.login(unquote(self._url.username), unquote(self._url.password or ""))
            yield server
        finally:
            # The letter was accepted or not; a server that is slow to say goodbye does not change that.
            with suppress(smtplib.SMTPException, OSError):
                server.quit()
            server.close()


def postman(url: str, sender: str) -> Postman:
    """Whoever posts for this installation; an empty address means nobody does."""
    return SmtpPostman(url, sender) if url else NoPostman()


def compose(envelope: Envelope, sender: str, now: datetime) -> EmailMessage:
    """The letter as mail: text, its HTML twin and the calendar file twice, for programs and for people.

    Raises ValueError for an address or a name that could smuggle in a header.
    """
    message = EmailMessage()
    message["Message-ID"] = envelope.message_id
    message["Date"] = now
    message["From"] = sender
    message["To"] = Address(_one_line(envelope.recipient), addr_spec=envelope.address)
    message["Subject"] = _one_line(envelope.title)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(envelope.body)
    with speaking(envelope.language):
        message.add_alternative(twin(envelope.title, envelope.body), subtype="html")
    if envelope.calendar and envelope.calendar_method:
        _add_calendar(message, envelope.calendar, envelope.calendar_method)
    for file in envelope.attachments:
        main, sub = file.media_type.split("/")
        message.add_attachment(file.content, maintype=main, subtype=sub, filename=file.name)
    message["Content-Language"] = envelope.language  # last: making parts would move it into one of them
    return message


def _add_calendar(message: EmailMessage, calendar: str, method: str) -> None:
    message.add_alternative(calendar, subtype="calendar", params={"method": method})
    message.add_attachment(calendar.encode(), maintype="application", subtype="ics", filename="agenda.ics")


def _judge(code: int, answer: bytes | str) -> Outcome:
    text = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
    return Outcome(Fate.REFUSED if code >= 500 else Fate.LATER, _without_addresses(f"{code} {text}"))


def _without_addresses(text: str) -> str:
    """A note for staff that may be kept in plain text: servers like to repeat the address."""
    return re.sub(r"[^\s<>]+@[^\s<>]+", "***", text)[:300]


def _one_line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
