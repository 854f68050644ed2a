"""Reports: the list, one of them, and whether numbers came out since."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, defer

from store.models import PublishedCell, Report
from store.states import ReportKind, ReportState


@dataclass(frozen=True)
class ReportRow:
    """`latest` is false for an edition that a revision replaced; `facts` are for `reports.document.from_plain`."""

    id: int
    kind: ReportKind
    period: int
    edition: int
    latest: bool
    state: ReportState
    opening: str
    closing: str
    facts: Mapping[str, Any]
    made_at: datetime
    approved_by: str | None
    approved_at: datetime | None
    sent_at: datetime | None


def listed(session: Session) -> tuple[ReportRow, ...]:
    """Every report, the last period first and of one period the last edition; without its files."""
    rows = session.scalars(_without_files().order_by(Report.made_at.desc(), Report.id.desc())).all()
    newest = _newest(session)
    return tuple(_row(one, newest) for one in sorted(rows, key=lambda one: (-_ends(one), -one.edition)))


def one(session: Session, report_id: int) -> ReportRow | None:
    row = session.scalar(_without_files().where(Report.id == report_id))
    return _row(row, _newest(session)) if row else None


def released_at(session: Session, level: str, periods: Collection[int]) -> datetime | None:
    """When what is published now of these periods came out; None when nothing is."""
    query = select(func.max(PublishedCell.published_at))
    return session.scalar(query.where(PublishedCell.level == level, PublishedCell.period.in_(periods)))


def _without_files() -> Any:  # noqa: ANN401 - a select, whose type says less than this name
    return select(Report).options(defer(Report.pdf), defer(Report.docx))


def _newest(session: Session) -> dict[tuple[ReportKind, int], int]:
    query = select(Report.kind, Report.period, func.max(Report.edition)).group_by(Report.kind, Report.period)
    return {(kind, period): edition for kind, period, edition in session.execute(query)}


def _ends(row: Report) -> int:
    """The first month after the period, so that quarters and school years can be put in one order."""
    return row.period * 3 + 3 if row.kind is ReportKind.SIGNAL_NOTE else row.period * 12 + 12


def _row(row: Report, newest: Mapping[tuple[ReportKind, int], int]) -> ReportRow:
    return ReportRow(
        id=row.id,
        kind=row.kind,
        period=row.period,
        edition=row.edition,
        latest=newest[row.kind, row.period] == row.edition,
        state=row.state,
        opening=row.opening,
        closing=row.closing,
        facts=row.facts,
        made_at=row.made_at,
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        sent_at=row.sent_at,
    )
