"""What is published of a group in a school year, part by part; nothing here can reach an exact count."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from domain import catalogue
from domain.register.beside import A_YEAR_EARLIER, mean, together
from domain.register.cells import published
from i18n import _
from store.queries import choices
from trends.disclosure import Protected, Sum, total
from trends.lattice import AGE_BAND, ALL, DONE, GROUP_YEAR, PAIR, PLACE, SECTOR, Cell, Level
from trends.periods import months_of_school_year

Back = tuple[int, ...]
WHOLE = "*"
AT_LEAST = 0.5
"""The share of a whole that its parts must show, or the whole is shown too."""


@dataclass(frozen=True)
class Part:
    """One part of the questions; `code` is empty for those of which it is not known, `before` is earlier, as asked.

    `whole` when it stands for parts that are too small to tell enough.
    """

    code: str
    name: str
    now: Sum
    before: Sum | None
    whole: bool = False


@dataclass(frozen=True)
class Pair:
    """How many questions were about both groups; where the numbers are exact, about both topics."""

    group: str
    other: str
    now: Sum
    before: Sum | None


def years(session: Session) -> tuple[int, ...]:
    """The school years of which the parts are published, the last one first."""
    return tuple(sorted({cell.period for cell in published(session, {GROUP_YEAR.key})}, reverse=True))


def everything(session: Session, year: int) -> Sum | None:
    """All questions of a school year; None until it is published."""
    cells = published(session, {ALL.key}, [year])
    return added(cells, [Cell(ALL.key, month) for month in months_of_school_year(year)])


def groups(session: Session, year: int, back: Back = A_YEAR_EARLIER) -> tuple[Part, ...]:
    """Each group of topics in a school year; empty until the year is published, as with all of these."""
    names = choices.topic_groups(session)
    cells = {code: [Cell(GROUP_YEAR.key, year, code)] for code in names}
    return _several(_read(session, GROUP_YEAR, year, back), cells, names, back)


def sectors(session: Session, year: int, groups: Collection[str], back: Back = A_YEAR_EARLIER) -> tuple[Part, ...]:
    """Where the children go to school; all of them first where that is too few to tell."""
    found = _of_terms(session, SECTOR, year, groups, back)
    return _rolled_up(session, found, _("Alle soorten onderwijs samen"), year, groups, back)


def age_bands(session: Session, year: int, groups: Collection[str], back: Back = A_YEAR_EARLIER) -> tuple[Part, ...]:
    """How old the children are; all of them first where that is too few to tell."""
    found = _of_terms(session, AGE_BAND, year, groups, back)
    return _rolled_up(session, found, _("Alle leeftijden samen"), year, groups, back)


def done(session: Session, year: int, groups: Collection[str], back: Back = A_YEAR_EARLIER) -> tuple[Part, ...]:
    """What was done; several things for one question, or nothing, so these do not add up to all questions."""
    return _of_terms(session, DONE, year, groups, back)


def places(session: Session, year: int, groups: Collection[str], back: Back = A_YEAR_EARLIER) -> tuple[Part, ...]:
    """Where the questions came from; the whole region first where that is too few to tell."""
    names = {one.code: one.name for one in choices.municipalities(session)}
    wanted = _all_or(session, groups)
    cells = {code: [Cell(PLACE.key, year, group, municipality=code) for group in wanted] for code in (*names, "")}
    found = _several(_read(session, PLACE, year, back), cells, names, back)
    return _rolled_up(session, found, _("De hele regio"), year, groups, back)


def pairs(session: Session, year: int, back: Back = A_YEAR_EARLIER) -> tuple[Pair, ...]:
    """Which groups come together in one question, each pair once."""
    cells = _read(session, PAIR, year, back)
    return tuple(
        Pair(one.group, one.aspect, total([shown]), _earlier(cells, [one], back))
        for one, shown in cells.items()
        if one.period == year
    )


def terms(session: Session, name: str) -> dict[str, str]:
    """How each sector, age band or thing that was done is called, by code and in their order."""
    entries = catalogue.entries(session, "term", under=name, all_of_them=True)
    return {one.key.removeprefix(f"{name}."): one.label for one in entries}


def _of_terms(session: Session, level: Level, year: int, groups: Collection[str], back: Back) -> tuple[Part, ...]:
    """The terms in their order; of several groups together a question about two of them counts twice."""
    names, wanted = terms(session, level.key), _all_or(session, groups)
    cells = {code: [Cell(level.key, year, group, aspect=code) for group in wanted] for code in (*names, "")}
    return _several(_read(session, level, year, back), cells, names, back)


def _rolled_up(
    session: Session, parts: tuple[Part, ...], name: str, year: int, groups: Collection[str], back: Back
) -> tuple[Part, ...]:
    """With the whole before parts that show less than half of it; that is decided by published numbers alone."""
    cells = _read(session, GROUP_YEAR, year, back)
    wanted = [Cell(GROUP_YEAR.key, year, group) for group in _all_or(session, groups)]
    whole = added(cells, wanted)
    if not (parts and whole and whole.shown) or sum(one.now.shown for one in parts) >= AT_LEAST * whole.shown:
        return parts
    return (Part(WHOLE, name, whole, _earlier(cells, wanted, back), whole=True), *parts)


def _read(session: Session, level: Level, year: int, back: Back) -> Mapping[Cell, Protected]:
    return published(session, {level.key}, {year, *(year - years for years in back)})


def _all_or(session: Session, groups: Collection[str]) -> Collection[str]:
    return groups or choices.topic_groups(session)


def _several(
    cells: Mapping[Cell, Protected], wanted: Mapping[str, list[Cell]], names: Mapping[str, str], back: Back
) -> tuple[Part, ...]:
    """A part for each code of which all cells are published, as their sum."""
    found = ((code, several, added(cells, several)) for code, several in wanted.items())
    return tuple(
        Part(code, names.get(code, _("Niet bekend")), now, _earlier(cells, several, back))
        for code, several, now in found
        if now
    )


def _earlier(cells: Mapping[Cell, Protected], wanted: Collection[Cell], back: Back) -> Sum | None:
    """The mean over the years that stand beside this one; None when one of them is not published."""
    several = (added(cells, [cell._replace(period=cell.period - years) for cell in wanted]) for years in back)
    found = together(several)
    return mean(found, len(back)) if found else None


def added(cells: Mapping[Cell, Protected], wanted: Collection[Cell]) -> Sum | None:
    """Several published cells as one number with its bounds; None when one of them is not published.

    It is never counted afresh, so whatever is chosen together tells no more than its cells do.
    """
    found = [cells.get(cell) for cell in wanted]
    shown = [one for one in found if one is not None]
    return total(shown) if shown and len(shown) == len(found) else None
