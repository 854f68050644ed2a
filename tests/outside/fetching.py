"""Servers to fetch from, and why that did not go."""

from collections.abc import Iterator

import pytest

from outside.guarded import Allowed, fetch
from outside.unreadable import Unreadable, Why
from tests.outside.web_server import Neighbour, neighbour

AGENDA = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def web() -> Iterator[Neighbour]:
    with neighbour() as found:
        yield found


def why_not(address: str, allowed: Allowed) -> Why:
    with pytest.raises(Unreadable) as refusal:
        fetch(address, allowed)
    return refusal.value.why
