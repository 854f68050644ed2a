"""What is published of a group in a school year, part by part; nothing here can reach an exact count."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from domain import catalogue
from domain.register.cells import published
from i18n import _
from store.queries import choices
from trends.disclosure import Protected, Sum, total
from trends.lattice import AGE_BAND, DONE, GROUP_YEAR, PAIR, PLACE, SECTOR, Cell, Level


@dataclass(frozen=True)
class Part:
    """One part of the questions; `code` is empty for those of which it is not known, `before` is a year earlier."""

    code: str
    name: str
    now: Sum
    before: Sum | None


@dataclass(frozen=True)
class Pair:
    """How many questions were about both groups."""

    group: str
    other: str
    now: Sum
    before: Sum | None


def groups(session: Session, year: int) -> tuple[Part, ...]:
    """Each group of topics in a school year; empty until the year is published, as with all of these."""
    names = choices.topic_groups(session)
    cells = {code: [Cell(GROUP_YEAR.key, year, code)] for code in names}
    return _several(published(session, {GROUP_YEAR.key}), cells, names)


def sectors(session: Session, year: int, groups: Collection[str]) -> tuple[Part, ...]:
    """Where the children go to school."""
    return _of_terms(session, SECTOR, year, groups)


def age_bands(session: Session, year: int, groups: Collection[str]) -> tuple[Part, ...]:
    """How old the children are."""
    return _of_terms(session, AGE_BAND, year, groups)


def done(session: Session, year: int, groups: Collection[str]) -> tuple[Part, ...]:
    """What was done; several things for one question, or nothing, so these do not add up to all questions."""
    return _of_terms(session, DONE, year, groups)


def places(session: Session, year: int, groups: Collection[str]) -> tuple[Part, ...]:
    """Where the questions came from."""
    names = {one.code: one.name for one in choices.municipalities(session)}
    cells = {code: [Cell(PLACE.key, year, group, municipality=code) for group in groups] for code in ("", *names)}
    return _several(published(session, {PLACE.key}), cells, names)


def pairs(session: Session, year: int) -> tuple[Pair, ...]:
    """Which groups come together in one question, each pair once."""
    cells = published(session, {PAIR.key})
    return tuple(
        Pair(one.group, one.aspect, total([shown]), _year_earlier(cells, [one]))
        for one, shown in cells.items()
        if one.period == year
    )


def _of_terms(session: Session, level: Level, year: int, groups: Collection[str]) -> tuple[Part, ...]:
    """The terms in their order; of several groups together a question about two of them counts twice."""
    entries = catalogue.entries(session, "term", under=level.key, all_of_them=True)
    names = {one.key.removeprefix(f"{level.key}."): one.label for one in entries}
    cells = {code: [Cell(level.key, year, group, aspect=code) for group in groups] for code in (*names, "")}
    return _several(published(session, {level.key}), cells, names)


def _several(
    cells: Mapping[Cell, Protected], wanted: Mapping[str, list[Cell]], names: Mapping[str, str]
) -> tuple[Part, ...]:
    """A part for each code of which all cells are published, as their sum."""
    found = ((code, several, added(cells, several)) for code, several in wanted.items())
    return tuple(
        Part(code, names.get(code, _("Niet bekend")), now, _year_earlier(cells, several))
        for code, several, now in found
        if now
    )


def _year_earlier(cells: Mapping[Cell, Protected], wanted: Collection[Cell]) -> Sum | None:
    return added(cells, [replace(cell, period=cell.period - 1) for cell in wanted])


def added(cells: Mapping[Cell, Protected], wanted: Collection[Cell]) -> Sum | None:
    """Several published cells as one number with its bounds; None when one of them is not published.

    It is never counted afresh, so whatever is chosen together tells no more than its cells do.
    """
    found = [cells.get(cell) for cell in wanted]
    shown = [one for one in found if one is not None]
    return total(shown) if shown and len(shown) == len(found) else None
