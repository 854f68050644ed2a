"""Dutch words on a page that goes from right to left: read in their own direction, and begun at one side."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain import organisation
from tests import make
from tests.browser.chromium import PHONE, OpenPage, serving
from tests.invented import point_in

pytestmark = pytest.mark.browser

# Where the first two words of a text begin, in pixels from the left.
FIRST_WORDS = """told => {
  const words = told.firstChild, end = words.data.indexOf(" ");
  return [[0, end], [end + 1, end + 3]].map(([from, to]) => {
    const word = document.createRange();
    word.setStart(words, from);
    word.setEnd(words, to);
    return word.getBoundingClientRect().left;
  });
}"""
SIDES = "found => found.map(one => getComputedStyle(one).textAlign)"


@pytest.fixture(scope="module")
def home(invented_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A support point that speaks Arabic too."""
    with point_in(tmp_path_factory.mktemp("direction"), invented_years) as point:
        with point.database.writing() as session:
            organisation.change(session, by=make.COORDINATOR, now=point.now, languages="ar")
        with serving(point.server) as url:
            yield url


def test_a_dutch_page_begins_at_one_side(home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/informatie/pesten?taal=ar", size=PHONE)

    assert page.locator("article.text > [dir=ltr]").evaluate_all(SIDES) == ["left", "left", "left"]


def test_what_somebody_typed_is_read_in_its_own_direction(home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/vertellis/verhaal?taal=ar", size=PHONE)
    page.locator("#f-verhaal").fill("Mijn zoon Milo is 8 jaar en zat op De Zonnebloem.")
    for _until_checked in range(3):
        page.get_by_role("button", name="التالي").click()

    told = [page.locator(".told-words"), page.locator("mark", has_text="8 jaar"), page.locator("s", has_text="8 jaar")]
    begun = [one.evaluate(FIRST_WORDS) for one in told]

    assert [first < second for first, second in begun] == [True, True, True]


def test_a_box_for_text_follows_what_is_typed(home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/stel-een-vraag?taal=nl", size=PHONE)

    assert page.locator("textarea").first.evaluate("one => getComputedStyle(one).unicodeBidi") == "plaintext"
