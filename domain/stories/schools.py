"""The schools of the region, by name: a list that staff paste, so that stories can be searched for them."""

import csv
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import setup_only
from domain.refused import Refused
from domain.stories.finding import lists
from i18n import _
from store.door_states import KnownNameKind
from store.models import KnownName
from store.queries.stories import known_names
from store.turns import take_turn

LONGEST, MOST, LONGEST_LINE = 120, 5000, 5000
HEADING = re.compile(r"(?:\w*\s?)?(?:naam|name)(?: school| vestiging)?|school(?:en|s)?", re.IGNORECASE)
A_CODE = re.compile(r"\d{2}[A-Z]{2}\d{0,3}|\d{4}\s?[A-Z]{2}|[\d\W]*")
LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True)
class Skipped:
    """A line that is no name of a school, with its number from 1, as it stood there, and why."""

    number: int
    words: str
    why: str


@dataclass(frozen=True)
class Listed:
    names: tuple[str, ...]
    skipped: tuple[Skipped, ...] = ()


def read(words: str) -> Listed:
    """The names, one a line or in a column of a table, in their order; twice the same name is one.

    A first line that names its columns says which of them is meant; else it is the first one that is no code.
    """
    between = _between(words)
    rows = [_cells(line, between) for line in words.splitlines()]
    column = _column(rows[0]) if rows else None
    names, skipped = dict[str, str](), list[Skipped]()
    for number, row in enumerate(rows, 1):
        if not any(one.strip() for one in row) or (column is not None and number == 1):
            continue
        name = _name(row, column)
        if why := _wrong(name):
            skipped.append(Skipped(number, " ".join(row)[:80], why))
        else:
            names.setdefault(name.casefold(), name)
    return Listed(tuple(names.values()), tuple(skipped))


def text_of(content: bytes) -> str:
    """A text file, however it was saved. Raises `Refused("schools.no_text")` for what is no text."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refused("schools.no_text", field="lines")


def change(session: Session, words: str, *, seen: str, by: Actor, now: datetime) -> int:
    """Keep these schools in place of those that were known, and give how many. What can't be a name is left out.

    Raises `Refused("schools.changed_meanwhile")` when the list is no longer the one of which `seen` is the print.
    """
    setup_only(by)
    take_turn(session, "schools")
    before = known_names.schools(session)
    if fingerprint(before) != seen:
        raise Refused("schools.changed_meanwhile", field="lines")
    names = read(words).names
    if len(names) > MOST:
        raise Refused("schools.too_many", field="lines", most=MOST)
    gone = set(before) - set(names)
    session.execute(delete(KnownName).where(KnownName.kind == KnownNameKind.SCHOOL, KnownName.name.in_(gone)))
    session.add_all(KnownName(kind=KnownNameKind.SCHOOL, name=one) for one in names if one not in set(before))
    if set(before) != set(names):
        journal.record(session, "schools.changed", ("known_name", 0), by=by, now=now, schools=len(names))
    return len(names)


def fingerprint(names: Iterable[str]) -> str:
    """The same for the same names, in whatever order."""
    return hashlib.sha256("\n".join(sorted(names)).encode()).hexdigest()[:16]


def merged(opened: Sequence[str], typed: Sequence[str], stored: Sequence[str]) -> tuple[str, ...]:
    """What was typed, with what somebody else added meanwhile and without what they took away."""
    theirs, gone = set(stored) - set(opened), set(opened) - set(stored)
    return (*(one for one in typed if one not in gone), *(one for one in stored if one in theirs - set(typed)))


def _between(words: str) -> str:
    """What stands between columns. A comma does only where the first line names columns: names hold commas as well."""
    first = words.strip().splitlines()[0] if words.strip() else ""
    for sign in ("\t", ";"):
        if sign in words:
            return sign
    return "," if "," in first and HEADING.search(first) else "\t"


def _cells(line: str, between: str) -> list[str]:
    """Of one line: a quotation mark that somebody forgot to close must not swallow the schools after it."""
    return next(csv.reader([line[:LONGEST_LINE]], delimiter=between, skipinitialspace=True), [])


def _column(first: Sequence[str]) -> int | None:
    """The place of the names when the first line is a heading, such as “Naam” or “Instellingsnaam”."""
    found = [place for place, one in enumerate(first) if HEADING.fullmatch(one.strip())]
    return found[0] if found else None


def _name(row: Sequence[str], column: int | None) -> str:
    cells = [" ".join(one.split()).strip("-•*· ") for one in row]
    if column is not None:
        return cells[column] if column < len(cells) else ""
    return next((one for one in cells if not A_CODE.fullmatch(one)), "")


def _wrong(name: str) -> str:
    if not LETTERS.search(name):
        return _("Hier staat geen naam.")
    if len(name) > LONGEST:
        return _("Dit is te lang voor een naam.")
    telling = set(name.casefold().split()) - lists.ARTICLES - lists.SCHOOL_WORDS
    return "" if telling else _("Dit is te algemeen: zo heet elke school.")
