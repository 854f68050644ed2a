"""What each buddy carries now, and whether everybody gets a turn."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from domain.local_time import wall
from domain.measures.open_days import Days, absences, closed, days_open, opened
from domain.measures.period import Period
from store.queries.buddying import measures
from store.queries.buddying.measures import Asked, Helper
from trends import fair_turns, load
from trends.fair_turns import Judged, Room
from trends.load import Carried, Spread

LONG_SILENT = 91  # days: a quarter of a year


@dataclass(frozen=True)
class BuddyTurn:
    """One buddy in the period. `silent` is for how many days nobody asked them; None for who can't be asked now.

    It counts from the last time they were asked, came in, or came back from a break, whichever was last.
    """

    buddy_id: int
    name: str
    load: int
    most: int
    asked: int
    expected: float
    judged: Judged
    silent: int | None

    @property
    def is_full(self) -> bool:
        return self.load >= self.most

    @property
    def is_overlooked(self) -> bool:
        return self.silent is not None and self.silent >= LONG_SILENT


def spread_now(helpers: Iterable[Helper]) -> Spread:
    """Over the buddies who did not stop and were trained: a buddy who is new has no part in it yet."""
    return load.spread(Carried(one.load, one.max_load) for one in helpers if not one.stopped_at and one.trained_on)


def turns(
    helpers: Iterable[Helper], asked: Iterable[Asked], away: Mapping[int, list[Days]], period: Period, today: date
) -> tuple[BuddyTurn, ...]:
    """Every buddy who could be asked, or was, in the period; who was asked least for their room comes first."""
    known, count = list(helpers), Counter(one.buddy_id for one in asked)
    until = min(period.until, today + timedelta(days=1))
    rooms = [
        Room(one.id, one.max_load * days_open(one, away.get(one.id, ()), period.since, until), count[one.id])
        for one in known
    ]
    found = zip(known, fair_turns.turns(rooms), rooms, strict=True)
    rows = [_row(one, turn, away.get(one.id, []), today) for one, turn, room in found if room.days or room.asked]
    return tuple(sorted(rows, key=lambda row: (row.asked - row.expected, row.buddy_id)))


def _row(one: Helper, turn: fair_turns.Turn, away: list[Days], today: date) -> BuddyTurn:
    return BuddyTurn(
        buddy_id=one.id,
        name=one.name,
        load=one.load,
        most=one.max_load,
        asked=turn.asked,
        expected=turn.expected,
        judged=turn.judged,
        silent=silent_days(one, away, today),
    )


def overlooked(session: Session, *, today: date) -> frozenset[int]:
    """The buddies with room whom nobody asked for three months or longer."""
    away = absences(measures.steps_back(session), today)
    silent = {one.id: silent_days(one, away.get(one.id, []), today) for one in measures.helpers(session)}
    return frozenset(buddy_id for buddy_id, days in silent.items() if days is not None and days >= LONG_SILENT)


def silent_days(one: Helper, away: list[Days], today: date) -> int | None:
    """For how many days nobody asked this buddy; None for who can't be asked today."""
    is_away = any(start <= today < back for start, back in away)
    if is_away or not opened(one) <= today < closed(one) or one.load >= one.max_load:
        return None
    since = [opened(one), *(back for _start, back in away)]
    if one.last_asked:
        since.append(wall(one.last_asked)[0])
    return (today - max(since)).days
