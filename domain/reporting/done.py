"""What was done with the questions of each group of topics: published per school year, once it has ended."""

from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from domain.register import published_parts
from domain.register.published_parts import Part
from domain.reporting.figures import amount, counted, heard, school_year_named
from domain.reporting.framing import hidden
from i18n import _, n_
from reports.document import Chart, ChartKind, Row, Section

MOST = 7
Flow = tuple[str, Part]
"""A group of topics and one thing that was done with its questions."""


def done(session: Session, year: int, *, drawn: bool = True) -> tuple[Section, ...]:
    """The largest flows from a group to what was done; no section while none of them can be shown."""
    flows = list(_flows(session, year))
    shown = sorted((one for one in flows if one[1].now.shown), key=lambda one: -one[1].now.shown)
    if not shown:
        return ()
    rows = tuple(Row(_named(one), amount(one[1].now), amount(one[1].before)) for one in shown[:MOST])
    series = (school_year_named(year), school_year_named(year - 1))
    title, about = _finding(shown[0]), _("Onderwerp en wat er is gedaan")
    return (
        Section(
            _("Wat er is gedaan"),
            (_("Per schooljaar. Met één vraag kan meer dan één ding zijn gedaan."),),
            Chart(ChartKind.BARS, title, heard(rows, series), about, series, rows) if drawn else None,
            counted(title, about, series, rows),
            _note(len(shown) - len(rows), [one for one in flows if one not in shown]),
        ),
    )


def _flows(session: Session, year: int) -> Iterator[Flow]:
    for group in published_parts.groups(session, year):
        yield from ((group.name, part) for part in published_parts.done(session, year, [group.code]) if part.code)


def _named(flow: Flow) -> str:
    return _("{group}: {done}", group=flow[0], done=flow[1].name[:1].lower() + flow[1].name[1:])


def _finding(flow: Flow) -> str:
    return _("Het vaakst: {flow}", flow=_named(flow))


def _note(more: int, small: Iterable[Flow]) -> str:
    """How many there are besides, and why they are not shown."""
    said = [n_("Er is nog {n} kleinere.", "Er zijn nog {n} kleinere.", more)] if more else []
    return " ".join([*said, hidden()] if any(small) else said)
