"""What of a school year is shown coarser because the finer numbers are mostly hidden, and the sentences that say so."""

from collections.abc import Collection, Iterable, Mapping

from domain.register.finest import Finest, Wish, finest
from domain.register.published_parts import AT_LEAST
from i18n import _
from trends.disclosure import Protected
from trends.lattice import Cell
from trends.periods import months_of_quarter, months_of_school_year, quarters_of_school_year

Cells = Mapping[Cell, Protected]


def topics_too_small(cells: Cells, year: int, group_of: Mapping[str, str]) -> tuple[str, ...]:
    """The groups whose topics show less than half of what the group shows; it is decided by published numbers alone."""
    months = months_of_school_year(year)
    topics: dict[str, list[str]] = {}
    for topic, group in group_of.items():
        topics.setdefault(group, []).append(topic)
    return tuple(
        group
        for group, its in topics.items()
        if _tell_too_little(cells, Wish(months, group), [Wish(months, group, topic) for topic in its])
    )


def quarters_too_small(cells: Cells, year: int, groups: Collection[str]) -> bool:
    """Whether for each of these groups its quarters show less than half of what its school year shows."""
    months = months_of_school_year(year)
    quarters = [months_of_quarter(quarter) for quarter in quarters_of_school_year(year)]
    return bool(groups) and all(
        _tell_too_little(cells, Wish(months, group), [Wish(quarter, group) for quarter in quarters]) for group in groups
    )


def said(topics_of: Collection[str], *, quarters: bool) -> tuple[str, ...]:
    """`topics_of` are the names of the groups that stand for their topics."""
    found = []
    if topics_of:
        names = ", ".join(topics_of)
        found.append(_("Per onderwerp zijn er te weinig vragen bij {groups}. U ziet de hele groep.", groups=names))
    if quarters:
        found.append(_("Per kwartaal zijn er te weinig vragen. U ziet het hele schooljaar."))
    return tuple(found)


def _tell_too_little(cells: Cells, whole: Wish, parts: Iterable[Wish]) -> bool:
    most = finest(cells, whole)
    if not _as_asked(most):
        return False
    found = (finest(cells, part) for part in parts)
    return sum(one.now.shown for one in found if one and _as_asked(one)) < AT_LEAST * (most.now.shown if most else 0)


def _as_asked(found: Finest | None) -> bool:
    return found is not None and not found.rolled_up
