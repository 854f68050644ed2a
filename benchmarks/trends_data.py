"""An invented register of any size, written fast: ten school years, all municipalities, forty topics.

Questions are numbered in the order of time, as in a register that was kept, and some come in a month late.
"""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, text

from store.database import Database
from store.queries import choices
from trends.periods import first_day

FIRST, MONTHS = 2016 * 12 + 7, 120
PLACES, TOPICS, AT_ONCE = 342, 40, 200_000
LATE = 0.03
SECOND, THIRD = 0.45, 0.10  # the chance of another topic: 1.55 topics in a question
DONE = ("information", "listening", "advice", "referral")
CHOICES = {
    "channel": ("phone", "mail", "form", "cafe"),
    "asker": ("parent", "young", "professional", None),
    "sector": ("po", "vo", "so", "vso", None),
    "age_band": ("4-6", "7-9", "10-12", "13-15", None),
    "phase": ("exploring", "stuck", "conflict", "home", None),
    "how_found": ("school", "website", "search", "parent", None),
    "referred_to": ("school", "consultant", "youth_team", None, None, None),
    "minutes": (10, 20, 40, 75, None),
    "language": ("nl", "nl", "nl", "en", "ar", None),
}
COLUMNS = ("id", "asked_on", "month", "municipality_code", *CHOICES, "closed", "registered_at")
Rows = list[tuple[object, ...]]
Numbers = NDArray[np.int64]


def settle_country(database: Database) -> None:
    """As many municipalities as the country has: those of the content, and invented ones."""
    with database.writing() as session:
        known = len(choices.municipalities(session))
        for number in range(known, PLACES):
            session.execute(
                text(
                    "INSERT INTO municipality (code, name, latitude, longitude, holiday_region, neighbours, active)"
                    " VALUES (:code, :code, 0, 0, 'Noord', '[]', true)"
                ),
                {"code": f"GX{number:04}"},
            )
        for number in range(PLACES):  # apart, as in a country: on a map no two lie in one place
            session.execute(
                text("UPDATE municipality SET latitude = :north, longitude = :east WHERE code = :code"),
                {"code": f"GX{number:04}", "north": 50.8 + number % 18 * 0.15, "east": 3.6 + number // 18 * 0.18},
            )


def fill(database: Database, size: int, seed: int = 1) -> None:
    """Write so many questions with their topics and what was done, and have the database look at its tables."""
    chance = np.random.default_rng(seed)
    with database.reading() as session:
        places = sorted(one.code for one in choices.municipalities(session))
        topics = [one.code for one in choices.topics(session)][:TOPICS]
    with database.engine.connect() as connection:
        for start in range(0, size, AT_ONCE):
            for table, columns, rows in _part(chance, range(start, min(start + AT_ONCE, size)), size, places, topics):
                _write(connection, table, columns, rows)
    analyse(database)


def analyse(database: Database) -> None:
    """Statistics for PostgreSQL, which makes them by itself some minutes later; on SQLite nobody makes any."""
    if not database.is_sqlite:
        with database.writing() as session:
            session.execute(text("ANALYZE"))


def _part(
    chance: np.random.Generator, part: range, whole: int, places: list[str], topics: list[str]
) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    """Large municipalities and some topics have many more questions than others, and one in twenty has no place."""
    size, number = len(part), range(part.start + 1, part.stop + 1)
    late = chance.random(size) < LATE
    month = np.maximum(FIRST, FIRST + np.arange(part.start, part.stop) * MONTHS // whole - late)
    weight = 1 / np.arange(1, len(places) + 1) ** 0.7
    place = chance.choice(np.array([*places, None], dtype=object), size=size, p=[*(0.95 * weight / weight.sum()), 0.05])
    days = [first_day(one) for one in range(FIRST, FIRST + MONTHS)]
    fields = [np.array(some, dtype=object)[chance.integers(len(some), size=size)].tolist() for some in CHOICES.values()]
    closed, at = (chance.random(size) < 0.8).tolist(), [datetime(2026, 8, 1, tzinfo=UTC).isoformat(" ")] * size
    asked_on = [days[one - FIRST].isoformat() for one in month]
    yield "question", COLUMNS, list(zip(number, asked_on, month.tolist(), place, *fields, closed, at, strict=True))
    yield "question_topic", ("question_id", "topic_code"), _topics(chance, number, topics)
    what = chance.integers(len(DONE), size=size)
    done: Rows = [(one, DONE[at], 0) for one, at in zip(number, what, strict=True)]
    yield "question_done", ("question_id", "done", "position"), done


def _topics(chance: np.random.Generator, number: range, topics: list[str]) -> Rows:
    weight = 1 / np.arange(1, len(topics) + 1) ** 0.6
    first = chance.choice(len(topics), size=len(number), p=weight / weight.sum())
    step = 1 + chance.integers(len(topics) // 2 - 1, size=len(number))
    more = chance.random(len(number))
    rows: Rows = [(one, topics[at]) for one, at in zip(number, first, strict=True)]
    for share, times in ((SECOND, 1), (THIRD, 2)):
        rows += [
            (number[at], topics[(first[at] + times * step[at]) % len(topics)]) for at in np.flatnonzero(more < share)
        ]
    return rows


def _write(connection: Connection, table: str, columns: tuple[str, ...], rows: Rows) -> None:
    driver, names = connection.connection.driver_connection, ", ".join(columns)
    if isinstance(driver, sqlite3.Connection):
        driver.execute("PRAGMA synchronous=OFF")
        driver.execute("BEGIN")
        driver.executemany(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})", rows)
        driver.execute("COMMIT")
        return
    assert driver is not None
    with driver.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # the rows refer to what is there
        with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        if table == "question":
            cursor.execute("SELECT setval(pg_get_serial_sequence('question', 'id'), (SELECT max(id) FROM question))")
    driver.commit()
