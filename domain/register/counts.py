"""Counting: what changed is counted again, and what may be shown outside is published once for each closed period."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from domain.register import breakdowns, cells, counted_cells, counted_work
from domain.register.freshness import COUNTS, counting
from i18n.dates import AMSTERDAM
from store import marks, whole_month
from store.models import Release, TopicState
from store.rollup import recount
from trends import publishing
from trends.disclosure import Protected
from trends.lattice import GROUP, MONTHS_OF, TOPIC, Cell, Level
from trends.rises import judge

CLOSING = "closing"
PART = 1000  # marks at a time, so that on SQLite others can write in between


def refresh(session: Session, *, now: datetime) -> int:
    """Count every marked cell again; gives how many. Twice is harmless, a crash loses nothing."""
    cells = 0
    while part := refresh_a_part(session, now=now):
        cells += part
    return cells


def refresh_a_part(session: Session, *, now: datetime) -> int:
    """Count again what waits longest; gives how many cells and whole months, and 0 when nothing waits.

    The marks go before the register is read: whoever registers meanwhile leaves a new one, so nothing is forgotten.
    """
    marks.settle(session)
    with counting(session, COUNTS, now=now) as tally:
        found, months = marks.take(session, PART)
        tally.months = len({month for month, _place in found} | months)
        tally.rows = recount(session, found) + whole_month.recount(session, months)
    return len(found) + len(months)


def rebuild(session: Session, *, now: datetime) -> int:
    """Count everything again from the register: the same numbers as all the refreshes together."""
    mark_everything(session)
    return refresh(session, now=now)


def mark_everything(session: Session) -> int:
    """Have every month in every place counted and broken down again, also where no question is left; gives 0."""
    marks.mark_everything(session)
    return 0


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
