"""Free time of many buddies: `python -m benchmarks.free_time [--buddies 1000] [--weeks 12] [--naive 50]`.

Every buddy has a week of three blocks, days off, and now and then an appointment; every second one has a calendar that
is busy five times a week. Writes a table in Markdown, for both databases: reading and reckoning for everybody at once,
beside a plain version that asks and walks for each buddy and each day (measured on some, and given for all).
"""

import argparse
import random
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import insert

from benchmarks.chaos_clock import databases
from domain.availability.free_time import free
from store.database import Database
from store.models import Appointment, Availability, AvailabilityException, Buddy, BusyTime
from store.sessions import Session
from store.states import AppointmentState
from tests import make

NOW = datetime(2026, 9, 1, 8, tzinfo=UTC)
FIRST = date(2026, 9, 7)  # twelve weeks from here have a change of the clock and a school holiday in them
CHANCE = random.Random(4)


def fill(session: Session, how_many: int, weeks: int) -> list[int]:
    """Buddies with all that takes time away; their numbers."""
    first = make.buddy(session, now=NOW)
    match_id = make.match(session, now=NOW, email="match@example.nl", name="Bea")
    template = session.get_one(Buddy, first)
    columns = {one.key: getattr(template, one.key) for one in Buddy.__table__.columns if one.key != "id"}
    numbers = list(range(1000, 1000 + how_many))
    chosen = {"notice_hours": 24, "buffer_minutes": 15, "weekly_most": 3, "in_school_holidays": False}
    session.execute(
        insert(Buddy), [columns | chosen | {"id": one, "email_index": one.to_bytes(32, "big")} for one in numbers]
    )
    session.execute(insert(Availability), [row for one in numbers for row in _week(one)])
    session.execute(insert(AvailabilityException), [row for one in numbers for row in _days_off(one, weeks)])
    session.execute(insert(BusyTime), [row for one in numbers if one % 2 for row in _busy(one, weeks)])
    session.execute(insert(Appointment), [row for one in numbers for row in _appointments(one, match_id, weeks)])
    return numbers


def _week(buddy_id: int) -> list[dict[str, object]]:
    return [
        {"buddy_id": buddy_id, "weekday": weekday, "from_minute": start, "to_minute": start + 150}
        for weekday in CHANCE.sample(range(7), 3)
        for start in [CHANCE.choice([540, 720, 1140])]
    ]


def _days_off(buddy_id: int, weeks: int) -> list[dict[str, object]]:
    days = [FIRST + timedelta(days=CHANCE.randrange(weeks * 7)) for _number in range(3)]
    return [
        {"buddy_id": buddy_id, "first_day": day, "last_day": day + timedelta(days=number * 3), "available": number == 1}
        | {"from_minute": 600 if number else None, "to_minute": 720 if number else None}
        for number, day in enumerate(days)
    ]


def _busy(buddy_id: int, weeks: int) -> list[dict[str, object]]:
    moments = [NOW + timedelta(hours=CHANCE.randrange(weeks * 7 * 24)) for _number in range(weeks * 5)]
    return [{"buddy_id": buddy_id, "starts_at": one, "ends_at": one + timedelta(minutes=90)} for one in moments]


def _appointments(buddy_id: int, match_id: int, weeks: int) -> list[dict[str, object]]:
    moments = [NOW + timedelta(hours=CHANCE.randrange(weeks * 7 * 24)) for _number in range(weeks // 2)]
    facts = {"match_id": match_id, "buddy_id": buddy_id, "request_id": 1, "state": AppointmentState.PLANNED}
    facts |= {"contact_mode": "phone", "created_at": NOW, "changed_at": NOW}
    return [facts | {"starts_at": one, "ends_at": one + timedelta(minutes=60)} for one in moments]


def at_once(database: Database, numbers: Sequence[int], weeks: int) -> tuple[float, int]:
    """Seconds, and the number of spans, for everybody in one question."""
    began = time.perf_counter()
    with database.reading() as session:
        found = free(session, numbers, FIRST, FIRST + timedelta(days=weeks * 7 - 1), now=NOW)
    return time.perf_counter() - began, sum(map(len, found.values()))


def one_by_one(database: Database, numbers: Sequence[int], weeks: int) -> tuple[float, int]:
    """The same, asked anew for each buddy and each day."""
    began, spans = time.perf_counter(), 0
    with database.reading() as session:
        for number in numbers:
            for day in (FIRST + timedelta(days=one) for one in range(weeks * 7)):
                spans += len(free(session, [number], day, day, now=NOW)[number])
    return time.perf_counter() - began, spans


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--buddies", type=int, default=1000)
    parser.add_argument("--weeks", type=int, default=12)
    parser.add_argument("--naive", type=int, default=50, help="how many buddies the plain version does")
    chosen = parser.parse_args()
    print("| database | buddies | weeks | free spans | at once, first s | again s | one by one s | times as fast |")
    print("|---|---|---|---|---|---|---|---|")
    with databases() as made:
        for name, database in made.items():
            with database.writing() as session:
                numbers = fill(session, chosen.buddies, chosen.weeks)
            first, spans = at_once(database, numbers, chosen.weeks)
            again = min(at_once(database, numbers, chosen.weeks)[0] for _time in range(3))
            part = numbers[: chosen.naive]
            slow = one_by_one(database, part, chosen.weeks)[0] * len(numbers) / len(part)
            facts = f"{spans} | {first:.2f} | {again:.2f} | {slow:.0f} | {slow / again:.0f}"
            print(f"| {name} | {len(numbers)} | {chosen.weeks} | {facts} |")


if __name__ == "__main__":
    main()
