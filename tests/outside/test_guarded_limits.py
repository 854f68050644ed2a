"""Fetching from servers that send without end or take for ever: there is a limit to size and to time."""

import gzip
import socket
import time

import pytest

from outside.addresses import Doorman
from outside.guarded import Allowed
from outside.unreadable import Why
from tests.outside.fetching import AGENDA, web, why_not
from tests.outside.web_server import HERE, Answer, Neighbour, Visit

__all__ = ["web"]


def test_a_body_that_says_it_is_too_big_is_not_read(web: Neighbour) -> None:
    address = web.on("/a", lambda visit: visit.send(b"", Content_Length="100001"))

    assert why_not(address, web.allowed()) is Why.TOO_BIG


def endless(visit: Visit) -> None:
    visit.send_response(200)
    visit.end_headers()
    while True:
        visit.wfile.write(b"x" * 10_000)


def test_a_body_without_end_is_left_at_the_limit(web: Neighbour) -> None:
    assert why_not(web.on("/a", endless), web.allowed()) is Why.TOO_BIG


def endless_in_pieces(visit: Visit) -> None:
    visit.send_response(200)
    visit.send_header("Transfer-Encoding", "chunked")
    visit.end_headers()
    while True:
        visit.wfile.write(b"2710\r\n" + b"x" * 10_000 + b"\r\n")


def test_a_body_in_pieces_without_end_is_left_at_the_limit(web: Neighbour) -> None:
    assert why_not(web.on("/a", endless_in_pieces), web.allowed()) is Why.TOO_BIG


@pytest.mark.parametrize(
    ("size", "why"), [(b"-1", Why.TOO_BIG), (b"-5", Why.NO_ANSWER), (b"zz", Why.NO_ANSWER), (b"", Why.NO_ANSWER)]
)
def test_a_piece_that_lies_about_its_size_is_bounded_too(web: Neighbour, size: bytes, why: Why) -> None:
    def lying(visit: Visit) -> None:
        visit.send_response(200)
        visit.send_header("Transfer-Encoding", "chunked")
        visit.end_headers()
        visit.wfile.write(size + b"\r\n")
        while True:
            visit.wfile.write(b"x" * 10_000)

    assert why_not(web.on("/a", lying), web.allowed()) is why


def test_what_is_packed_is_never_unpacked(web: Neighbour) -> None:
    bomb = gzip.compress(b"\0" * 10_000_000)

    assert why_not(web.on("/a", lambda visit: visit.send(bomb, Content_Encoding="gzip")), web.allowed()) is Why.NO_TEXT
    assert why_not(web.on("/b", lambda visit: visit.send(bomb)), web.allowed()) is Why.NO_TEXT


def drip(visit: Visit) -> None:
    visit.send_response(200)
    visit.end_headers()
    for _letter in range(200):
        visit.wfile.write(b"x")
        time.sleep(0.05)


def drip_headers(visit: Visit) -> None:
    for letter in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 200:
        visit.wfile.write(bytes([letter]))
        time.sleep(0.05)


@pytest.mark.parametrize("slowly", [drip, drip_headers, lambda _visit: time.sleep(5)])
def test_who_takes_all_the_time_in_the_world_does_not_get_it(web: Neighbour, slowly: Answer) -> None:
    address, began = web.on("/a", slowly), time.monotonic()

    assert why_not(address, web.allowed(seconds=0.5)) is Why.TOO_SLOW
    assert time.monotonic() - began < 4


def test_a_handshake_has_a_time_limit_too() -> None:
    with socket.create_server((HERE, 0)) as silent:
        port = silent.getsockname()[1]
        allowed = Allowed(Doorman(also=frozenset({(HERE, port)})), seconds=0.5)
        began = time.monotonic()

        assert why_not(f"https://{HERE}:{port}/", allowed) is Why.TOO_SLOW

    assert time.monotonic() - began < 4


def test_the_time_is_for_all_redirects_together(web: Neighbour) -> None:
    def slowly_on(visit: Visit) -> None:
        time.sleep(0.3)
        visit.send(b"", 302, Location="/a")

    assert why_not(web.on("/a", slowly_on), web.allowed(seconds=0.7)) is Why.TOO_SLOW


def test_headers_without_end_are_left(web: Neighbour) -> None:
    def chatter(visit: Visit) -> None:
        visit.send_response(200)
        while True:
            visit.wfile.write(b"X-More: and more\r\n")

    def one_long_line(visit: Visit) -> None:
        visit.send_response(200)
        while True:
            visit.wfile.write(b"x" * 10_000)

    assert why_not(web.on("/a", chatter), web.allowed()) is Why.NO_ANSWER
    assert why_not(web.on("/b", one_long_line), web.allowed()) is Why.NO_ANSWER


def test_what_was_cut_off_is_no_answer(web: Neighbour) -> None:
    address = web.on("/a", lambda visit: visit.send(AGENDA.encode(), Content_Length="5000"))

    assert why_not(address, web.allowed()) is Why.NO_ANSWER
