"""Making reports: once per period, and a revision never changes what somebody approved."""

from datetime import datetime, timedelta

from sqlalchemy import select, update

from domain.reporting import making, reviewing
from store.database import Database
from store.models import JournalLine, PublishedCell, Report
from store.queries.improving import reports
from store.states import ReportKind, ReportState
from tests import make
from trends.periods import quarter_of

LATER = timedelta(days=3)
AUTUMN = quarter_of(2026 * 12 + 8)


def _tend(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return making.tend(session, now=now)


def _revise(database: Database, now: datetime) -> None:
    """What was published of this autumn comes out again, with more questions."""
    with database.writing() as session:
        of_autumn = (PublishedCell.level == "group", PublishedCell.period == AUTUMN, PublishedCell.group_code == "D")
        session.execute(update(PublishedCell).where(*of_autumn).values(value=60, published_at=now))


def _notes(database: Database) -> list[tuple[int, ReportState, bool]]:
    with database.reading() as session:
        found = [one for one in reports.listed(session) if one.kind is ReportKind.SIGNAL_NOTE]
        return [(one.edition, one.state, "ongeveer 60" in str(one.facts["sections"])) for one in found]


def _approve(database: Database, now: datetime) -> None:
    with database.writing() as session:
        (note,) = session.scalars(select(Report).where(Report.kind == ReportKind.SIGNAL_NOTE))
        reviewing.approve(session, note.id, by=make.COORDINATOR, now=now)


def test_closed_periods_get_their_drafts_once(published: Database, now: datetime) -> None:
    made = _tend(published, now), _tend(published, now + LATER)

    with published.reading() as session:
        found = [(one.kind, one.period, one.state) for one in reports.listed(session)]
    assert made == (2, 0)
    assert found == [
        (ReportKind.SIGNAL_NOTE, AUTUMN, ReportState.DRAFT),
        (ReportKind.ANNUAL_PAGE, 2025, ReportState.DRAFT),
    ]


def test_without_published_numbers_there_is_nothing_to_make(database: Database, now: datetime) -> None:
    assert _tend(database, now) == 0


def test_a_revision_renews_a_draft_and_keeps_its_words(published: Database, now: datetime) -> None:
    _tend(published, now)
    with published.writing() as session:
        (note,) = session.scalars(select(Report).where(Report.kind == ReportKind.SIGNAL_NOTE))
        reviewing.reword(session, note.id, "Beste lezer", "", by=make.COORDINATOR, now=now)
    _revise(published, now + LATER)

    again = _tend(published, now + LATER), _tend(published, now + LATER)

    with published.reading() as session:
        words = session.scalar(select(Report.opening).where(Report.kind == ReportKind.SIGNAL_NOTE))
    assert (again, _notes(published), words) == ((1, 0), [(1, ReportState.DRAFT, True)], "Beste lezer")


def test_a_revision_leaves_an_approved_report_and_makes_a_next_one(published: Database, now: datetime) -> None:
    _tend(published, now)
    _approve(published, now)
    _revise(published, now + LATER)

    again = _tend(published, now + LATER), _tend(published, now + LATER)

    assert again == (1, 0)
    assert _notes(published) == [(2, ReportState.DRAFT, True), (1, ReportState.APPROVED, False)]


def test_a_job_that_is_cut_off_leaves_nothing_and_can_be_done_again(published: Database, now: datetime) -> None:
    class PowerCut(Exception):
        pass

    try:
        with published.writing() as session:
            making.tend(session, now=now)
            raise PowerCut
    except PowerCut:
        pass

    made = select(JournalLine.id).where(JournalLine.kind == "report.made")
    with published.reading() as session:
        assert (session.scalar(select(Report.id)), session.scalar(made)) == (None, None)
    assert _tend(published, now) == 2
