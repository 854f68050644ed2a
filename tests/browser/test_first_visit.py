"""The first visit to a page of charts, on a device that was never here: bytes are counted, time is not."""

from collections.abc import Iterator

import pytest

from benchmarks.first_visit import Line, Visit, profile, visit
from domain.actors import Role
from tests.browser.chromium import Chromium, serving, sign_in
from tests.invented import Point

pytestmark = pytest.mark.browser

KILOBYTE = 1000


@pytest.fixture(scope="module")
def visits(point: Point, chromium: Chromium) -> Iterator[tuple[Visit, Visit]]:
    """The page for policy for the first and for the second time."""
    device = profile(chromium.browser)
    with serving(point.server) as home:
        sign_in(device, point.server, home, point.token(Role.POLICY))
        yield visit(device, f"{home}/werk/beleid", 1, Line()), visit(device, f"{home}/werk/beleid", 1, Line())
    device.close()


def test_the_first_visit_brings_a_megabyte(visits: tuple[Visit, Visit]) -> None:
    first, _second = visits

    assert 800 * KILOBYTE < first.received < 1075 * KILOBYTE


def test_the_second_visit_brings_what_changes_only(visits: tuple[Visit, Visit]) -> None:
    _first, second = visits

    assert second.received < 50 * KILOBYTE


def test_nothing_is_fetched_twice(visits: tuple[Visit, Visit]) -> None:
    """What is announced in the head of the page is what Dash asks for later; else it would come a second time."""
    first, _second = visits
    addresses = [address for address, _size in first.fetched if "_dash-update-component" not in address]

    assert sorted(addresses) == sorted(set(addresses))
