"""Who could be asked: `python -m benchmarks.shortlist [--buddies 1000] [--requests 400] [--rounds 20]`.

A database of its own with invented buddies and parents. Writes a table in Markdown: median and 95th percentile of one
parent's shortlist on the server, and of reading everybody for a plan, on the database that the product comes with.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median, quantiles

from config import Settings, open_database
from domain import content
from domain.matchmaking import pool, shortlist
from store.database import Database
from store.queries import choices
from store.schema import upgrade
from store.sessions import Session
from tests import make

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
HEADER = "| buddies | open requests | asked | median ms | p95 ms |\n|---|---|---|---|---|"
SECTORS, BANDS = ("po", "vo", "so", "sbo"), ("7-9", "10-12", "13-15")
MODES = ("phone", "home", "elsewhere", "online")


def filled(folder: Path, buddies: int, requests: int, chance: Random) -> Database:
    database = open_database(Settings.from_environment({"RODEDRAAD_DATA_DIR": str(folder)}))
    upgrade(database)
    with database.writing() as session:
        content.load(session)
        topics = [one.code for one in choices.topics(session)]
        places = [one.code for one in choices.municipalities(session)]
        for number in range(buddies):
            _buddy(session, number, topics, places, chance)
        for number in range(requests):
            _request(session, number, topics, places, chance)
    return database


def _buddy(session: Session, number: int, topics: list[str], places: list[str], chance: Random) -> None:
    make.buddy(
        session, now=NOW, email=f"b{number}@example.nl", topics=tuple(chance.sample(topics, 4)),
        municipality_code=chance.choice(places), sectors=tuple(chance.sample(SECTORS, 2)), travel_km=40,
        contact_modes=tuple(chance.sample(MODES, 2)),
    )  # fmt: skip


def _request(session: Session, number: int, topics: list[str], places: list[str], chance: Random) -> None:
    make.request(
        session, now=NOW, email=f"p{number}@example.nl", topics=tuple(chance.sample(topics, 2)),
        municipality_code=chance.choice(places), sector=chance.choice(SECTORS), age_band=chance.choice(BANDS),
    )  # fmt: skip


def timed(database: Database, rounds: int, work: Callable[[Session], object]) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds, each round in a session of its own; the first one warms up."""
    took = list(_rounds(database, rounds + 1, work))[1:]
    return median(took), quantiles(took, n=20)[-1]


def _rounds(database: Database, rounds: int, work: Callable[[Session], object]) -> Iterator[float]:
    for _round in range(rounds):
        began = time.perf_counter()
        with database.reading() as session:
            work(session)
        yield (time.perf_counter() - began) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--buddies", type=int, default=1000)
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=20)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = filled(Path(folder), chosen.buddies, chosen.requests, Random(1))
        asked: dict[str, Callable[[Session], object]] = {
            "one shortlist": lambda session: shortlist.of_all(session, 1, now=NOW),
            "all offers": lambda session: pool.offers(session, NOW),
            "all needs": pool.needs,
        }
        print(HEADER)
        for name, work in asked.items():
            middle, late = timed(database, chosen.rounds, work)
            print(f"| {chosen.buddies} | {chosen.requests} | {name} | {middle:.1f} | {late:.1f} |")


if __name__ == "__main__":
    main()
