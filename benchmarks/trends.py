"""Counting and charts on a register of any size: `python -m benchmarks.trends [--sizes 100000 1000000 10000000]`.

On both databases, each size in a database of its own: how long the counts take after one new question, after four
hundred, and from nothing; a month broken down; what a chart asks, for one municipality, for ten, for the country; the
same while counting goes on; and beside it what a naive product does: group the raw rows for each chart, count whole
months again. Writes a table in Markdown; times in milliseconds on the clock.
"""

import argparse
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from statistics import median, quantiles

from sqlalchemy import text

from benchmarks.memory import memory_from_here, most_memory
from benchmarks.sign_ups import fresh_database
from benchmarks.trends_data import FIRST, MONTHS, analyse, fill, settle_country
from domain import content
from domain.register import breakdowns, counts
from store.database import Database
from store.keys import Keyring
from store.queries import choices, exact_trends
from store.queries.breakdowns import exact as broken_down
from store.rollup import recount
from store.schema import upgrade
from tests import make

KEYS = Keyring(encryption=(b"1" * 32,), index=b"i" * 32)
NOW = datetime(2026, 7, 20, 10, tzinfo=UTC)
HEADER = "| database | questions | what | times | median | p95 | processor | MB |\n|---|---|---|---|---|---|---|---|"
YEAR, THREE_YEARS = range(FIRST + MONTHS - 12, FIRST + MONTHS), range(FIRST + MONTHS - 36, FIRST + MONTHS)


@dataclass
class Bench:
    """A filled database, and what is written about it."""

    database: Database
    name: str
    size: int
    places: list[str]
    topics: list[str]
    random: Random

    def row(self, what: str, act: Callable[[], object], times: int, before: Callable[[], object] | None = None) -> str:
        taken, worked = [], []
        memory_from_here()
        for _ in range(times):
            if before:
                before()
            began, worked_before = time.perf_counter(), time.thread_time()
            act()
            taken.append((time.perf_counter() - began) * 1000)
            worked.append((time.thread_time() - worked_before) * 1000)
        high = quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0]
        cells = [f"{median(taken):.1f}", f"{high:.1f}", f"{median(worked):.1f}", f"{most_memory():.0f}"]
        return f"| {self.name} | {self.size:,} | {what} | {times} | {' | '.join(cells)} |"

    def register(self, questions: int) -> None:
        """New questions of this month, wherever people live."""
        with self.database.writing() as session:
            for _ in range(questions):
                topics = tuple(self.random.sample(self.topics, self.random.choice((1, 1, 2))))
                make.question(session, now=NOW, topics=topics, municipality=self.random.choice(self.places))

    def refresh(self) -> None:
        with self.database.writing() as session:
            counts.refresh(session, now=NOW)

    def break_down(self) -> None:
        with self.database.writing() as session:
            breakdowns.refresh(session, now=NOW)

    def ask(self, sql: str, **values: object) -> None:
        with self.database.reading() as session:
            session.execute(text(sql), values).all()


def counting(bench: Bench, times: int) -> Iterator[str]:
    """The counts from nothing, then after a few changes, beside counting the whole month again."""
    with bench.database.writing() as session:
        counts.mark_everything(session)
    yield bench.row("all counts from nothing", bench.refresh, 1)
    analyse(bench.database)
    with bench.database.writing() as session:
        counts.mark_everything(session)
    yield bench.row("all counts again, nothing differs", bench.refresh, 1)
    for questions, some in ((1, times), (400, max(3, times // 4))):
        what = f"counts after {questions} new"
        yield bench.row(what, bench.refresh, some, before=partial(bench.register, questions))
    yield bench.row("naive: this month in all places again", lambda: _month_again(bench), 2)
    with bench.database.writing() as session:
        session.execute(text("DELETE FROM dirty_month"))
        session.execute(
            text("INSERT INTO dirty_month (month) SELECT DISTINCT month FROM rollup WHERE month >= :since"),
            {"since": YEAR.start},
        )
    yield bench.row("twelve months broken down from nothing", bench.break_down, 1)
    yield bench.row("this month broken down", bench.break_down, max(3, times // 4), before=lambda: bench.register(1))


def _month_again(bench: Bench) -> None:
    with bench.database.writing() as session:
        recount(session, {(YEAR[-1], place) for place in (*bench.places, "")})


def charts(bench: Bench, times: int, note: str = "") -> Iterator[str]:
    """What the charts ask of the counts; `note` says under what circumstances."""
    chance, everywhere = bench.random, "*"

    def one() -> None:
        with bench.database.reading() as session:
            exact_trends.of_places(session, [chance.choice(bench.places)], THREE_YEARS)

    def ten() -> None:
        with bench.database.reading() as session:
            exact_trends.of_places(session, chance.sample(bench.places, 10), THREE_YEARS)

    def country() -> None:
        with bench.database.reading() as session:
            exact_trends.exact(session, THREE_YEARS)

    def what_was_done() -> None:
        with bench.database.reading() as session:
            broken_down(session, "done", YEAR)

    def map_of_a_topic() -> None:
        with bench.database.reading() as session:
            exact_trends.by_place(session, chance.choice([*bench.topics, everywhere]), YEAR)

    yield bench.row(f"chart: one municipality, three years{note}", one, times)
    yield bench.row(f"chart: ten municipalities, three years{note}", ten, times)
    yield bench.row(f"chart: the country, three years{note}", country, times)
    yield bench.row(f"chart: what was done, a year{note}", what_was_done, times)
    yield bench.row(f"chart: map of a topic, a year{note}", map_of_a_topic, times)


def naive_charts(bench: Bench) -> Iterator[str]:
    sql = (
        "SELECT q.month, t.topic_code, count(*) FROM question q JOIN question_topic t ON t.question_id = q.id"
        " WHERE q.month >= :since{} GROUP BY q.month, t.topic_code"
    )
    since = THREE_YEARS.start
    place = " AND q.municipality_code = :place"
    ask = lambda: bench.ask(sql.format(place), since=since, place=bench.random.choice(bench.places))  # noqa: E731
    yield bench.row("naive chart: one municipality from the raw rows", ask, 5)
    yield bench.row("naive chart: the country from the raw rows", lambda: bench.ask(sql.format(""), since=since), 1)


def while_counting(bench: Bench, times: int) -> Iterator[str]:
    """The charts while somebody registers and counts without a pause."""
    stop = threading.Event()

    def go_on() -> None:
        while not stop.is_set():
            bench.register(1)
            bench.refresh()

    other = threading.Thread(target=go_on)
    other.start()
    yield from charts(bench, times, ", while counting")
    stop.set()
    other.join()


def measure(name: str, url: str, size: int, times: int) -> Iterator[str]:
    database = Database(url, KEYS)
    upgrade(database)
    with database.writing() as session:
        content.load(session)
    began = time.perf_counter()
    settle_country(database)
    fill(database, size)
    with database.reading() as session:
        places = sorted(one.code for one in choices.municipalities(session))
        topics = [one.code for one in choices.topics(session)]
    bench = Bench(database, name, size, places, topics, Random(1))
    yield f"| {name} | {size:,} | writing the register | 1 | {(time.perf_counter() - began) * 1000:.0f} | | | |"
    yield from counting(bench, times)
    yield from charts(bench, times * 3)
    yield from naive_charts(bench)
    yield from while_counting(bench, times)
    database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=[100_000, 1_000_000, 10_000_000])
    parser.add_argument("--databases", nargs="+", default=["SQLite", "PostgreSQL"], choices=["SQLite", "PostgreSQL"])
    parser.add_argument("--times", type=int, default=40)
    wish = parser.parse_args()
    print(HEADER, flush=True)
    for size in wish.sizes:
        for name in wish.databases:
            with tempfile.TemporaryDirectory() as folder, fresh_database(name, Path(folder)) as url:
                for line in measure(name, url, size, wish.times):
                    print(line, flush=True)


if __name__ == "__main__":
    main()
