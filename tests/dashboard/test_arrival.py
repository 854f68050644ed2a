"""The page that somebody comes in on: it comes with the frame, and nobody gets more by it than by asking for it."""

import re

import pytest
from dash import Dash, html
from flask import Flask
from playwright.sync_api import Request, expect

from tests.browser.chromium import OpenPage
from tests.dashboard.sample import signed_in

HOST = "http://localhost"


def frame(server: Flask, referrer: str | None, token: str = "coordinator") -> str:
    """What the browser gets when it asks for the frame, as one text."""
    headers = {"Referer": referrer} if referrer else {}
    answer = signed_in(server, token).get("/werk/_dash-layout", headers=headers)
    assert answer.status_code == 200
    return str(answer.get_json())


def test_the_page_that_asks_for_the_frame_stands_in_it_with_its_title(server: Flask) -> None:
    layout = frame(server, f"{HOST}/werk/nummer/7?month=maart")

    assert ("Nummer 7" in layout, "maand maart" in layout, "'search': '?month=maart'" in layout) == (True, True, True)


@pytest.mark.parametrize(
    "referrer", [None, f"{HOST}/", f"{HOST}/werk/nee", "http://elsewhere.example/werk/trends", "http://[", "x" * 3000]
)
def test_a_page_that_is_not_ours_or_not_told_is_drawn_by_its_own_question(server: Flask, referrer: str | None) -> None:
    layout = frame(server, referrer)

    assert ("Het blijft gelijk." in layout, "'pathname'" in layout) == (False, False)


def test_who_may_not_see_a_page_does_not_get_it_with_the_frame(server: Flask) -> None:
    layout = frame(server, f"{HOST}/werk/trends", token="buddy")

    assert ("Het blijft gelijk." in layout, "Geen toegang" in layout or "mag" in layout) == (False, True)


def test_the_first_page_leaves_out_what_dash_brings_for_old_browsers(server: Flask) -> None:
    """Dash by itself does bring it; where that ends, leaving it out can end too."""
    plain = Dash("plain")
    plain.layout = html.Div()
    page = plain.server.test_client().get("/").text
    ours = signed_in(server, "coordinator").get("/werk/trends").text

    assert ("polyfill" in page, "polyfill" in ours, "dash_renderer" in ours) == (True, False, True)


@pytest.mark.browser
@pytest.mark.xdist_group("shell")
def test_a_page_is_asked_for_once_and_back_and_forth_still_draws(open_page: OpenPage, server: Flask, url: str) -> None:
    asked = list[str]()

    def note(request: Request) -> None:
        if "_dash-update-component" in request.url and "page.children" in (request.post_data or ""):
            asked.append(request.post_data or "")

    page = open_page(f"{url}/werk/nummer/7?month=maart", server=server, token="coordinator")
    page.on("request", note)
    page.reload()
    expect(page.locator("#page h1")).to_have_text(re.compile("Nummer 7"))
    page.wait_for_load_state("networkidle")
    at_arrival = len(asked)
    page.get_by_role("link", name="Trends").first.click()
    expect(page.locator("#page h1")).to_have_text(re.compile("Trends"))
    page.go_back()
    expect(page.locator("#page h1")).to_have_text(re.compile("Nummer 7"))

    assert (at_arrival, len(asked), page.url.endswith("/werk/nummer/7?month=maart")) == (0, 2, True)
