"""A filled register under measurement, and the rows of the table that is written about it."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from statistics import median, quantiles

from sqlalchemy import text
from sqlalchemy.orm import Session

from benchmarks.memory import memory_from_here, most_memory
from benchmarks.trends_data import FIRST, MONTHS, fill
from store.database import Database
from store.queries import choices
from tests import make

NOW = datetime(2026, 7, 20, 10, tzinfo=UTC)
HEADER = (
    "| database | questions | what | times | median | p95 | processor | × ours | MB |\n"
    "|---|---|---|---|---|---|---|---|---|"
)
YEAR, THREE_YEARS = range(FIRST + MONTHS - 12, FIRST + MONTHS), range(FIRST + MONTHS - 36, FIRST + MONTHS)


@dataclass(frozen=True)
class Took:
    """Milliseconds on the clock, and of the processor in our own process."""

    clock: list[float]
    processor: list[float]

    @property
    def high(self) -> float:
        return quantiles(self.clock, n=20, method="inclusive")[-1] if len(self.clock) > 1 else self.clock[0]


@dataclass
class Bench:
    """A filled database, what there is in it, and the environment in which a server of it runs."""

    database: Database
    name: str
    size: int
    environment: Mapping[str, str]
    places: list[str]
    topics: list[str]
    random: Random

    def row(
        self,
        what: str,
        act: Callable[[], object],
        times: int,
        *,
        before: Callable[[], object] | None = None,
        beside: list[float] | None = None,
    ) -> tuple[str, list[float]]:
        """A row of the table and what was measured; `beside` is what our own way took."""
        memory_from_here()
        took = _measured(act, times, before)
        middle = median(took.clock)
        ratio = f"{middle / median(beside):.0f}" if beside else ""
        numbers = [f"{one:,.1f}" for one in (middle, took.high, median(took.processor))]
        cells = [self.name, f"{self.size:,}", what, str(times), *numbers, ratio, f"{most_memory():.0f}"]
        return f"| {' | '.join(cells)} |", took.clock

    def register(self, questions: int) -> None:
        """New questions of this month, wherever people live."""
        with self.database.writing() as session:
            for _ in range(questions):
                topics = tuple(self.random.sample(self.topics, self.random.choice((1, 1, 2))))
                make.question(session, now=NOW, topics=topics, municipality=self.random.choice(self.places))

    def ask(self, sql: str, **values: object) -> None:
        """Read raw rows, as long as it takes."""
        with self.database.reading() as session, _patient(session):
            session.execute(text(sql), values).all()


def bench(database: Database, name: str, size: int, environment: Mapping[str, str]) -> Bench:
    with database.reading() as session:
        places = sorted(one.code for one in choices.municipalities(session))
        topics = [one.code for one in choices.topics(session)]
    return Bench(database, name, size, environment, places, topics, Random(1))


def write(bench: Bench, _times: int) -> Iterator[str]:
    """Invent the register, once; says how long that took."""
    with bench.database.reading() as session:
        known = session.scalar(text("SELECT max(id) FROM question"))
    began = time.perf_counter()
    if not known:
        fill(bench.database, bench.size)
    yield f"{bench.name}, {bench.size:,} questions: written in {time.perf_counter() - began:.0f} s"


def _measured(act: Callable[[], object], times: int, before: Callable[[], object] | None) -> Took:
    took = Took([], [])
    for _ in range(times):
        if before:
            before()
        began, worked = time.perf_counter(), time.thread_time()
        act()
        took.clock.append((time.perf_counter() - began) * 1000)
        took.processor.append((time.thread_time() - worked) * 1000)
    return took


@contextmanager
def _patient(session: Session) -> Iterator[None]:
    """PostgreSQL breaks off what takes half a minute, and a page would be right to let it."""
    patient = session.get_bind().dialect.name == "postgresql"
    if patient:
        session.execute(text("SET statement_timeout = 0"))
    yield
    if patient:
        session.execute(text("SET statement_timeout = '30s'"))
