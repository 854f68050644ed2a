"""What came in late: it waits for the revision of a quarter, and counts where enough came in together."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from domain.register import breakdowns, cells, counted_cells, counts
from i18n.dates import AMSTERDAM
from store.models import PublishedCell, Question, QuestionTopic, Release, Topic
from trends import publishing
from trends.lattice import BY_KEY, MONTHS_OF, Block, Cell, Parts, block_of
from trends.periods import last_closed_quarter, school_year_of

REVISION = "revision"
ENOUGH = 5
"""So many questions must have come in late in a block before it changes: one family can't be seen to move it."""


def revise(session: Session, *, now: datetime) -> int:
    """Bring what is published up to date, once in a quarter; gives how many numbers changed. Before that nothing moves.

    A school year whose numbers can't change without telling more than they may stays as it is, and is tried again with
    the next revision.
    """
    if not is_due(session, _day(now)):
        return 0
    counts.refresh(session, now=now)
    breakdowns.refresh(session, now=now)
    release = Release(kind=REVISION, released_at=now)
    session.add(release)
    session.flush()
    changed = 0
    for year, blocks in _with_enough_late(session).items():
        published = {cell: shown for cell, shown in cells.published(session).items() if _year(block_of(cell)) == year}
        fresh = counted_cells.counted(session, [(level, period) for level, period, _group in blocks])
        known = {block for block in blocks if all(c in fresh for c in published if block_of(c) == block)}
        moved = publishing.revised(fresh, published, known, counted_cells.sensitive(session))
        session.add_all(counted_cells.row(cell, shown, release.id, now) for cell, shown in moved.items())
        changed += len(moved)
    journal.record(session, "counts.revised", ("release", release.id), by=CLOCK, now=now, cells=changed)
    return changed


def is_due(session: Session, today: date) -> bool:
    """Whether a quarter was closed since the last revision, or since the first release when there was none."""
    last = session.scalar(select(func.max(Release.released_at)).where(Release.kind == REVISION))
    since = last or session.scalar(select(func.min(Release.released_at)))
    return since is not None and last_closed_quarter(_day(since)) < last_closed_quarter(today)


def _day(moment: datetime) -> date:
    return moment.astimezone(AMSTERDAM).date()


def _year(block: Block) -> int:
    level, period, _group = block
    return school_year_of(MONTHS_OF[level.period](period).start)


def _with_enough_late(session: Session) -> dict[int, set[Block]]:
    """By school year, the blocks in which enough came in after they were last published."""
    published = _published_at(session)
    late: Counter[Block] = Counter()
    for month, registered_at, groups in _registered_since(session, min(published.values())):
        for block, at in published.items():
            level, period, group = block
            if registered_at > at and month in MONTHS_OF[level.period](period) and group in ("", *groups):
                late[block] += 1
    found: dict[int, set[Block]] = {}
    for block, questions in late.items():
        if questions >= ENOUGH:
            found.setdefault(_year(block), set()).add(block)
    return found


def _published_at(session: Session) -> Mapping[Block, datetime]:
    """When each block that counts questions was last published."""
    key = PublishedCell.level, PublishedCell.period, PublishedCell.group_code
    found: dict[Block, datetime] = {}
    for level, period, group, at in session.execute(select(*key, func.max(PublishedCell.published_at)).group_by(*key)):
        block = block_of(Cell(level, period, group))
        if BY_KEY[level].parts is not Parts.APART:
            found[block] = max(at, found.get(block, at))
    return found


def _registered_since(session: Session, moment: datetime) -> Iterable[tuple[int, datetime, set[str]]]:
    """(month, when it was registered, its groups) of each question."""
    query = select(Question.id, Question.month, Question.registered_at, Topic.parent_code)
    query = query.join(QuestionTopic, QuestionTopic.question_id == Question.id)
    query = query.join(Topic, Topic.code == QuestionTopic.topic_code).where(Question.registered_at > moment)
    found: dict[int, tuple[int, datetime, set[str]]] = {}
    for number, month, registered_at, group in session.execute(query):
        found.setdefault(number, (month, registered_at, set()))[2].add(group or "")
    return found.values()
