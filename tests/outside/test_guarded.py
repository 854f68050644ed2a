"""Fetching from servers that mean well and from servers that do not."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from outside.addresses import Doorman
from outside.guarded import Allowed, fetch
from outside.unreadable import Unreadable, Why
from tests.outside.web_server import HERE, Answer, Neighbour, Visit, neighbour

AGENDA = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def web() -> Iterator[Neighbour]:
    with neighbour() as found:
        yield found


@pytest.fixture
def safe_web(tmp_path: Path) -> Iterator[Neighbour]:
    with neighbour(tmp_path / "certificate.pem") as found:
        yield found


def why_not(address: str, allowed: Allowed) -> Why:
    with pytest.raises(Unreadable) as refusal:
        fetch(address, allowed)
    return refusal.value.why


def test_a_text_is_fetched(web: Neighbour) -> None:
    address = web.serves("/agenda.ics?sleutel=1", "﻿" + AGENDA)

    assert fetch(address, web.allowed()) == AGENDA


def test_nothing_is_told_of_who_asks(web: Neighbour) -> None:
    fetch(web.serves("/agenda.ics", AGENDA, Set_Cookie="volg=mij"), web.allowed())
    fetch(web.url + "/agenda.ics", web.allowed())

    assert web.server.seen[1] == (
        "/agenda.ics",
        {
            "Host": f"{HERE}:{web.port}",
            "Accept": "text/calendar",
            "Accept-Encoding": "identity",
            "Connection": "close",
            "User-Agent": "RodeDraad",
        },
    )


def test_a_text_is_fetched_over_tls(safe_web: Neighbour) -> None:
    assert fetch(safe_web.serves("/agenda.ics", AGENDA), safe_web.allowed()) == AGENDA


def test_a_name_is_shown_to_the_server_and_checked_in_its_certificate(safe_web: Neighbour) -> None:
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return [HERE]

    doorman = Doorman(also=frozenset({(HERE, safe_web.port)}), resolve=resolve)
    allowed = Allowed(doorman, certificates=safe_web.certificates)
    safe_web.serves("/a", AGENDA)

    assert fetch(f"webcal://agenda.example.nl:{safe_web.port}/a", allowed) == AGENDA
    assert safe_web.server.seen[0][1]["Host"] == f"agenda.example.nl:{safe_web.port}"
    assert why_not(f"https://elders.example.nl:{safe_web.port}/a", allowed) is Why.NOT_SAFE
    assert asked == ["agenda.example.nl", "elders.example.nl"]


def test_a_certificate_that_nobody_vouches_for_is_not_safe(safe_web: Neighbour) -> None:
    doorman = safe_web.allowed().doorman

    assert why_not(safe_web.serves("/a", AGENDA), Allowed(doorman)) is Why.NOT_SAFE


def test_a_redirect_is_followed(web: Neighbour) -> None:
    web.serves("/agenda.ics", AGENDA)
    address = web.serves("/oud", "", 302, Location="/agenda.ics")

    assert fetch(address, web.allowed()) == AGENDA


@pytest.mark.parametrize(
    "inside",
    ["http://127.0.0.1:1/", "http://169.254.169.254/latest/", "http://[::1]/", "http://localhost/", "http://10.0.0.1/"],
)
def test_a_redirect_to_a_private_place_is_not_followed(web: Neighbour, inside: str) -> None:
    assert why_not(web.serves("/a", "", 302, Location=inside), web.allowed()) is Why.NOT_ALLOWED


def test_a_redirect_to_something_else_than_the_web_is_not_followed(web: Neighbour) -> None:
    assert why_not(web.serves("/a", "", 302, Location="file:///etc/passwd"), web.allowed()) is Why.NO_ADDRESS


def test_a_redirect_that_never_ends_is_left(web: Neighbour) -> None:
    address = web.serves("/a", "", 302, Location="/a")

    assert why_not(address, web.allowed()) is Why.WANDERS
    assert len(web.server.seen) == 4


def test_a_name_that_leads_elsewhere_the_second_time_is_looked_up_once(web: Neighbour) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    doorman = Doorman(also=frozenset({(HERE, web.port)}), resolve=lambda *_: next(answers))
    web.serves("/a", AGENDA)

    first = fetch(f"http://agenda.example.nl:{web.port}/a", Allowed(doorman))

    assert first == AGENDA
    assert next(answers) == ["127.0.0.2"]


def test_a_name_that_leads_inside_after_a_redirect_is_refused(web: Neighbour) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    doorman = Doorman(also=frozenset({(HERE, web.port)}), resolve=lambda *_: next(answers))
    web.serves("/a", "", 302, Location="/b")
    web.serves("/b", AGENDA)

    assert why_not(f"http://agenda.example.nl:{web.port}/a", Allowed(doorman)) is Why.NOT_ALLOWED
    assert [path for path, _headers in web.server.seen] == ["/a"]


def test_a_private_place_is_never_visited(web: Neighbour) -> None:
    assert why_not(web.serves("/a", AGENDA), Allowed()) is Why.NOT_ALLOWED
    assert web.server.seen == []


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
    assert time.monotonic() - began < 1.5


def test_a_handshake_has_a_time_limit_too() -> None:
    with socket.create_server((HERE, 0)) as silent:
        port = silent.getsockname()[1]
        allowed = Allowed(Doorman(also=frozenset({(HERE, port)})), seconds=0.5)
        began = time.monotonic()

        assert why_not(f"https://{HERE}:{port}/", allowed) is Why.TOO_SLOW

    assert time.monotonic() - began < 1.5


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


def test_nobody_there_is_no_answer() -> None:
    with socket.create_server((HERE, 0)) as taken:
        port = taken.getsockname()[1]

    assert why_not(f"http://{HERE}:{port}/", Allowed(Doorman(also=frozenset({(HERE, port)})))) is Why.NO_ANSWER


@pytest.mark.parametrize(
    ("status", "why"), [(401, Why.CLOSED), (403, Why.CLOSED), (404, Why.GONE), (410, Why.GONE), (500, Why.UNWELL)]
)
def test_a_no_of_the_server_is_understood(web: Neighbour, status: int, why: Why) -> None:
    assert why_not(web.serves("/a", AGENDA, status), web.allowed()) is why


def test_what_is_no_text_is_refused(web: Neighbour) -> None:
    assert why_not(web.on("/a", lambda visit: visit.send(b"\x89PNG\xff\xfe")), web.allowed()) is Why.NO_TEXT


def test_no_connection_is_left_open(web: Neighbour, safe_web: Neighbour) -> None:
    before = threading.active_count()
    for one in (web, safe_web):
        fetch(one.serves("/a", AGENDA), one.allowed())
        why_not(one.serves("/b", AGENDA, 500), one.allowed())

    deadline = time.monotonic() + 2
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threading.active_count() == before


def test_a_refusal_tells_nothing_of_the_address(web: Neighbour) -> None:
    secret = web.serves("/geheime-sleutel", "", 403)

    with pytest.raises(Unreadable) as refusal:
        fetch(secret, web.allowed())

    assert (str(refusal.value), refusal.value.__cause__) == ("closed", None)
