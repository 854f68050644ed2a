"""Quarters in which many parents asked about the same: what a signal is made of, and what an improvement ends."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from sqlalchemy.orm import Session

from demo.season import PLACES
from domain.actors import DEMO
from domain.checking import Value
from domain.register import questions
from trends.periods import first_day, last_closed_quarter, months_of_quarter, school_year_of

SEED = 31
DAYS = 84
NOON = time(12, tzinfo=UTC)


def wash_over(session: Session, today: date) -> None:
    """Beside the usual questions: one wave in the quarter that came out last, one before it, one long ago."""
    chance, newest = Random(SEED), last_closed_quarter(today)
    year = school_year_of(months_of_quarter(newest).start)
    waves = (
        (first_day(months_of_quarter(newest).start), ("D1", "D2"), 26),
        (first_day(months_of_quarter(newest - 2).start), ("E1", "E2"), 26),
        (date(year - 3, 11, 1), ("A5",), 52),
    )
    for start, topics, n in waves:
        for day in _days(start, n, chance):
            place = chance.choices(list(PLACES), list(PLACES.values()))[0]
            values: dict[str, Value] = {
                "asked_on": day,
                "topics": (chance.choice(topics),),
                "channel": "phone",
                "asker": "parent",
                "municipality": place,
            }
            questions.register(session, values, by=DEMO, now=datetime.combine(day, NOON))


def _days(start: date, n: int, chance: Random) -> Iterator[date]:
    for _ in range(n):
        yield start + timedelta(days=chance.randrange(DAYS))
