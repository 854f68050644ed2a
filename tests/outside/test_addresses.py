"""Only public places, in whatever way an address is written."""

import time

import pytest

from outside.addresses import Doorman, is_public, next_target, target
from outside.unreadable import Unreadable, Why

NOT_PUBLIC = [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1", "192.0.0.8",
    "192.168.1.1", "198.18.0.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:c0a8:101::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "fc00::1",
    "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "2001:db8::1", "100::1", "geen adres",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "142.250.179.142", "2a00:1450:400e:811::200e", "64:ff9b::808:808", "::ffff:8.8.8.8"]
# How the same forbidden places can be written in an address; the system's own resolver reads them all.
HIDDEN = [
    "http://127.0.0.1/", "http://localhost/", "http://LOCALHOST/", "http://2130706433/", "http://0177.0.0.1/",
    "http://0x7f.0.0.1/", "http://0x7f000001/", "http://127.1/", "http://0/", "http://0.0.0.0/", "http://[::1]/",
    "http://[::]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[64:ff9b::7f00:1]/",
    "http://169.254.169.254/latest/meta-data/", "http://2852039166/", "http://[fd00:ec2::254]/", "http://192.168.0.1/",
    "http://10.0.0.1/", "webcal://127.0.0.1/", "http://１２７.０.０.１/", "http://127。0。0。1/",
]  # fmt: skip


def refused(address: str, doorman: Doorman | None = None) -> Why:
    with pytest.raises(Unreadable) as refusal:
        (doorman or Doorman()).admit(target(address), seconds=5)
    return refusal.value.why


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_that_not_everybody_can_visit_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_on_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", HIDDEN)
def test_a_private_place_is_refused_however_it_is_written(address: str) -> None:
    assert refused(address) is Why.NOT_ALLOWED


def test_one_private_answer_among_public_ones_is_enough_to_refuse() -> None:
    both = Doorman(resolve=lambda *_: ["8.8.8.8", "127.0.0.1"])

    assert refused("https://agenda.example.nl/", both) is Why.NOT_ALLOWED


def test_the_numbers_that_were_checked_are_the_ones_to_connect_to() -> None:
    asked: list[tuple[str, int]] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append((host, port))
        return ["8.8.8.8", "2a00:1450:400e:811::200e"]

    found = Doorman(resolve=resolve).admit(target("https://agenda.example.nl/a"), seconds=5)

    assert (found, asked) == (["8.8.8.8", "2a00:1450:400e:811::200e"], [("agenda.example.nl", 443)])


@pytest.mark.parametrize("address", ["https://8.8.8.8:22/", "https://8.8.8.8:8080/", "http://8.8.8.8:6379/"])
def test_other_ports_than_those_of_the_web_are_refused(address: str) -> None:
    assert refused(address) is Why.NOT_ALLOWED


def test_what_may_be_visited_besides_is_one_address_with_one_port() -> None:
    next_door = Doorman(also=frozenset({("127.0.0.1", 8000)}))

    assert next_door.admit(target("http://127.0.0.1:8000/"), seconds=5) == ["127.0.0.1"]
    assert refused("http://127.0.0.1:8001/", next_door) is Why.NOT_ALLOWED
    assert refused("http://127.0.0.1/", next_door) is Why.NOT_ALLOWED


def test_a_name_that_nobody_knows_is_not_found() -> None:
    assert refused("https://agenda.example.nl/", Doorman(resolve=lambda *_: [])) is Why.NOT_FOUND


def test_looking_up_a_name_has_a_time_limit() -> None:
    def resolve(_host: str, _port: int) -> list[str]:
        time.sleep(5)
        return ["8.8.8.8"]

    slow = Doorman(resolve=resolve)
    began = time.monotonic()

    with pytest.raises(Unreadable, match="too_slow"):
        slow.admit(target("https://agenda.example.nl/"), seconds=0.1)

    assert time.monotonic() - began < 4


@pytest.mark.parametrize(
    "text",
    [
        "", "agenda", "ftp://example.nl/a", "file:///etc/passwd", "javascript:alert(1)", "gopher://example.nl/",
        "https://", "https:///pad", "https://naam:geheim@example.nl/", "https://naam@example.nl/",
        "https://example.nl\\@127.0.0.1/", "https://example.nl/a b", "https://example.nl/\r\nHost: a",
        "https://example.nl:abc/", "https://example.nl:99999/", "https://[::1/", "https://[fe80::1%25eth0]/",
        "https://" + "a" * 2000 + ".nl/", "https://" + "a" * 70 + ".nl/",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="no_address"):
        target(text)


def test_an_address_is_taken_apart() -> None:
    assert str(target(" webcal://Agenda.Example.NL/mijn/agenda.ics?sleutel=geheim#deel ")) == (
        "https://agenda.example.nl/mijn/agenda.ics?sleutel=geheim"
    )
    assert str(target("https://café.nl/vrije tijd".replace(" ", "%20") + "/é")) == (
        "https://xn--caf-dma.nl/vrije%20tijd/%C3%A9"
    )
    assert target("https://example.nl:443").place == "example.nl"
    assert target("http://[2a00:1450:400e:811::200e]/").place == "[2a00:1450:400e:811::200e]"


def test_a_redirect_is_read_from_where_it_came() -> None:
    here = target("https://example.nl/a/b.ics")

    assert str(next_target(here, "c.ics")) == "https://example.nl/a/c.ics"
    assert str(next_target(here, "//elders.nl/d")) == "https://elders.nl/d"


def test_a_redirect_never_leaves_the_safe_way() -> None:
    with pytest.raises(Unreadable, match="not_safe"):
        next_target(target("https://example.nl/a"), "http://example.nl/a")
