"""The kinds of report: which period each is about, which numbers it rests on, who drafts it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from domain.reporting import annual_page, signal_note
from i18n import lazy
from reports.document import Document
from store.states import ReportKind
from trends.lattice import GROUP, TOPIC, Level
from trends.periods import last_closed_quarter, last_closed_school_year


@dataclass(frozen=True)
class Kind:
    """`rests_on` gives the published periods of `level` that a report of a period is made from."""

    name: lazy
    draft: Callable[[Session, int], Document | None]
    period: Callable[[int], str]
    last_closed: Callable[[date], int]
    level: Level
    rests_on: Callable[[int], tuple[int, ...]]
    file: str


KINDS: Mapping[ReportKind, Kind] = {
    ReportKind.SIGNAL_NOTE: Kind(
        name=lazy("Signaalnotitie"),
        draft=signal_note.draft,
        period=signal_note.period,
        last_closed=last_closed_quarter,
        level=GROUP,
        rests_on=lambda quarter: (quarter, quarter - 4),
        file="signaalnotitie",
    ),
    ReportKind.ANNUAL_PAGE: Kind(
        name=lazy("Jaarverslagpagina"),
        draft=annual_page.draft,
        period=annual_page.period,
        last_closed=last_closed_school_year,
        level=TOPIC,
        rests_on=lambda year: (year, year - 1),
        file="jaarverslag",
    ),
}
