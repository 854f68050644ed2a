"""The agenda of a region on somebody else's site, in a real browser and without script."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from store.database import Database
from tests import make
from tests.browser.chromium import OpenPage, serving
from tests.doors import Doors

pytestmark = pytest.mark.browser


@pytest.fixture
def ours(sqlite: Database, now: datetime) -> Iterator[str]:
    with sqlite.writing() as session:
        make.cafe(session, now=now, title="Slaapcafé")
    with serving(Doors(sqlite, now).server) as url:
        yield url


def test_a_link_in_a_frame_on_another_page_opens_our_page_in_its_place(open_page: OpenPage, ours: str) -> None:
    source = f"{ours}/agenda/noord-kennemerland-po/insluiten?taal=en"
    school = f'<!doctype html><title>School</title><iframe src="{source}" title="Agenda" height="640"></iframe>'
    page = open_page(ours, scripts=False)
    page.route("**/school", lambda route: route.fulfill(body=school, content_type="text/html"))
    page.goto(f"{ours}/school")

    page.frame_locator("iframe").get_by_role("link", name="Slaapcafé").click()

    page.wait_for_url(f"{ours}/cafe/*")
    assert page.locator("html").get_attribute("lang") == "en"
