"""Counting: what changed is counted again, and what may be shown outside is published once for each closed period."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from domain.register import breakdowns, cells, counted_cells, counted_work
from domain.register.freshness import COUNTS, counting
from i18n.dates import AMSTERDAM
from store.models import DirtyCell, DirtyMonth, Release, TopicState
from store.queries import exact_trends as numbers
from store.rollup import recount
from trends import publishing
from trends.disclosure import Protected
from trends.lattice import GROUP, MONTHS_OF, TOPIC, Cell, Level
from trends.rises import judge

CLOSING = "closing"


def mark(session: Session, month: int, municipality: str | None) -> None:
    """Have a month in a place counted again: every change of the register says so in its own transaction."""
    session.add_all([DirtyCell(month=month, municipality=municipality or ""), DirtyMonth(month=month)])


def refresh(session: Session, *, now: datetime) -> int:
    """Count the marked months again; gives how many counts were made. Twice is harmless, a crash loses nothing.

    The marks go first: whoever registers meanwhile leaves a new one, so nothing that comes in now is forgotten.
    """
    with counting(session, COUNTS, now=now) as tally:
        marks = delete(DirtyCell).returning(DirtyCell.month)
        months = set(session.scalars(marks, execution_options={"synchronize_session": False}))
        tally.months, tally.rows = len(months), recount(session, sorted(months)) if months else 0
    return tally.rows


def rebuild(session: Session, *, now: datetime) -> int:
    """Count everything again from the register: the same numbers as all the refreshes together."""
    with counting(session, COUNTS, now=now) as tally:
        session.execute(delete(DirtyCell))
        tally.rows = recount(session)
        tally.months = len(numbers.exact_months(session))
    return tally.rows


def publish(session: Session, *, now: datetime) -> int:
    """Publish every closed period that was not published yet; gives how many cells. What is published stays.

    A question that is registered late changes the exact counts only; `revision` is where they wait for.
    """
    refresh(session, now=now)
    breakdowns.refresh(session, now=now)
    known = cells.published(session)
    done = {(cell.level, cell.period) for cell in known}
    today = now.astimezone(AMSTERDAM).date()
    closed = [*counted_cells.closed(session, today), *counted_work.closed(session, today)]
    wanted = [(level, period) for level, period in closed if (level.key, period) not in done]
    if not wanted:
        return 0
    counts = counted_cells.counted(session, wanted) | counted_work.counted(session, wanted, now=now)
    fresh = publishing.publish(counts, known, counted_cells.sensitive(session))
    release = Release(kind=CLOSING, released_at=now)
    session.add(release)
    session.flush()
    session.add_all(counted_cells.row(cell, shown, release.id, now) for cell, shown in fresh.items())
    for level, period in wanted:
        _judge(session, known | fresh, level, period, now)
    last_month = max(MONTHS_OF[level.period](period)[-1] for level, period in wanted)
    journal.record(session, "counts.published", ("month", last_month), by=CLOCK, now=now, cells=len(fresh))
    return len(fresh)


def _judge(session: Session, known: Mapping[Cell, Protected], level: Level, period: int, now: datetime) -> None:
    """Keep what the test says of each group and topic now, by published numbers alone."""
    if level not in (GROUP, TOPIC):
        return
    month = MONTHS_OF[level.period](period)[-1]
    for code, change in judge(cells.beside_year_earlier(known, level, period)).items():
        session.add(TopicState(month=month, topic=code, state=change.state, published_at=now))
