"""The signal note of a quarter: what rose and fell, how many questions there were, where they came from."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from domain.register.cells import beside_year_earlier, published
from domain.reporting import framing
from domain.reporting.coverage import coverage
from domain.reporting.done import done
from domain.reporting.figures import amount, changed, counted, findings, heard, months_named, school_year_named
from domain.reporting.quality import quality
from domain.reporting.where import where
from i18n import _, month
from reports.document import Chart, ChartKind, Document, Row, Section
from store.queries import choices
from store.queries.improving import reports
from trends import text
from trends.disclosure import Protected, Sum, total
from trends.lattice import ALL, GROUP, Cell
from trends.periods import (
    first_day,
    months_of_quarter,
    quarters_of_school_year,
    school_year_of,
    year_earlier,
)
from trends.rises import Change, judge, strongest_first

Cells = Mapping[Cell, Protected]
QUARTERS_IN_A_YEAR = 4


def draft(session: Session, quarter: int) -> Document | None:
    """The note from what is published now; None while nothing of this quarter is."""
    cells, names = published(session), choices.topic_groups(session)
    released = reports.released_at(session, GROUP.key, [quarter])
    counts = {code: total([shown]) for code in names if (shown := cells.get(Cell(GROUP.key, quarter, code)))}
    if not released or not counts:
        return None
    pairs = beside_year_earlier(cells, GROUP, quarter)
    changes = judge({names[code]: pair for code, pair in pairs.items() if code in names})
    months = months_of_quarter(quarter)
    last_year = school_year_of(months.start) - 1
    sections = (
        _what_changes(months, {names[code]: (now, _before(pairs, code)) for code, now in counts.items()}, changes),
        _how_many(cells, quarter),
        *where(session, cells, _most_telling(changes, counts, names), last_year),
        *done(session, last_year),
        *coverage(session, quarter),
        *quality(session, months),
    )
    lead = text.answer(changes) if changes else _("Er is nog geen jaar eerder om mee te vergelijken.")
    fresh = framing.freshness(session, GROUP, [quarter, quarter - QUARTERS_IN_A_YEAR], released)
    return framing.framed(session, _("Signaalnotitie"), period(quarter), lead, sections, fresh)


def _before(pairs: Mapping[str, tuple[Sum, Sum]], code: str) -> Sum | None:
    return pairs[code][1] if code in pairs else None


def period(quarter: int) -> str:
    """`augustus 2026 tot en met oktober 2026`."""
    months = months_of_quarter(quarter)
    first, last = month(first_day(months.start)), month(first_day(months[-1]))
    return _("{first} tot en met {last}", first=first, last=last)


def _what_changes(
    months: range, counts: Mapping[str, tuple[Sum, Sum | None]], changes: Mapping[str, Change]
) -> Section:
    largest = sorted(counts, key=lambda name: -counts[name][0].shown)
    rows = tuple(Row(name, amount(counts[name][0]), amount(counts[name][1])) for name in largest)
    series = (months_named(months), months_named(year_earlier(months)))
    told = findings(changes)
    title = told[0] if told else _("Groepen van onderwerpen")
    about = _("Groep onderwerpen")
    sheet = changed(changes, about) if changes else counted(_("Groepen van onderwerpen"), about, series, rows)
    return Section(
        _("Wat er verandert"),
        (*told[1:], _("Gekeken naar {months}.", months=text.compared(months))) if changes else (),
        Chart(ChartKind.BARS, title, heard(rows, series), about, series, rows),
        sheet,
        framing.hidden(),
    )


def _how_many(cells: Cells, quarter: int) -> Section:
    year = school_year_of(months_of_quarter(quarter).start)
    series = (school_year_named(year), school_year_named(year - 1))
    rows = tuple(
        Row(
            months_named(months_of_quarter(one), year=False),
            amount(_whole(cells, one)) if one <= quarter else None,
            amount(_whole(cells, one - QUARTERS_IN_A_YEAR)),
        )
        for one in quarters_of_school_year(year)
    )
    now = _whole(cells, quarter)
    sentence = _("In deze drie maanden: {n} vragen.", n=text.amount(now)) if now else ""
    return Section(
        _("Hoeveel vragen er waren"),
        (sentence,) if sentence else (),
        Chart(ChartKind.LINES, _("Vragen per kwartaal"), heard(rows, series), _("Periode"), series, rows),
        counted(_("Vragen per kwartaal"), _("Periode"), series, rows),
    )


def _whole(cells: Cells, quarter: int) -> Sum | None:
    """All questions of a quarter: the sum of its published months, where all three are."""
    months = [cells.get(Cell(ALL.key, one)) for one in months_of_quarter(quarter)]
    known = [one for one in months if one]
    return total(known) if len(known) == len(months) else None


def _most_telling(changes: Mapping[str, Change], counts: Mapping[str, Sum], names: Mapping[str, str]) -> str:
    """The group of which one wants to know where: the surest change, else the largest."""
    codes = {name: code for code, name in names.items()}
    surest = strongest_first(changes)
    return codes[surest[0]] if surest else max(counts, key=lambda code: counts[code].shown)
