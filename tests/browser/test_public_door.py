"""Every page that a visitor can reach is judged by machine; a new page is in it as soon as another one links to it."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page as BrowserPage

from domain import organisation
from tests import make
from tests.browser.chromium import PHONE, OpenPage, serving
from tests.browser.looks import TOO_WIDE, axe
from tests.invented import Point, point_in
from tests.page_weight import weight_of
from tests.public_addresses import never_reached, pages_of

pytestmark = pytest.mark.browser

MOST_BYTES = 50_000
SPOKEN = ("nl", "en", "ar")
SAME_SITE = {"Sec-Fetch-Site": "same-origin"}
# What a page is without its styles: what comes first, how headings follow each other, and what each control is called.
ORDER = """() => {
  const wrong = [], headings = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map(one => +one.tagName[1]);
  if (headings.filter(level => level === 1).length !== 1) wrong.push("not one h1");
  headings.forEach((level, n) => { if (level > (headings[n - 1] ?? 0) + 1) wrong.push(`h${level} skips a level`); });
  const first = document.querySelector("a[href],button,input,select,textarea,summary");
  if (!first.matches(".skip") || !document.querySelector(first.getAttribute("href"))) wrong.push("no way past the top");
  for (const one of document.querySelectorAll("input:not([type=hidden]),select,textarea"))
    if (!one.labels.length && !one.ariaLabel) wrong.push(`no label: ${one.outerHTML}`);
  for (const one of document.querySelectorAll("[hidden]"))
    if (one.checkVisibility()) wrong.push(`hidden, and still there: ${one.outerHTML.slice(0, 200)}`);
  for (const one of document.querySelectorAll("textarea"))
    if (one.maxLength < 0) wrong.push(`what is pasted may be too much to send, and is lost: ${one.name}`);
  for (const one of document.querySelectorAll("[src],link[rel=stylesheet],form[action]")) {
    const address = one.getAttribute("src") ?? one.getAttribute("href") ?? one.getAttribute("action");
    if (new URL(address, location.href).origin !== location.origin) wrong.push(`another host: ${address}`);
  }
  for (const form of document.forms)
    if (!form.querySelector("button:not([type=button]),input[type=submit]")) wrong.push("a form that needs a script");
  return wrong;
}"""
# What the tab key must come to: of a group of radio buttons the one that is chosen, or else one of them.
LISTEN = """() => {
  const can = [...document.querySelectorAll("a[href],button,input:not([type=hidden]),select,textarea,summary")]
    .filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({visibilityProperty: true}));
  window.reached = new Set();
  document.addEventListener("focusin", event => reached.add(event.target));
  const same = one => [...reached].some(other => other.type === "radio" && other.name === one.name);
  const missed = one => !reached.has(one) && !(one.type === "radio" && same(one));
  window.missed = () => can.filter(missed).map(one => one.outerHTML.slice(0, 200));
  document.activeElement.blur();
  return can.length;
}"""


@pytest.fixture(scope="module")
def door(invented_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Point, list[str]]]:
    """A support point that speaks one language from right to left too, with all its public addresses."""
    with point_in(tmp_path_factory.mktemp("door"), invented_years) as point:
        with point.database.writing() as session:
            organisation.change(session, by=make.COORDINATOR, now=point.now, languages="ar")
        yield point, pages_of(point)


def test_there_is_an_example_of_every_public_page(door: tuple[Point, list[str]]) -> None:
    point, addresses = door

    assert never_reached(point.server, addresses) == set()


def test_every_public_page_is_readable_in_order_and_by_keyboard(
    door: tuple[Point, list[str]], open_page: OpenPage
) -> None:
    point, addresses = door
    wrong = []
    with serving(point.server) as home:
        page = open_page(home, size=PHONE)
        for address in addresses:
            page.goto(home + address)
            found = [*page.evaluate(ORDER), *axe(page), *_sideways(page), *_out_of_reach(page)]
            wrong += [f"{address}: {one}" for one in found]

    assert "\n".join(wrong) == ""


def test_every_public_page_goes_from_right_to_left_at_night_too(
    door: tuple[Point, list[str]], open_page: OpenPage
) -> None:
    point, addresses = door
    wrong = []
    with serving(point.server) as home:
        page = open_page(f"{home}/?taal=ar", size=PHONE)
        page.emulate_media(color_scheme="dark")
        for address in addresses:
            page.goto(home + address)
            turned = [] if page.evaluate("document.dir") == "rtl" else ["not turned"]
            wrong += [f"{address}: {one}" for one in (*turned, *axe(page), *_sideways(page))]

    assert "\n".join(wrong) == ""


def test_every_public_page_is_small_with_all_that_it_brings(door: tuple[Point, list[str]]) -> None:
    point, addresses = door
    client = point.server.test_client()
    spoken = [
        one if "taal=" in one else f"{one}{'&' if '?' in one else '?'}taal={code}"
        for one in addresses
        for code in SPOKEN
    ]

    sizes = {address: weight_of(client, address) for address in spoken}

    assert {address: size for address, size in sizes.items() if size > MOST_BYTES} == {}


def test_every_public_form_can_be_sent_without_a_script(door: tuple[Point, list[str]]) -> None:
    """As it stands, without anything filled in: it is answered with a page, never with a failure."""
    point, addresses = door
    client = point.server.test_client()
    answered = {}
    for address in addresses:
        if not address.startswith("/link/"):  # the button behind a link does what it says
            for action, fields in _Forms(client.get(address).text).found:
                answer = client.post(action or address, data=fields, headers=SAME_SITE)
                answered[address, action] = answer.status_code

    assert answered
    assert {where: code for where, code in answered.items() if code not in (200, 302, 303, 422)} == {}


def test_from_right_to_left_a_tap_in_the_triangle_means_what_is_drawn_there(
    door: tuple[Point, list[str]], open_page: OpenPage
) -> None:
    with serving(door[0].server) as home:
        page = open_page(f"{home}/vertellis/verhaal?taal=ar", size=PHONE)
        page.locator("#f-verhaal").fill("Mijn zoon wilde niet meer naar school.")
        for _twice in range(2):
            page.get_by_role("button", name="التالي").click()
        picture = page.locator(".corners svg")
        picture.scroll_into_view_if_needed()
        box, at_home = picture.bounding_box(), page.locator(".at-thuis").bounding_box()
        assert box and at_home
        picture.click(position={"x": box["width"] * 0.85, "y": box["height"] * 0.8})
        drawn = page.locator(".corners ellipse").bounding_box()
        parts = page.locator(".fine").input_value().split("-")

    assert drawn
    assert (at_home["x"] > box["x"] + box["width"] / 2, drawn["x"] > box["x"] + box["width"] * 0.7) == (True, True)
    assert int(parts[1]) > 60


def _sideways(page: BrowserPage) -> list[str]:
    over = page.evaluate(TOO_WIDE)
    return [f"{over} pixels wider than the screen"] if over > 0 else []


def _out_of_reach(page: BrowserPage) -> list[str]:
    for _each in range(page.evaluate(LISTEN) + 2):
        page.keyboard.press("Tab")
    return [f"the tab key never comes to {one}" for one in page.evaluate("missed()")]


class _Forms(HTMLParser):
    """Where each form is sent that writes, and its hidden fields."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self._writes = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {key: value or "" for key, value in attrs}
        if tag == "form":
            self._writes = said.get("method", "").lower() == "post"
            if self._writes:
                self.found.append((said.get("action", ""), {}))
        if self._writes and tag == "input" and said.get("type") == "hidden":
            self.found[-1][1][said["name"]] = said.get("value", "")
