"""What would come in: the good rows, the bad ones each with its reason, and those that came in before."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.importing import known
from domain.importing.columns import Kind, Plan
from domain.importing.kinds import REGISTERS
from domain.importing.reading import Problem, Reading
from domain.importing.sheets import Cell, Sheet, is_blank, plain, shown
from domain.importing.values import ISO, NAMED, NUMBERED, Unclear, day
from domain.local_time import wall
from domain.refused import Refused
from i18n import _
from store.queries import imports
from store.sessions import blind_index


@dataclass(frozen=True)
class Good:
    """A row that can come in; the fingerprint recognises it when the file is offered again."""

    number: int
    content: Any
    fingerprint: bytes
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Preview:
    """`again` counts the rows that were taken in before, `bad` holds at least one problem for each bad row."""

    kind: Kind
    columns: tuple[str, ...]
    good: tuple[Good, ...]
    bad: tuple[Problem, ...]
    again: int

    @property
    def bad_rows(self) -> int:
        return len({problem.row for problem in self.bad})

    @property
    def total(self) -> int:
        return len(self.good) + self.bad_rows + self.again


def look(session: Session, sheets: Sequence[Sheet], plan: Plan, *, now: datetime) -> Preview:
    """Read every row below the header and change nothing. Raises `Refused` when a needed column isn't chosen."""
    _check(sheets, plan)
    readings = list(_readings(session, sheets[plan.sheet], plan, now))
    prints = _fingerprints(session, sheets[plan.sheet], readings)
    before = imports.known_fingerprints(session, plan.kind.value, prints)
    register = REGISTERS[plan.kind]
    fresh = [(reading, mark) for reading, mark in zip(readings, prints, strict=True) if mark not in before]
    contents = [register.read(reading) for reading, _mark in fresh]
    if register.unique:
        _find_doubles(session, register.unique, [reading for reading, _mark in fresh])
    good = tuple(
        Good(reading.number, content, mark, tuple(shown(reading.cells[key]) for key in plan.columns))
        for (reading, mark), content in zip(fresh, contents, strict=True)
        if not reading.problems
    )
    bad = tuple(problem for reading, _mark in fresh for problem in reading.problems)
    return Preview(plan.kind, tuple(plan.columns), good, bad, again=len(readings) - len(fresh))


def _check(sheets: Sequence[Sheet], plan: Plan) -> None:
    register = REGISTERS[plan.kind]
    if not 0 <= plan.sheet < len(sheets) or not set(plan.columns) <= {column.key for column in register.columns}:
        raise Refused("import.plan")
    for column in register.columns:
        if column.required and column.blank is None and column.key not in {*plan.columns, *plan.blanks}:
            raise Refused("import.column_needed", field=column.key, column=column.label)


def _readings(session: Session, sheet: Sheet, plan: Plan, now: datetime) -> Iterator[Reading]:
    names = known.load(session)
    today, _time = wall(now)
    for index, row in enumerate(sheet.rows[plan.header + 1 :], plan.header + 2):
        cells = {key: row[place] if 0 <= place < len(row) else None for key, place in plan.columns.items()}
        if any(not is_blank(cell) for cell in cells.values()):
            yield Reading(index, cells, names, today, plan.blanks)


def _fingerprints(session: Session, sheet: Sheet, readings: Iterable[Reading]) -> list[bytes]:
    """One for each row, from all of its cells; rows that are alike count, so that each of them is one of its own."""
    seen: Counter[str] = Counter()
    prints = []
    for reading in readings:
        said = "|".join(filter(None, map(_canonical, sheet.rows[reading.number - 1])))
        seen[said] += 1
        prints.append(blind_index(session, f"{seen[said]}|{said}"))
    return prints


def _canonical(cell: Cell) -> str:
    """The same for a date in a workbook and the text that another program makes of it."""
    text = shown(cell)
    try:
        written = day(cell) if any(form.fullmatch(text.casefold()) for form in (ISO, NUMBERED, NAMED)) else None
    except Unclear:
        written = None
    return written.isoformat() if written else plain(text)


def _find_doubles(session: Session, column: str, readings: Iterable[Reading]) -> None:
    """Mark the rows whose mail address came earlier in the file, or belongs to a buddy already."""
    taken = imports.known_mail_addresses(session)
    first: dict[bytes, int] = {}
    for reading in readings:
        address = shown(reading.cells.get(column))
        if not address:
            continue
        index = blind_index(session, address)
        if index in taken:
            reading.wrong(column, _("Er is al een buddy met dit e-mailadres."))
        elif index in first:
            reading.wrong(column, _("Dit e-mailadres staat ook in rij {row}.", row=first[index]))
        else:
            first[index] = reading.number
