"""Where a typed address leads, and whether it may be visited: public places only, never the network we stand in."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import quote, urljoin, urlsplit

from outside.unreadable import Unreadable, Why

PORTS = {"http": 80, "https": 443}
LONGEST = 2000
# Addresses that wrap an IPv4 address: what is inside counts. The rest of public IPv6 starts with 2000::/3.
NAT64, PUBLIC_IPV6 = IPv6Network("64:ff9b::/96"), IPv6Network("2000::/3")
# Not for everybody either, though Python's own list calls parts of them global.
NOT_FOR_ALL = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))
RESERVED_CHARACTERS = "/%:=&?~#+!$,;'@()*[]"

Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True)
class Target:
    """One address on the web, taken apart and without anything that could be read in two ways."""

    scheme: str
    host: str
    port: int
    path: str

    def __str__(self) -> str:
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{_bracketed(self.host)}{port}{self.path}"

    @property
    def place(self) -> str:
        """What goes into the header Host."""
        return _bracketed(self.host) + ("" if self.port == PORTS[self.scheme] else f":{self.port}")


def target(text: str) -> Target:
    """A typed address; `webcal` means `https`. Raises `Unreadable` for what is none, or holds a name and password."""
    text = text.strip()
    if len(text) > LONGEST or any(sign <= " " or sign == "\x7f" or sign == "\\" for sign in text):
        raise Unreadable(Why.NO_ADDRESS)
    try:
        parts = urlsplit(text)
        scheme = {"webcal": "https", "webcals": "https"}.get(parts.scheme, parts.scheme)
        host = (parts.hostname or "").encode("idna").decode()
        port = parts.port
    except ValueError as odd:
        raise Unreadable(Why.NO_ADDRESS) from odd
    if scheme not in PORTS or not host or "%" in host or "@" in parts.netloc:
        raise Unreadable(Why.NO_ADDRESS)
    path = quote(parts.path or "/", safe=RESERVED_CHARACTERS)
    query = f"?{quote(parts.query, safe=RESERVED_CHARACTERS)}" if parts.query else ""
    return Target(scheme, host, PORTS[scheme] if port is None else port, path + query)


def next_target(current: Target, location: str) -> Target:
    """Where a redirect leads; raises `Unreadable` when it goes back from https to http, which others can read."""
    try:
        found = target(urljoin(str(current), location))
    except ValueError as odd:
        raise Unreadable(Why.NO_ADDRESS) from odd
    if current.scheme == "https" and found.scheme == "http":
        raise Unreadable(Why.NOT_SAFE)
    return found


@dataclass(frozen=True)
class Doorman:
    """Who decides where we may go. `also` are addresses and ports that may be visited although they are not public."""

    also: frozenset[tuple[str, int]] = frozenset()
    resolve: Resolve | None = None

    def admit(self, place: Target, *, seconds: float) -> list[str]:
        """The numeric addresses of a place, looked up once: who connects must use these and look up nothing.

        Raises `Unreadable` when one of them is not public, also when others are.
        """
        found = _in_time(self.resolve or _look_up, place.host, place.port, seconds)
        if not found:
            raise Unreadable(Why.NOT_FOUND)
        if not all((one, place.port) in self.also or self._is_fine(one, place) for one in found):
            raise Unreadable(Why.NOT_ALLOWED)
        return found

    def _is_fine(self, address: str, place: Target) -> bool:
        return place.port in PORTS.values() and is_public(address)


def is_public(address: str) -> bool:
    """Whether this numeric address is one on the internet that everybody can visit."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        inside = _embedded(found)
        if inside is not None:
            return is_public(str(inside))
        return found in PUBLIC_IPV6 and found.scope_id is None and found.is_global and not found.is_multicast
    return found.is_global and not found.is_multicast and not any(found in one for one in NOT_FOR_ALL)


def _embedded(address: IPv6Address) -> IPv4Address | None:
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def _look_up(host: str, port: int) -> list[str]:
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def _in_time(resolve: Resolve, host: str, port: int, seconds: float) -> list[str]:
    """Looking up a name can't be interrupted: it is done aside, and forgotten when it takes too long."""
    answer: SimpleQueue[list[str] | None] = SimpleQueue()

    def ask() -> None:
        try:
            answer.put(resolve(host, port))
        except (OSError, UnicodeError):
            answer.put(None)

    Thread(target=ask, daemon=True).start()
    try:
        return answer.get(timeout=max(seconds, 0)) or []
    except Empty:
        raise Unreadable(Why.TOO_SLOW) from None


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
