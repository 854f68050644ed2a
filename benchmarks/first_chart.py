"""From address to chart: `python -m benchmarks.first_chart --vizro PYTHON [--rounds 9] [--slow] [--data DIR]`.

The page for policy with its answer and charts, in a Chromium that was just started on a device that was never here,
and once more on the same device. Beside it the same words, charts and filters in Vizro, in an environment of its own
(`pip install vizro gunicorn "dash[compress]"`), served as its documentation says: as it comes, and compressed. They
take turns in one run, each with as many processes and threads. With `--slow` a line of 10 Mbit/s with 40 ms and a
quarter of the processor. The invented years are made in DIR, and used again when they are there.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Playwright, StorageState, sync_playwright

from benchmarks.first_visit import Line, Visit, cold_and_again, launched, read, signed_in
from benchmarks.served import Served, free_port, invented_years, served, started
from domain.actors import Role
from tests.invented import BY_ROLE

PAGE = "/werk/beleid"
PROCESSES, THREADS = 2, 4
SLOW = Line(megabits=10, milliseconds=40, processor=4)
HERE = Path(__file__).parent
HEADER = """| | first chart, s | every chart, s | processor, s | kB | asked | again: first chart, s | kB | memory, MB |
|---|---|---|---|---|---|---|---|---|"""


@dataclass
class Side:
    """One of those that take turns, and what was seen of it."""

    name: str
    url: str
    server: Served
    session: StorageState | None = None
    cold: list[Visit] = field(default_factory=list)
    again: list[Visit] = field(default_factory=list)

    def row(self) -> str:
        kilobytes = [f"{median(one.received for one in some) / 1000:,.0f}" for some in (self.cold, self.again)]
        requests = f"{median(len(one.fetched) for one in self.cold):.0f}"
        times = [_spread([one.first for one in some]) for some in (self.cold, self.again)]
        every = _spread([one.every for one in self.cold])
        processor = _spread([one.processor for one in self.cold])
        cells = [self.name, times[0], every, processor, kilobytes[0], requests, times[1], kilobytes[1]]
        return f"| {' | '.join(cells)} | {self.server.megabytes():.0f} |"

    def beside(self, other: "Side") -> str:
        """This one's medians as parts of the other's."""
        parts = {
            "first chart": median(one.first for one in self.cold) / median(one.first for one in other.cold),
            "processor": median(one.processor for one in self.cold) / median(one.processor for one in other.cold),
            "bytes": median(one.received for one in self.cold) / median(one.received for one in other.cold),
            "first chart again": median(one.first for one in self.again) / median(one.first for one in other.again),
            "memory": self.server.megabytes() / other.server.megabytes(),
        }
        said = ", ".join(f"{name} {part:.2f}" for name, part in parts.items())
        return f"{self.name} beside {other.name}: {said}"


def _spread(times: Sequence[float]) -> str:
    return f"{median(times):.2f} ({min(times):.2f}–{max(times):.2f})"


def ours(playwright: Playwright, server: Served) -> tuple[Side, dict[str, Any]]:
    """Our side, and what its page says."""
    home, login = f"http://127.0.0.1:{server.port}", BY_ROLE[Role.POLICY]
    browser = launched(playwright)
    context = signed_in(browser, home, login.email, login.password)
    page, session = read(context, home + PAGE), context.storage_state()
    browser.close()
    return Side("ours", home + PAGE, server, session), page


def vizro(held: ExitStack, python: Path, page: Path) -> Iterator[Side]:
    for name, compressed in (("Vizro, compressed", "yes"), ("Vizro as it comes", "")):
        port = free_port()
        environment = {**os.environ, "FIRST_CHART": str(page), "FIRST_CHART_COMPRESSED": compressed}
        serve = [f"--workers={PROCESSES}", f"--threads={THREADS}", f"--bind=127.0.0.1:{port}", "--log-level=error"]
        command = [str(python), "-m", "gunicorn", f"--chdir={HERE}", *serve, "first_chart_vizro:app"]
        yield Side(name, f"http://127.0.0.1:{port}/", held.enter_context(started(command, environment, port, "/")))


def take_turns(playwright: Playwright, sides: Sequence[Side], charts: int, rounds: int, line: Line) -> None:
    """The first round of all warms the servers and is thrown away."""
    for number in range(rounds + 1):
        for side in sides:
            cold, again = cold_and_again(playwright, side.url, side.session, charts, line)
            if number:
                side.cold.append(cold)
                side.again.append(again)
                print(f"{number} {side.name}: {cold.first:.2f} s, then {again.first:.2f} s", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--vizro", type=Path, help="the Python of an environment with vizro and gunicorn")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--slow", action="store_true")
    parser.add_argument("--data", type=Path, help="a folder for the invented years, to be used again")
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as held:
        environment = invented_years(wish.data or Path(folder), processes=PROCESSES, threads=THREADS)
        server = held.enter_context(served(environment))
        playwright = held.enter_context(sync_playwright())
        first, page = ours(playwright, server)
        written = Path(folder) / "page.json"
        written.write_text(json.dumps(page))
        sides = [first, *(vizro(held, wish.vizro, written) if wish.vizro else ())]
        take_turns(playwright, sides, len(page["charts"]), wish.rounds, SLOW if wish.slow else Line())
        print("\n".join([HEADER, *(side.row() for side in sides), "", *(first.beside(one) for one in sides[1:])]))


if __name__ == "__main__":
    main()
