"""Collect every text of the screens into the catalogues: run after a text was added or changed."""

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from i18n.texts import LANGUAGES, SOURCE, VISITORS_LANGUAGES

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "domain" / "content"
ROOMS = (
    "automations",
    "commands",
    "dashboard",
    "demo",
    "domain",
    "i18n",
    "mail",
    "matching",
    "public",
    "reports",
    "scheduler",
    "trends",
    "web",
)
KEYWORDS = {"_": None, "n_": (1, 2), "lazy": None}
METHODS = [("**/migrations/**", "ignore"), ("**.py", "python"), ("**.html", "jinja2")]


def texts_of_the_screens() -> Catalog:
    """Every translatable text in the code and the templates of the rooms."""
    found = Catalog(charset="utf-8")
    for room in ROOMS:
        for _file, _line, message, _comments, _context in extract_from_dir(ROOT / room, METHODS, keywords=KEYWORDS):
            found.add(message)
    return found


def words_of_a_new_installation() -> Iterator[str]:
    """What its catalogues say in Dutch, and the names of its topics: a language for visitors may know these too."""
    for path in sorted(CONTENT.rglob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("entry", ()):
            yield from (entry[key] for key in ("label_nl", "help_nl") if entry.get(key))
    with (CONTENT / "topics.csv").open(encoding="utf-8") as file:
        yield from (row["name_nl"] for row in csv.DictReader(file))


def collect() -> dict[str, int]:
    """Bring every catalogue up to date; returns how many texts each language still misses.

    A language for visitors is only cleared of what is said no more: it may be half done.
    """
    texts = texts_of_the_screens()
    for code in VISITORS_LANGUAGES:
        _clear(ROOT / "i18n" / f"{code}.po", texts)
    return {code: _bring_up_to_date(code, texts) for code in sorted(LANGUAGES.keys() - {SOURCE})}


def _bring_up_to_date(code: str, texts: Catalog) -> int:
    path = ROOT / "i18n" / f"{code}.po"
    catalogue = read_po(path.open("rb"), locale=code) if path.exists() else Catalog(code, charset="utf-8")
    catalogue.update(texts, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    _write(path, catalogue)
    return sum(1 for message in catalogue if (message.id and not message.string) or message.string == ("", ""))


def _clear(path: Path, texts: Catalog) -> None:
    said = {*(key(one.id) for one in texts), *words_of_a_new_installation()}
    catalogue = read_po(path.open("rb"), locale=path.stem)
    gone = [message.id for message in catalogue if key(message.id) not in said]
    for one in gone:
        catalogue.delete(one)
    if gone:
        _write(path, catalogue)


def key(message: object) -> str:
    """What a text is looked up by: of one that counts, how it says one."""
    return str(message[0] if isinstance(message, (tuple, list)) else message)


def _write(path: Path, catalogue: Catalog) -> None:
    with path.open("wb") as file:
        write_po(file, catalogue, sort_output=True, no_location=True, width=120)


if __name__ == "__main__":
    for code, count in collect().items():
        print(f"{code}: {count} texts without a translation")  # noqa: T201 - a command speaks on its output
