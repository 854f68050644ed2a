"""Everything that parents and young people read is easy to read: short sentences, abbreviations that are explained."""

import csv
import re
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
    "forms/feedback.toml",
    "forms/inquiry.toml",
    "forms/inquiry_young.toml",
    "forms/call_back.toml",
)
CATALOGUES = (
    "word", "address", "helpline", "event_kind", "helpfulness", "theme", "term", "standard_answer",
)  # fmt: skip
# What only staff read, in words of their work.
FOR_STAFF = (
    "domain/importing", "domain/journal.py", "domain/people_workbook", "domain/register", "domain/reporting",
    "domain/stories/moderation_refusals.py",
)  # fmt: skip
IN_SMALL_LETTERS = {"po", "vo", "so", "vso", "sbo", "mbo", "lwoo", "hb", "pgb", "vmbo", "havo", "vwo"}
# Names by which people know something better than by what they stand for.
NAMES = {"LAKS", "MEE", "AA", "JSON", "CSV", "JPEG", "MB", "PDF", "PNG", "RD"}


def pages() -> list[Path]:
    templates = sorted((ROOT / "public" / "templates").glob("*.html"))
    said = [*sorted((ROOT / "public").rglob("*.py")), *sorted((ROOT / "web").rglob("*.py")), *_verbs()]
    return [*templates, *said, *(ROOT / one for one in SHARED)]


def _verbs() -> list[Path]:
    """What a verb says about what it did, or why it can't: most of it is read by visitors too."""
    every = sorted((ROOT / "domain").rglob("*.py"))
    return [one for one in every if not one.relative_to(ROOT).as_posix().startswith(FOR_STAFF)]


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
    own_words = [row.get("data", {}).get(language, "") for row in rows]
    return [*(row.get(f"{kind}_{language}", "") for row in rows for kind in ("label", "help")), *own_words]


def topics(language: str) -> list[str]:
    """Without what stands in brackets behind the words that it stands for."""
    with (CONTENT / "topics.csv").open(encoding="utf-8") as file:
        return [re.sub(r" \([^)]*\)", "", row[f"name_{language}"]) for row in csv.DictReader(file)]


def letters(language: str) -> Iterator[tuple[str, list[str]]]:
    """What arrives: the subject and the words, without what tells staff about the letter."""
    for path in sorted((ROOT / "mail" / "templates").glob(f"*.{language}.txt")):
        yield f"mail/{path.name}", [path.read_text(encoding="utf-8").partition("\nOnderwerp: ")[2]]


def starting_texts(language: str) -> Iterator[tuple[str, list[str]]]:
    for facts, words in standard():
        yield facts["slug"], list(words[language])
    for name in (*(f"catalogues/{one}.toml" for one in CATALOGUES), *FORMS):
        yield name, entries(name, language)


def everything(language: str) -> dict[str, list[str]]:
    drawn = {path.relative_to(ROOT).as_posix(): said_on(path, language) for path in pages()}
    return drawn | dict(starting_texts(language)) | dict(letters(language)) | {"topics.csv": topics(language)}


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


def test_what_is_shortened_in_the_name_of_a_subject_is_in_the_word_list() -> None:
    """In small letters too, and between brackets."""
    with (CONTENT / "topics.csv").open(encoding="utf-8") as file:
        parts = {part for row in csv.DictReader(file) for part in re.findall(r"[A-Za-z]+", row["name_nl"])}
    used = {one.upper() for one in parts if (one.isupper() and len(one) > 1) or one in IN_SMALL_LETTERS}

    assert used - {one.upper() for one in explained("nl")} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_abbreviation_stands_in_a_sentence_where_it_is_explained(language: str) -> None:
    """Not only in a title, a summary or a heading: those are not explained."""
    hidden = {}
    for slug, (title, summary, body) in ((facts["slug"], words[language]) for facts, words in standard()):
        lines = "\n".join(line for line in body.splitlines() if not line.startswith("#"))
        hidden[slug] = abbreviations(f"{title}\n{summary}\n{body}") - abbreviations(lines) - NAMES

    assert {name: found for name, found in hidden.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_visitors_read_is_passed_over(language: str) -> None:
    """Pages, why something can't be, what a new installation starts with, and letters: each is really read."""
    texts = everything(language)
    kinds = (
        "public/templates/",
        "public/",
        "web/",
        "domain/texts.py",
        "domain/inquiring/refusals.py",
        "mail/",
        "forms/",
    )

    assert [kind for kind in kinds if not any(name.startswith(kind) and any(texts[name]) for name in texts)] == []
    assert [name for name in texts if name.startswith("mail/") and not all(texts[name])] == []


def test_a_long_sentence_and_a_strange_abbreviation_would_be_found() -> None:
    texts: Iterable[str] = ["Dit is een zin. " + "en " * 30 + "klaar. De XYZ."]

    assert (read(texts).most, abbreviations(next(iter(texts)))) == (31, {"XYZ"})
