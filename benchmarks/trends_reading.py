"""What the pages ask of the counts, and the same from the raw rows; alone, and while counting goes on."""

import threading
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from sqlalchemy.orm import Session

from benchmarks.trends_bench import NOW, THREE_YEARS, YEAR, Bench
from domain.register import counts, own_numbers, own_parts
from store.queries.numbers import breakdowns
from store.queries.numbers import exact_trends as numbers
from trends.periods import school_year_of

EVERYWHERE = "*"
RAW = (
    "SELECT q.month, t.topic_code, count(*) FROM question q JOIN question_topic t ON t.question_id = q.id"
    " WHERE q.month >= :since{} GROUP BY q.month, t.topic_code"
)
Read = Callable[[Session], object]


def measure(bench: Bench, times: int) -> Iterator[str]:
    counted = list(_counted(bench, times))
    yield from (line for line, _took in counted)
    yield from _from_raw_rows(bench, counted[0][1], counted[2][1])
    yield from _while_counting(bench, times)


def _reads(bench: Bench) -> Mapping[str, Read]:
    chance, year = bench.random, school_year_of(YEAR[0])
    day = NOW.date()
    return {
        "one municipality, three years": lambda s: numbers.of_places(s, [chance.choice(bench.places)], THREE_YEARS),
        "ten municipalities, three years": lambda s: numbers.of_places(s, chance.sample(bench.places, 10), THREE_YEARS),
        "the country, three years": lambda s: numbers.exact(s, THREE_YEARS),
        "the country, all a page shows first": lambda s: own_numbers.overview(s, year, today=day),
        "places of the country, a year": lambda s: own_parts.places(s, year, []),
        "map of a topic, a year": lambda s: numbers.by_place(s, chance.choice(bench.topics), YEAR),
        "sectors of the country, a year": lambda s: own_parts.sectors(s, year, []),
        "what was done, a year": lambda s: breakdowns.exact(s, "done", YEAR),
        "which topics come together, a year": lambda s: own_parts.pairs(s, year),
    }


def _counted(bench: Bench, times: int, note: str = "") -> Iterator[tuple[str, list[float]]]:
    for what, read in _reads(bench).items():
        _asked(bench, read)
        yield bench.row(f"{what}{note}", partial(_asked, bench, read), times * 3)


def _asked(bench: Bench, read: Read) -> None:
    with bench.database.reading() as session:
        read(session)


def _from_raw_rows(bench: Bench, one: list[float], country: list[float]) -> Iterator[str]:
    chance, since = bench.random, THREE_YEARS.start
    sql = RAW.format(" AND q.municipality_code = :place")
    ask = lambda: bench.ask(sql, since=since, place=chance.choice(bench.places))  # noqa: E731
    yield bench.row("beside it: one municipality from the raw rows", ask, 5, beside=one)[0]
    everything = partial(bench.ask, RAW.format(""), since=since)
    yield bench.row("beside it: the country from the raw rows", everything, 1, beside=country)[0]


def _while_counting(bench: Bench, times: int) -> Iterator[str]:
    """The same while somebody registers and counts without a pause."""
    stop = threading.Event()

    def go_on() -> None:
        while not stop.is_set():
            bench.register(1)
            with bench.database.writing() as session:
                counts.refresh(session, now=NOW)

    other = threading.Thread(target=go_on)
    other.start()
    yield from (line for line, _took in _counted(bench, max(1, times // 3), ", while counting"))
    stop.set()
    other.join()
