"""Fetching from servers that mean well and from servers that do not."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from outside.addresses import Doorman
from outside.guarded import Allowed, fetch
from outside.unreadable import Unreadable, Why
from tests.outside.fetching import AGENDA, web, why_not
from tests.outside.web_server import HERE, Neighbour, neighbour

__all__ = ["web"]


@pytest.fixture
def safe_web(tmp_path: Path) -> Iterator[Neighbour]:
    with neighbour(tmp_path / "certificate.pem") as found:
        yield found


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
