"""The page for the annual report: five sentences, a figure and tables about a whole school year."""

from sqlalchemy.orm import Session

from domain.register import published_numbers
from domain.register.overview import Overview
from domain.reporting import framing
from domain.reporting.coverage import coverage
from domain.reporting.done import done
from domain.reporting.figures import amount, changed, counted, heard, school_year_named
from domain.reporting.quality import quality
from i18n import _, n_
from reports.document import Chart, ChartKind, Document, Row, Section
from store.queries.improving import reports
from trends import text
from trends.lattice import TOPIC
from trends.periods import months_of_school_year, quarters_of_school_year
from trends.rises import State, strongest_first

MOST_BARS = 7
MOST_CHANGES = 10


def draft(session: Session, year: int) -> Document | None:
    """The page from what is published now; None while the topics of this school year are not."""
    released = reports.released_at(session, TOPIC.key, [year])
    found = published_numbers.overview(session, year) if released else None
    if not (released and found):
        return None
    last_quarter = quarters_of_school_year(year)[-1]
    sections = (
        _figure(found, year),
        _table(found),
        *done(session, year, drawn=False),
        *coverage(session, last_quarter),
        *quality(session, months_of_school_year(year)),
    )
    lead = text.answer(found.changes) if found.changes else _("Er is nog geen jaar eerder om mee te vergelijken.")
    fresh = framing.freshness(session, TOPIC, [year, year - 1], released)
    return framing.framed(session, _("Wat ouders ons vroegen"), period(year), lead, sections, fresh)


def period(year: int) -> str:
    return _("schooljaar {year}", year=school_year_named(year))


def _figure(found: Overview, year: int) -> Section:
    series = (school_year_named(year), school_year_named(year - 1))
    rows = tuple(Row(bar.name, amount(bar.now), amount(bar.before)) for bar in found.bars[:MOST_BARS])
    title = _("Waar de meeste vragen over gingen")
    return Section(
        _("Het schooljaar in vijf zinnen"),
        _sentences(found),
        Chart(ChartKind.BARS, title, heard(rows, series), _("Onderwerp"), series, rows),
        counted(title, _("Onderwerp"), series, rows),
        framing.hidden(),
    )


def _table(found: Overview) -> Section:
    """What changed most surely; of the others only how many there are, so that it stays one spread."""
    told = [name for name in strongest_first(found.changes) if found.changes[name].state is not State.TOO_LITTLE]
    shown = {name: found.changes[name] for name in told[:MOST_CHANGES]}
    rest = len(found.changes) - len(shown)
    note = n_(
        "Over {n} ander onderwerp is er niets duidelijks te zeggen.",
        "Over {n} andere onderwerpen is er niets duidelijks te zeggen.",
        rest,
    )
    return Section(
        _("Wat er verandert"), (), None, changed(shown, _("Onderwerp")) if shown else None, note if rest else ""
    )


def _sentences(found: Overview) -> tuple[str, ...]:
    """How many, beside the year before, about what most, what rises or falls, and how sure that is."""
    said = [_("In dit schooljaar kregen we {n} vragen.", n=text.amount(found.all_together))]
    if found.so_far:
        said.append(_("Het schooljaar ervoor waren dat er {n}.", n=text.amount(found.so_far[1])))
    if found.bars:
        top = found.bars[0]
        said.append(_("Het meest ging het over {topic}: {n} vragen.", topic=top.name, n=text.amount(top.now)))
    if found.changes:
        states = [one.state for one in found.changes.values()]
        rising, falling = states.count(State.RISING), states.count(State.FALLING)
        said.append(_("Duidelijk vaker gevraagd: {up} onderwerpen; duidelijk minder: {down}.", up=rising, down=falling))
        unsure = len(states) - rising - falling
        said.append(_("Bij de andere {n} kan het verschil met het jaar ervoor toeval zijn.", n=unsure))
    return tuple(said)
