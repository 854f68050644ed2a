"""What a page says in the language that it speaks: its words, without what is marked as being in another language."""

import re
from html.parser import HTMLParser

# Without an end of their own, so that nothing stands inside them.
SINGLE = frozenset({"br", "hr", "img", "input", "link", "meta", "path", "source", "use", "wbr"})
# The title of a page may hold what staff wrote, and can't mark a part of itself.
SILENT = frozenset({"script", "style", "title"})
SPOKEN_ATTRIBUTES = ("alt", "aria-label", "placeholder", "title")
LATIN, OTHER = re.compile("[A-Za-zÀ-ÿ]{2}"), re.compile("[\u0600-\u06ff]")
NO_PROSE = re.compile(r"\S+@\S+|(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}\S*")


class Saying(HTMLParser):
    """The pieces of text of a page that are said in `language`, attributes that are read aloud among them."""

    def __init__(self, source: str, language: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._language = language
        self._inside: list[tuple[str, str]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        spoken = found.get("lang") or self._spoken()
        if spoken == self._language:
            self.said += [one for name in SPOKEN_ATTRIBUTES if (one := found.get(name))]
        if tag not in SINGLE:
            self._inside.append((tag, spoken))

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._inside) - 1, -1, -1):
            if self._inside[place][0] == tag:
                del self._inside[place:]
                return

    def handle_data(self, data: str) -> None:
        silent = any(tag in SILENT for tag, _spoken in self._inside)
        if data.strip() and not silent and self._spoken() == self._language:
            self.said.append(data.strip())

    def _spoken(self) -> str:
        return self._inside[-1][1] if self._inside else ""


def left_in_latin_letters(text: str) -> bool:
    """Whether nothing of it was put into another alphabet; an address to click or to write to is no text."""
    prose = NO_PROSE.sub(" ", text)
    return bool(LATIN.search(prose)) and not OTHER.search(prose)
