"""The letters that come with the product: `<key>.<language>.txt`, a header and the text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mail.render import Wording

HERE = Path(__file__).parent
SOURCE = "nl"


@dataclass(frozen=True)
class Template:
    """A letter as it comes with the product.

    `fields` may be used in its text, `needed` must be. `states` are those of its subject in which it still makes sense;
    none means always. `by_phone`: who has no mail address is called instead, so the letter stays in the out-tray.
    `calendar` is the method of the calendar file that goes with it, empty without one. `quiet`: one that is written in
    the evening or at night waits for the morning.
    """

    key: str
    names: Mapping[str, str]
    help: Mapping[str, str]
    fields: tuple[str, ...]
    needed: tuple[str, ...]
    states: tuple[str, ...]
    by_phone: bool
    calendar: str
    quiet: bool
    wordings: Mapping[str, Wording]


@cache
def standard() -> tuple[Template, ...]:
    """Every letter, by key in alphabetical order; the Dutch file decides on everything but the words."""
    keys = sorted(path.name.removesuffix(f".{SOURCE}.txt") for path in HERE.glob(f"*.{SOURCE}.txt"))
    return tuple(_template(key) for key in keys)


def _template(key: str) -> Template:
    files = {path.name.split(".")[1]: _read(path) for path in sorted(HERE.glob(f"{key}.*.txt"))}
    header, _body = files[SOURCE]
    return Template(
        key=key,
        names={language: facts["Naam"] for language, (facts, _) in files.items()},
        help={language: facts["Uitleg"] for language, (facts, _) in files.items()},
        fields=_list(header["Velden"]),
        needed=_list(header.get("Verplicht", "")),
        states=_list(header.get("Alleen bij", "")),
        by_phone=header.get("Zonder mail", "") == "bellen",
        calendar=header.get("Agenda", ""),
        quiet=header.get("Rust", "") == "ja",
        wordings={language: Wording(facts["Onderwerp"], body) for language, (facts, body) in files.items()},
    )


def _read(path: Path) -> tuple[dict[str, str], str]:
    header, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in header.splitlines())
    return facts, body.strip() + "\n"


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
