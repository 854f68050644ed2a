"""Everything that parents and young people read is easy to read: short sentences, abbreviations that are explained."""

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from domain.content.articles import standard
from i18n import LANGUAGES, _, use_language
from i18n.collect import KEYWORDS, ROOT
from tests.readable import abbreviations, read

MEAN, LONGEST = 12, 25
SHARED = ("web/templates/base.html", "web/templates/error.html", "web/templates/fields.html")
CONTENT = ROOT / "domain" / "content"
FORMS = (
    "forms/request.toml",
    "forms/sign_up.toml",
    "forms/inquiry.toml",
    "forms/inquiry_young.toml",
    "forms/call_back.toml",
)
CATALOGUES = ("word", "address", "helpline")
# Names by which people know something better than by what they stand for.
NAMES = {"LAKS", "AA", "JSON"}


def pages() -> list[Path]:
    templates = sorted((ROOT / "public" / "templates").glob("*.html"))
    return [*templates, *sorted((ROOT / "public").rglob("*.py")), *(ROOT / one for one in SHARED)]


@cache
def texts_in(path: Path) -> tuple[str | tuple[str, ...], ...]:
    method = "jinja2" if path.suffix == ".html" else "python"
    return tuple(message for _line, message, _comment, _context in extract_from_file(method, path, keywords=KEYWORDS))


def said_on(path: Path, language: str) -> list[str]:
    use_language(language)
    parts = (one if isinstance(one, tuple) else (one,) for one in texts_in(path))
    return [_(part) for many in parts for part in many[:1]]


def entries(name: str, language: str) -> list[str]:
    rows = tomllib.loads((CONTENT / name).read_text(encoding="utf-8"))["entry"]
    return [row.get(f"{kind}_{language}", "") for row in rows for kind in ("label", "help")]


def starting_texts(language: str) -> Iterator[tuple[str, list[str]]]:
    for facts, words in standard():
        yield facts["slug"], list(words[language])
    for name in (*(f"catalogues/{one}.toml" for one in CATALOGUES), *FORMS):
        yield name, entries(name, language)


def everything(language: str) -> dict[str, list[str]]:
    drawn = {path.relative_to(ROOT).as_posix(): said_on(path, language) for path in pages()}
    return drawn | dict(starting_texts(language))


def explained(language: str) -> set[str]:
    rows = tomllib.loads((CONTENT / "catalogues" / "word.toml").read_text(encoding="utf-8"))["entry"]
    return {name for row in rows for name in (row[f"label_{language}"], *row["data"]["also"])}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short_on_every_page(language: str) -> None:
    readings = {name: read(texts) for name, texts in everything(language).items()}

    assert {name: round(one.mean, 1) for name, one in readings.items() if one.mean > MEAN} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_long(language: str) -> None:
    readings = {name: read(texts) for name, texts in everything(language).items()}

    assert {name: one.longest for name, one in readings.items() if one.most > LONGEST} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_abbreviation_is_in_the_word_list(language: str) -> None:
    used = {name: abbreviations("\n".join(texts)) for name, texts in everything(language).items()}

    known = {one.upper() for one in explained(language)} | NAMES
    assert {name: found - known for name, found in used.items() if found - known} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_abbreviation_stands_in_a_sentence_where_it_is_explained(language: str) -> None:
    """Not only in a title, a summary or a heading: those are not explained."""
    hidden = {}
    for slug, (title, summary, body) in ((facts["slug"], words[language]) for facts, words in standard()):
        lines = "\n".join(line for line in body.splitlines() if not line.startswith("#"))
        hidden[slug] = abbreviations(f"{title}\n{summary}\n{body}") - abbreviations(lines) - NAMES

    assert {name: found for name, found in hidden.items() if found} == {}


def test_a_long_sentence_and_a_strange_abbreviation_would_be_found() -> None:
    texts: Iterable[str] = ["Dit is een zin. " + "en " * 30 + "klaar. De XYZ."]

    assert (read(texts).most, abbreviations(next(iter(texts)))) == (31, {"XYZ"})
