"""The HTML twin of a letter."""

from html.parser import HTMLParser

from i18n import speaking
from mail.html_twin import twin


class Outline(HTMLParser):
    """The words of a page by the element that holds them, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[tuple[str, str]] = []
        self.links: list[str | None] = []
        self._tag = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag
        if tag == "a":
            self.links.append(dict(attrs)["href"])

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append((self._tag, data.strip()))


def test_a_link_alone_on_its_line_is_a_button_with_the_words_above_it() -> None:
    page = Outline(twin("Hallo", "Dag.\n\nWijzigen of afmelden:\nhttps://punt.nl/link/a?b=1&c=2\n"))

    assert page.links == ["https://punt.nl/link/a?b=1&c=2"]
    assert page.words[-2:] == [("p", "Dag."), ("a", "Wijzigen of afmelden")]


def test_a_link_without_words_above_it_is_still_a_button() -> None:
    page = Outline(twin("Hallo", "https://punt.nl/"))

    assert page.words[-1] == ("a", "Openen")


def test_whatever_somebody_typed_stays_text() -> None:
    page = Outline(twin("<b>x</b>", "Beste <script>alert(1)</script>"))

    assert page.words[1:] == [("h1", "<b>x</b>"), ("p", "Beste <script>alert(1)</script>")]


def test_the_page_says_its_language_and_fetches_nothing() -> None:
    with speaking("en"):
        page = twin("Hello", "Dear Farida")

    assert '<html lang="en" dir="ltr">' in page
    assert [mark for mark in ("src=", "<script", "<link", "url(") if mark in page] == []
