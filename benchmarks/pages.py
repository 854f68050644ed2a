"""Pages and callbacks over HTTP: `python -m benchmarks.pages [--processes 2] [--clients 1 8] [--rounds 40]`.

A real server with the invented years. A real browser walks through every page once, as the coordinator; what it asked
of the server is then asked again and again, by one client and by several at once. Writes a table in Markdown: median,
95th percentile, and how many times as long as the emptiest answer of the same server in the same run (`/healthz`).
"""

import argparse
import gzip
import http.client
import re
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

import brotli
from playwright.sync_api import Page as Tab
from playwright.sync_api import Request, sync_playwright

from benchmarks.served import served, settings
from config import Settings, open_database
from dashboard.pages import PAGES
from demo import fill
from demo.fill import Login
from domain import content
from domain.actors import Role
from store.schema import upgrade
from tests.browser.chromium import ARGUMENTS, browser_path
from tests.invented import BY_ROLE, Point, write_a_letter

CALLBACK = "/werk/_dash-update-component"
FLOOR = "/healthz"
PUBLIC = ("/", "/agenda", "/buddy", "/inloggen")
OWN_ENCODING = {"accept-encoding": "br, gzip"}
HEADER = "| clients | asked | times | median ms | p95 ms | × floor | kB sent |\n|---|---|---|---|---|---|---|"


@dataclass(frozen=True)
class Ask:
    """One request as the browser sent it."""

    name: str
    path: str
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    name: str
    seconds: float
    sent: int
    plain: int


def recorded(port: int, point: Point) -> list[Ask]:
    """What a browser asks on its way through every page that a coordinator sees."""
    shown = [page for page in PAGES if Role.COORDINATOR in page.roles]
    walk = [(f"callbacks of {page.path}", point.address(page)) for page in shown]
    return walked(port, BY_ROLE[Role.COORDINATOR], walk)


def walked(port: int, login: Login, walk: Sequence[tuple[str, str]]) -> list[Ask]:
    """What a browser asks of the server on its way, by the name of each address that it goes to."""
    home = f"http://127.0.0.1:{port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(ARGUMENTS))
        tab = browser.new_page(locale="nl-NL")
        tab.goto(f"{home}/inloggen")
        tab.get_by_label("E-mailadres").fill(login.email)
        tab.get_by_label("Wachtwoord", exact=True).fill(login.password)
        tab.keyboard.press("Enter")
        tab.wait_for_selector("#page h1")
        seen = [one for name, address in walk for one in _visit(tab, home, name, address)]
        browser.close()
    return seen


def _visit(tab: Tab, home: str, name: str, address: str) -> Iterator[Ask]:
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    tab.on("request", note)
    tab.goto(home + address)
    tab.wait_for_selector("#page h1")
    tab.wait_for_load_state("networkidle")
    tab.remove_listener("request", note)
    for one in asked:
        if CALLBACK in one.url:
            yield Ask(name, one.url.removeprefix(home), one.post_data_buffer, _headers(one))


def _headers(request: Request) -> dict[str, str]:
    kept = {"content-type", "cookie", "x-csrftoken", "sec-fetch-site", "origin", "referer", "accept"}
    return {key: value for key, value in request.all_headers().items() if key in kept} | OWN_ENCODING


def replay(port: int, asks: Sequence[Ask], clients: int, rounds: int) -> list[Answer]:
    """Every request `rounds` times by each of `clients` at once, each over one connection."""

    def client(_number: int) -> list[Answer]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        return [_ask(connection, one) for _round in range(rounds) for one in asks]

    with ThreadPoolExecutor(clients) as pool:
        return [one for part in pool.map(client, range(clients)) for one in part]


def _ask(connection: http.client.HTTPConnection, one: Ask) -> Answer:
    began = time.perf_counter()
    connection.request("POST" if one.body is not None else "GET", one.path, one.body, dict(one.headers) or OWN_ENCODING)
    response = connection.getresponse()
    body = response.read()
    seconds = time.perf_counter() - began
    if response.status not in (200, 204):
        raise SystemExit(f"{one.name} {one.path}: {response.status} {_plain(response, body)[:300]!r}")
    return Answer(one.name, seconds, len(body), len(_plain(response, body)))


def _plain(response: http.client.HTTPResponse, body: bytes) -> bytes:
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(response.headers.get("Content-Encoding", ""))
    return bytes(unpack(body)) if unpack else body


def rows(answers: Sequence[Answer], clients: int) -> Iterator[str]:
    """One row for each name, the slowest first, and one for all callbacks together."""
    named: dict[str, list[Answer]] = {}
    for one in answers:
        named.setdefault(one.name, []).append(one)
        if one.name.startswith("callbacks"):
            named.setdefault("**every callback**", []).append(one)
    floor = median(one.seconds for one in named[FLOOR])
    for name, some in sorted(named.items(), key=lambda item: -median(one.seconds for one in item[1])):
        times = [one.seconds for one in some]
        middle, high = median(times), quantiles(times, n=20)[-1]
        sent = sum(one.sent for one in some) / len(some) / 1024
        cells = [f"{middle * 1000:.1f}", f"{high * 1000:.1f}", f"{middle / floor:.0f}", f"{sent:.1f}"]
        yield f"| {clients} | {name} | {len(times)} | {' | '.join(cells)} |"


def measure(folder: Path, wish: argparse.Namespace) -> Iterator[str]:
    environment = settings(folder, f"sqlite:///{folder}/point.db", processes=wish.processes, threads=wish.threads)
    configured = Settings.from_environment(environment)
    database = open_database(configured)
    upgrade(database)
    now = datetime.now(UTC)
    with database.writing() as session:
        content.load(session)
    fill.years_when_empty(database, now=now, say=lambda _line: None)
    point = Point(database, configured, now)
    write_a_letter(point)
    public = [Ask(path, path) for path in (FLOOR, *PUBLIC)]
    with served(environment) as server:
        asks = [*public, *recorded(server.port, point)]
        replay(server.port, asks, 1, 2)
        for clients in wish.clients:
            yield from rows(replay(server.port, asks, clients, wish.rounds), clients)
        yield f"\nmemory: {server.megabytes():.0f} MB in {wish.processes} processes"
    database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=re.sub(r"\n.*", "", __doc__ or ""))
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--clients", nargs="+", type=int, default=[1, 8])
    parser.add_argument("--rounds", type=int, default=40)
    wish = parser.parse_args()
    print(HEADER, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for line in measure(Path(folder), wish):
            print(line, flush=True)


if __name__ == "__main__":
    main()
