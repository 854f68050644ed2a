"""Fetching one text from an address that somebody typed, without being led astray.

Steps for each place: take the address apart; look its name up once and check every answer; connect to an address that
was checked, with the name only for the certificate and the header Host; read no more than a limit, in no more than a
limited time, and never anything compressed. A redirect is a new place: everything is checked anew.
"""

import io
import socket
import ssl
import time
from dataclasses import dataclass, field
from functools import lru_cache
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any, cast

from outside.addresses import Doorman, Target, next_target, target
from outside.unreadable import Unreadable, Why

MOST_REDIRECTS = 3
PIECE = 16 * 1024
# Headers, and the sizes of pieces, come on top of the text.
OVERHEAD = 500_000
REDIRECTS = (301, 302, 303, 307, 308)
OUTCOMES = {401: Why.CLOSED, 403: Why.CLOSED, 404: Why.GONE, 410: Why.GONE}


@dataclass(frozen=True)
class Allowed:
    """How far a fetch may go. `certificates` say who may vouch for a place; by default the usual ones."""

    doorman: Doorman = field(default_factory=Doorman)
    seconds: float = 10.0
    most_bytes: int = 2_000_000
    certificates: ssl.SSLContext | None = None


def fetch(address: str, allowed: Allowed) -> str:
    """The text at an address, at most `allowed.most_bytes` long; raises `Unreadable`."""
    until = time.monotonic() + allowed.seconds
    place = target(address)
    for _redirect in range(MOST_REDIRECTS + 1):
        try:
            answer = _ask(place, allowed, until)
        except TimeoutError:
            raise Unreadable(Why.TOO_SLOW) from None
        except ssl.SSLError:
            raise Unreadable(Why.NOT_SAFE) from None
        except (OSError, HTTPException, ValueError):  # the library means well and checks little
            raise Unreadable(Why.NO_ANSWER) from None
        if isinstance(answer, bytes):
            return _text(answer)
        place = answer
    raise Unreadable(Why.WANDERS)


def _ask(place: Target, allowed: Allowed, until: float) -> bytes | Target:
    """What is at this place, or the next place to look."""
    with _Wire(place, allowed, until) as wire:
        # Given a socket, it connects to nothing by itself.
        connection = HTTPConnection(place.host, place.port)
        connection.sock = cast(socket.socket, wire)
        connection.putrequest("GET", place.path, skip_host=True, skip_accept_encoding=True)
        headers = {"Host": place.place, "Accept": "text/calendar", "Accept-Encoding": "identity"}
        for name, value in {**headers, "Connection": "close", "User-Agent": "RodeDraad"}.items():
            connection.putheader(name, value)
        connection.endheaders()
        with connection.getresponse() as answer:
            return _taken(place, answer, allowed.most_bytes)


def _taken(place: Target, answer: HTTPResponse, most: int) -> bytes | Target:
    if answer.status in REDIRECTS and (location := answer.getheader("Location")):
        return next_target(place, location)
    if answer.status != 200:
        raise Unreadable(OUTCOMES.get(answer.status, Why.UNWELL))
    if (answer.getheader("Content-Encoding") or "identity").strip().lower() != "identity":
        raise Unreadable(Why.NO_TEXT)
    if answer.length is not None and answer.length > most:
        raise Unreadable(Why.TOO_BIG)
    found = bytearray()
    while piece := answer.read(PIECE):
        found += piece
        if len(found) > most:
            raise Unreadable(Why.TOO_BIG)
    if answer.length:  # cut off half-way
        raise Unreadable(Why.NO_ANSWER)
    return bytes(found)


def _text(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(Why.NO_TEXT) from None
    if "\0" in text:
        raise Unreadable(Why.NO_TEXT)
    return text


class _Wire:
    """A connection to one checked address on which everything together takes no longer than the time that is left.

    A time limit of a socket holds for each piece: who sends one letter a second would never reach it.
    """

    def __init__(self, place: Target, allowed: Allowed, until: float) -> None:
        self._until, self._may_come = until, allowed.most_bytes + OVERHEAD
        addresses = allowed.doorman.admit(place, seconds=until - time.monotonic())
        self._socket = _connect(addresses, place.port, until)
        if place.scheme == "https":
            context = allowed.certificates or _usual_certificates()
            self._socket = _secured(self._socket, context, place.host, until)

    def __enter__(self) -> "_Wire":
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def sendall(self, data: bytes) -> None:
        self._in_time()
        self._socket.sendall(data)

    def makefile(self, *_: object) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self))

    def receive_into(self, buffer: Any) -> int:  # noqa: ANN401 - whatever io hands out
        """Counts all that comes in: an answer that lies about its own size is still bounded."""
        self._in_time()
        came = self._socket.recv_into(buffer)
        self._may_come -= came
        if self._may_come < 0:
            raise Unreadable(Why.TOO_BIG)
        return came

    def close(self) -> None:
        """The connection closes when the answer is read; see `__exit__`."""

    def _in_time(self) -> None:
        self._socket.settimeout(_left(self._until))


class _Incoming(io.RawIOBase):
    """What comes in, as a file."""

    def __init__(self, wire: _Wire) -> None:
        super().__init__()
        self._wire = wire

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - whatever io hands out
        return self._wire.receive_into(buffer)


def _connect(addresses: list[str], port: int, until: float) -> socket.socket:
    """A connection to the first that answers; the numbers are used as they are, without looking anything up."""
    last: OSError = ConnectionError()
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout=_left(until))
        except OSError as failure:
            last = failure
    raise last


def _secured(plain: socket.socket, context: ssl.SSLContext, host: str, until: float) -> ssl.SSLSocket:
    try:
        plain.settimeout(_left(until))  # holds for the whole handshake
        return context.wrap_socket(plain, server_hostname=host)
    except OSError:
        plain.close()
        raise


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


@lru_cache(maxsize=1)
def _usual_certificates() -> ssl.SSLContext:
    return ssl.create_default_context()
