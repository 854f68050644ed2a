"""Texts in the reader's language: the Dutch sentence is the key, a catalogue holds the other languages."""

from collections.abc import Container, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

SOURCE = "nl"
LANGUAGES = {"nl": "Nederlands", "en": "English"}
# Only for who visits the public pages, and only where a support point switched it on. A text that such a catalogue
# does not have yet is said in Dutch. Each is a draft until somebody who grew up with the language has read it.
VISITORS_LANGUAGES = {"ar": "العربية"}
EVERY_FORM = ("zero", "one", "two", "few", "many", "other")
RIGHT_TO_LEFT = {"ar", "ti", "fa", "he"}

_language: ContextVar[str] = ContextVar("language", default=SOURCE)


def language() -> str:
    """The language of whoever reads now."""
    return _language.get()


def direction(code: str = "") -> str:
    return "rtl" if (code or language()) in RIGHT_TO_LEFT else "ltr"


def written_language() -> str:
    """The language in which what staff wrote is read here: the reader's, or Dutch for a language of visitors only."""
    return language() if language() in LANGUAGES else SOURCE


def in_words(dutch: str, english: str | None) -> str:
    """What a list says to the reader. The catalogue of another language knows our words, not those of staff."""
    return _(dutch) if language() != "en" else english or dutch


def is_draft() -> bool:
    """Whether what is read now was translated by nobody who grew up with the language."""
    return language() in VISITORS_LANGUAGES


def use_language(code: str, *, more: Container[str] = ()) -> None:
    """Speak `code` from here on in this request or thread; an unknown language falls back to Dutch.

    `more` are the visitors' languages that may be spoken here.
    """
    known = code in LANGUAGES or (code in VISITORS_LANGUAGES and code in more)
    _language.set(code if known else SOURCE)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak `code` inside the block, for a letter to somebody else than the reader of the screen."""
    token = _language.set(code if code in LANGUAGES else SOURCE)
    try:
        yield
    finally:
        _language.reset(token)


def _(text: str, **values: object) -> str:
    """`text` in the language of the reader, with `{names}` filled in."""
    if not text:  # the empty key of a catalogue is its header
        return ""
    found = _catalogue(language()).get(text)
    translated = str(found.string) if found and found.string else text
    return translated.format(**values) if values else translated


def n_(one: str, many: str, n: int, **values: object) -> str:
    """The right form for `n` things; `{n}` is filled in."""
    catalogue = _catalogue(language())
    found = catalogue.get(one)
    forms = found.string if found and isinstance(found.string, tuple) and all(found.string) else (one, many)
    return forms[_form_for(n, len(forms))].format(n=n, **values)


def _form_for(n: int, forms: int) -> int:
    """Which of the forms: one and more, or as many as the language has (Arabic has six)."""
    if forms == len(EVERY_FORM):
        return EVERY_FORM.index(Locale(language()).plural_form(n))
    return 0 if n == 1 else 1


class lazy:  # noqa: N801 - reads as a function where it is used
    """A text whose language is chosen when it is shown, for labels made at import."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return _(self.text)

    def to_plotly_json(self) -> str:
        return str(self)


@cache
def _catalogue(code: str) -> Catalog:
    path = Path(__file__).parent / f"{code}.po"
    if not path.exists():
        return Catalog(code)
    with path.open("rb") as file:
        return read_po(file, locale=code)
