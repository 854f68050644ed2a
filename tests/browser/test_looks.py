"""What the looks at a page find: what only a phone, only night, or only both together show."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page

from tests.browser import looks
from tests.browser.chromium import OpenPage, serving
from tests.browser.looks import wrong_in_every_look

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _in_all_four(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "EVERY_LOOK", True)


STYLES = """
  :root { color-scheme: light dark; background: Canvas; color: CanvasText }
  button { min-height: 44px; min-width: 44px }
  .phone { display: none }
"""
SMALL, NIGHT = "@media (width < 500px)", "@media (prefers-color-scheme: dark)"
BOTH = ("light", "dark")
PALE = "color: #777; background: #888"


@pytest.fixture
def visit(open_page: OpenPage) -> Iterator[OpenPage]:
    """Open a sound page to which styles of one's own are added."""
    server = Flask(__name__)
    told = {"styles": ""}
    body = '<main><h1>Vragen</h1><p>Zin</p><p class="phone">Kort</p><button><b>Bel</b></button></main>'
    head = '<title>Vragen</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">'
    server.add_url_rule(
        "/", "page", lambda: f"<!doctype html><html lang=nl>{head}<style>{told['styles']}</style>{body}"
    )

    def visit_(styles: str) -> Page:
        told["styles"] = STYLES + styles
        return open_page(url)

    with serving(server) as url:
        yield visit_


CONTRAST = "color-contrast"


@pytest.mark.parametrize(
    ("styles", "wrong"),
    [
        ("", []),
        (f"p {{ {PALE} }}", [f"light 1440: {CONTRAST}", f"dark 1440: {CONTRAST}"]),
        (f"{SMALL} {{ p {{ {PALE} }} }}", [f"light 390: {CONTRAST}", f"dark 390: {CONTRAST}"]),
        (f"{SMALL} {{ .phone {{ display: block; {PALE} }} }}", [f"light 390: {CONTRAST}", f"dark 390: {CONTRAST}"]),
        (f"{NIGHT} {{ p {{ {PALE} }} }}", [f"dark 1440: {CONTRAST}"]),
        (f"{SMALL} {{ {NIGHT} {{ p {{ {PALE} }} }} }}", [f"dark 390: {CONTRAST}"]),
        (f"{SMALL} {{ b {{ display: none }} }}", ["light 390: button-name"]),
        (f"{SMALL} {{ h1 {{ width: 500px }} }}", [f"{look} 390: 118 pixels wider than the screen" for look in BOTH]),
    ],
)
def test_what_is_wrong_is_found_in_the_look_that_shows_it(visit: OpenPage, styles: str, wrong: list[str]) -> None:
    page = visit(styles)

    assert [one.split(": <")[0] for one in wrong_in_every_look(page)] == wrong
