"""Who hosted the cafés, and who will: buddies are asked, most say yes, and for a no somebody else is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy.orm import Session

from demo.buddies import LIVES
from domain.actors import DEMO
from domain.gatherings import hosts
from domain.local_time import wall

SEED = 1912
HALF_A_DAY = timedelta(hours=12)
A_NO, TWO_HOSTS = 0.15, 0.4
ALL_BUDDIES_SINCE = timedelta(days=900)


@dataclass(frozen=True)
class Asking:
    """A gathering for which hosts are asked from `since` on."""

    event_id: int
    starts_at: datetime
    ends_at: datetime
    since: datetime


def find(session: Session, asking: Asking, buddy_ids: Sequence[int], *, now: datetime) -> None:
    """Ask one buddy or two, one after the other, until enough said yes; who is asked just now thinks about it still.

    From before all of them were buddies no host is known.
    """
    if asking.since < now - ALL_BUDDIES_SINCE:
        return
    # A chance of its own, so that hosts change nothing else of the invented years.
    chance = Random(SEED + asking.event_id)
    able = [one for one, life in zip(buddy_ids, LIVES, strict=True) if _has_time(life.hours, asking)]
    wanted, at = 2 if chance.random() < TWO_HOSTS else 1, asking.since
    for buddy_id in chance.sample(able, len(able)):
        if not wanted or at > now:
            return
        hosts.ask(session, asking.event_id, buddy_id, by=DEMO, now=at)
        if at + HALF_A_DAY > now:
            return
        at += HALF_A_DAY
        says_yes = chance.random() >= A_NO
        hosts.answer(session, asking.event_id, buddy_id, yes=says_yes, by=DEMO, now=at)
        wanted -= says_yes
        at += HALF_A_DAY


def _has_time(week: Sequence[tuple[int, tuple[int, int]]], asking: Asking) -> bool:
    (day, begins), (_day, ends) = wall(asking.starts_at), wall(asking.ends_at)
    first, last = begins.hour * 60 + begins.minute, ends.hour * 60 + ends.minute
    return any(day.weekday() == weekday and start <= first and last <= end for weekday, (start, end) in week)
