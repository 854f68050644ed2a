"""A report as files: the ones that were approved, or how a draft would look now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from domain import logo, organisation
from domain.refused import Refused
from domain.reporting.kinds import KINDS
from i18n import _, day, speaking
from reports.document import Words, from_plain
from reports.pdf import Logo, pdf
from reports.word import word
from store.models import Report
from store.states import ReportState

PDF_TYPE = "application/pdf"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Made:
    """One file of a report."""

    name: str
    media_type: str
    content: bytes


def pdf_of(session: Session, report_id: int) -> Made:
    """The PDF. Raises `Refused("not_found")`."""
    row = _found(session, report_id)
    return Made(f"{_name(row)}.pdf", PDF_TYPE, row.pdf or as_pdf(session, row))


def word_of(session: Session, report_id: int) -> Made:
    """The Word file. Raises `Refused("not_found")`."""
    row = _found(session, report_id)
    return Made(f"{_name(row)}.docx", WORD_TYPE, row.docx or as_word(row))


def as_pdf(session: Session, row: Report, *, approved: str = "") -> bytes:
    """Set now; `approved` is the line that says who stands for it."""
    picture = organisation.picture(session, logo.KEY)
    mark = Logo(picture[0], picture[1]) if picture else None
    return pdf(from_plain(row.facts), _words(row, approved), mark)


def as_word(row: Report, *, approved: str = "") -> bytes:
    """As `as_pdf`, to go on with."""
    return word(from_plain(row.facts), _words(row, approved))


def approval(name: str, at: datetime, facts: Mapping[str, object]) -> str:
    """`Goedgekeurd door Tess op dinsdag 24 november 2026`, in the language of the report."""
    with speaking(str(facts["language"])):
        return _("Goedgekeurd door {name} op {day}", name=name, day=day(at, year=True))


def _words(row: Report, approved: str) -> Words:
    if row.state is ReportState.DRAFT and not approved:
        with speaking(str(row.facts["language"])):
            approved = _("Concept: nog niet goedgekeurd")
    return Words(row.opening, row.closing, approved)


def _name(row: Report) -> str:
    draft = "-concept" if row.state is ReportState.DRAFT else ""
    with speaking(str(row.facts["language"])):
        period = KINDS[row.kind].period(row.period)
    return f"{KINDS[row.kind].file}-{'-'.join(period.replace('–', '-').split())}{draft}"


def _found(session: Session, report_id: int) -> Report:
    row = session.get(Report, report_id)
    if row is None:
        raise Refused("not_found")
    return row
