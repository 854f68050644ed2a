"""Making reports: a draft of each closed period, once; a revision of the numbers renews a draft or makes another."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK, Actor
from domain.allowed import quality_only
from domain.local_time import wall
from domain.reporting.kinds import KINDS
from i18n import speaking
from reports.document import Document, as_plain
from store.models import Report
from store.queries.improving import reports as found
from store.states import ReportKind, ReportState

LANGUAGE = "nl"


def tend(session: Session, *, by: Actor = CLOCK, now: datetime) -> int:
    """Draft what the last closed periods still lack, and look again at reports whose numbers were revised since.

    Gives how many drafts there are anew. Twice is harmless.
    """
    quality_only(by)
    today = wall(now)[0]
    made = sum(_first(session, kind, KINDS[kind].last_closed(today), by, now) is not None for kind in ReportKind)
    latest = [one for one in found.listed(session) if one.latest]
    return made + sum(_again(session, one.kind, one.period, by, now) is not None for one in latest)


def make(session: Session, kind: ReportKind, period: int, *, by: Actor, now: datetime) -> int | None:
    """The draft of any period that was published, once; None when there is one already, or nothing to tell."""
    quality_only(by)
    return _first(session, kind, period, by, now)


def _first(session: Session, kind: ReportKind, period: int, by: Actor, now: datetime) -> int | None:
    if _last(session, kind, period):
        return None
    document = _drafted(session, kind, period)
    return _add(session, kind, period, 1, document, by, now) if document else None


def _again(session: Session, kind: ReportKind, period: int, by: Actor, now: datetime) -> int | None:
    """After a revision: a draft gets the new numbers and keeps its words, what was approved gets a next edition."""
    row = _last(session, kind, period)
    level = KINDS[kind].level
    released = found.released_at(session, level.key, KINDS[kind].rests_on(period))
    if row is None or released is None or released <= row.made_at:
        return None
    document = _drafted(session, kind, period)
    if document is None:
        return None
    if row.state is not ReportState.DRAFT:
        return _add(session, kind, period, row.edition + 1, document, by, now)
    row.facts, row.made_at = as_plain(document), now
    journal.record(session, "report.renewed", ("report", row.id), by=by, now=now, of=kind)
    return row.id


def _add(
    session: Session, kind: ReportKind, period: int, edition: int, document: Document, by: Actor, now: datetime
) -> int | None:
    row = Report(
        kind=kind, period=period, edition=edition, state=ReportState.DRAFT, facts=as_plain(document), made_at=now
    )
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:  # somebody else made it at this very moment
        return None
    journal.record(session, "report.made", ("report", row.id), by=by, now=now, of=kind, edition=edition)
    return row.id


def _drafted(session: Session, kind: ReportKind, period: int) -> Document | None:
    with speaking(LANGUAGE):
        return KINDS[kind].draft(session, period)


def _last(session: Session, kind: ReportKind, period: int) -> Report | None:
    """The last edition, locked: nobody approves it while its numbers are renewed."""
    query = select(Report).where(Report.kind == kind, Report.period == period).order_by(Report.edition.desc()).limit(1)
    return session.scalar(query.with_for_update().execution_options(populate_existing=True))
