"""How many pupils go to school per municipality: read from two columns of a spreadsheet, kept per school year."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import setup_only
from domain.refused import Refused
from i18n import _
from store.models import Pupils
from store.queries import choices

MOST = 1_000_000
LINE = re.compile(r'"?(?P<name>[^\t;,"]+?)"?\s*[\t;,]\s*"?(?P<number>\d{1,3}(?:[. ]\d{3})+|\d+)"?')
LONGEST_SOURCE = 200


@dataclass(frozen=True)
class BadLine:
    """A line that can't be used, with its number from 1, as it was pasted, and why not."""

    number: int
    words: str
    why: str


@dataclass(frozen=True)
class Pasted:
    """What was read: pupils by the code of the municipality, and the lines that say nothing."""

    pupils: Mapping[str, int] = field(default_factory=dict)
    bad: tuple[BadLine, ...] = ()


def read(session: Session, words: str) -> Pasted:
    """Lines of a municipality and a number, with a tab, a semicolon or a comma between; empty lines are skipped.

    A first line without any digit is the heading of the columns.
    """
    codes = {one.name.casefold(): one.code for one in choices.municipalities(session)}
    pupils: dict[str, int] = {}
    bad: list[BadLine] = []
    for number, line in enumerate(words.splitlines(), 1):
        said = line.strip()
        if not said or (number == 1 and not re.search(r"\d", said)):
            continue
        found = LINE.fullmatch(said)
        code = codes.get(found["name"].strip().casefold(), "") if found else ""
        amount = int(re.sub(r"\D", "", found["number"])) if found else 0
        if why := _wrong(code, amount, known=bool(found), twice=code in pupils):
            bad.append(BadLine(number, said[:80], why))
        else:
            pupils[code] = amount
    return Pasted(pupils, tuple(bad))


def _wrong(code: str, amount: int, *, known: bool, twice: bool) -> str:
    if not known:
        return _("Hier staan geen gemeente en een heel getal.")
    if not code:
        return _("Deze gemeente kennen we niet.")
    if twice:
        return _("Deze gemeente staat er al.")
    return "" if 0 < amount <= MOST else _("Dit aantal leerlingen kan niet kloppen.")


def change(session: Session, school_year: int, words: str, source: str, *, by: Actor, now: datetime) -> None:
    """Keep what `words` say as the pupils of a school year, in place of what was known of it. Raises `Refused`."""
    setup_only(by)
    found = read(session, words)
    if found.bad:
        raise Refused("pupils.bad_lines", field="lines", lines=", ".join(str(one.number) for one in found.bad))
    if not found.pupils:
        raise Refused("pupils.lines_needed", field="lines")
    if not source.strip():
        raise Refused("pupils.source_needed", field="source")
    told = " ".join(source.split())[:LONGEST_SOURCE]
    session.execute(delete(Pupils).where(Pupils.school_year == school_year))
    session.add_all(
        Pupils(school_year=school_year, municipality_code=code, pupils=amount, source=told)
        for code, amount in found.pupils.items()
    )
    facts = {"municipalities": len(found.pupils), "source": told}
    journal.record(session, "pupils.changed", ("school_year", school_year), by=by, now=now, **facts)
