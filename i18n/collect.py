"""Collect every text of the screens into the catalogues: run after a text was added or changed."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from i18n.texts import LANGUAGES, SOURCE

ROOT = Path(__file__).parent.parent
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


def collect() -> dict[str, int]:
    """Bring every catalogue up to date; returns how many texts each language still misses."""
    texts = texts_of_the_screens()
    missing = {}
    for code in LANGUAGES.keys() - {SOURCE}:
        path = ROOT / "i18n" / f"{code}.po"
        catalogue = read_po(path.open("rb"), locale=code) if path.exists() else Catalog(code, charset="utf-8")
        catalogue.update(texts, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalogue, sort_output=True, no_location=True, width=120)
        missing[code] = sum(
            1 for message in catalogue if (message.id and not message.string) or message.string == ("", "")
        )
    return missing


if __name__ == "__main__":
    for code, count in collect().items():
        print(f"{code}: {count} texts without a translation")  # noqa: T201 - a command speaks on its output
