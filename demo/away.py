"""When invented buddies are away or rest, on what terms they have time, and when they met each other."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from domain.actors import DEMO
from domain.availability import days_off
from domain.availability.days_off import Days, NewTerms
from domain.buddying import attendance, buddies
from domain.buddying.rest import rest
from domain.local_time import wall
from store.queries.buddying.buddy_attendance import SUPERVISION, TRAINING

USUAL = NewTerms(24, 15, 2, False)
TERMS = {0: USUAL, 3: NewTerms(48, 30, None, True), 6: NewTerms(24, 0, 3, False), 9: NewTerms(72, 15, 1, True)}
# By buddy: away from so many days from now to so many, the whole day or from hour to hour, or there for extra hours.
DIFFERS = (
    (0, 12, 13, None, False),
    (0, 9, 9, (9, 12), True),
    (0, 38, 45, None, False),
    (1, 5, 19, None, False),
    (3, 8, 8, (19, 20), False),
    (4, 25, 39, None, False),
    (8, 3, 3, (10, 12), True),
)
PAUSED, PAUSE_ENDS = 10, 21
RESTING, REST_ENDS = 12, 24
EVERY, SINCE = timedelta(weeks=7), 8


def plan(session: Session, buddy_ids: Sequence[int], *, now: datetime) -> None:
    """Enough of each kind to see it on every screen; the eleventh has a break that ends on its day."""
    today = wall(now)[0]
    for number, terms in TERMS.items():
        days_off.set_terms(session, buddy_ids[number], terms, by=DEMO, now=now)
    for number, first, last, hours, extra in DIFFERS:
        minutes = (hours[0] * 60, hours[1] * 60) if hours else None
        days = Days(today + timedelta(days=first), today + timedelta(days=last), minutes, extra)
        days_off.add(session, buddy_ids[number], days, by=DEMO, now=now)
    paused_on, until = now - timedelta(days=20), today + timedelta(days=PAUSE_ENDS)
    buddies.pause(session, buddy_ids[PAUSED], until=until, by=DEMO, now=paused_on)
    rest(session, buddy_ids[RESTING], today + timedelta(days=REST_ENDS), by=DEMO, now=now)
    _meet(session, buddy_ids, now=now)


def _meet(session: Session, buddy_ids: Sequence[int], *, now: datetime) -> None:
    """Peer supervision every seven weeks, with two out of three; in between a training for who wanted to."""
    for number in range(SINCE):
        at = now - EVERY * number - timedelta(days=6)
        came = [one for place, one in enumerate(buddy_ids) if (place + number) % 3]
        attendance.note(session, SUPERVISION, wall(at)[0], came, by=DEMO, now=at)
    before = now - timedelta(days=75)
    attendance.note(session, TRAINING, wall(before)[0], buddy_ids[::2], by=DEMO, now=before)
