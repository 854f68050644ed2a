"""Where questions of one group came from: published per school year, once it has ended."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from domain.reporting.figures import amount, counted, school_year_named
from domain.reporting.framing import hidden
from i18n import _
from reports.document import Row, Section
from store.queries import choices
from trends.disclosure import Protected, Sum, total
from trends.lattice import PLACE, Cell


def where(session: Session, cells: Mapping[Cell, Protected], group: str, year: int) -> tuple[Section, ...]:
    """The municipalities of a group in a school year, largest first; no section while that isn't published."""

    def count(place: str, of: int) -> Sum | None:
        found = cells.get(Cell(PLACE.key, of, group, municipality=place))
        return total([found]) if found else None

    names = {one.code: one.name for one in choices.municipalities(session)} | {"": _("Niet bekend")}
    known = {code: now for code in names if (now := count(code, year))}
    if not any(one.shown for one in known.values()):
        return ()
    largest = sorted((code for code in known if known[code].shown), key=lambda code: -known[code].shown)
    rows = tuple(Row(names[code], amount(known[code]), amount(count(code, year - 1))) for code in largest)
    series = (school_year_named(year), school_year_named(year - 1))
    about = choices.topic_groups(session)[group]
    title = _("Waar de vragen over {group} vandaan kwamen", group=about)
    missing = len(known) - len(largest)
    note = _("Van {n} gemeenten is het aantal te klein om te tonen.", n=missing) if missing else ""
    sentence = _("Per gemeente zijn er cijfers van hele schooljaren.")
    return (Section(title, (sentence,), None, counted(title, _("Gemeente"), series, rows), note or hidden()),)
