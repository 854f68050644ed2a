"""A real server under measurement: its own process, its own database, its memory."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from config import PREFIX, Settings, open_database, variable
from demo import fill
from domain import content
from store.schema import upgrade

STARTS_WITHIN, STOPS_WITHIN, ANSWERS_WITHIN = 300.0, 120.0, 20.0
"""Seconds: long, as a machine with other work on it takes ten times as long as a quiet one."""


@dataclass(frozen=True)
class Served:
    port: int
    pid: int

    def megabytes(self) -> float:
        """Memory of all the server's processes, what they share counted once."""
        return sum(_proportional(pid) for pid in (self.pid, *_descendants(self.pid))) / 1024

    def processor(self) -> float:
        """Milliseconds that all the server's processes worked since they began, in steps of about ten."""
        return sum(_worked(pid) for pid in (self.pid, *_descendants(self.pid)))


def invented_years(folder: Path, *, processes: int, threads: int) -> dict[str, str]:
    """The environment of a server with the invented years in an SQLite file; made once, used again when it is there."""
    environment = settings(folder, f"sqlite:///{folder}/point.db", processes=processes, threads=threads)
    database = open_database(Settings.from_environment(environment))
    upgrade(database)
    with database.writing() as session:
        content.load(session)
    fill.years_when_empty(database, now=datetime.now(UTC), say=lambda _line: None)
    database.close()
    return environment


def settings(folder: Path, url: str, *, processes: int, threads: int) -> dict[str, str]:
    """The environment of a server; one proxy is trusted, so that each client can have an address of its own."""
    port = str(free_port())
    values = {
        "data_dir": str(folder),
        "database_url": url,
        "port": port,
        "web_processes": str(processes),
        "web_threads": str(threads),
        "trusted_proxies": "1",
    }
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return inherited | {variable(name): value for name, value in values.items()}


@contextmanager
def served(environment: dict[str, str]) -> Iterator[Served]:
    """The product's own `serve` command, up and answering."""
    port = Settings.from_environment(environment).port
    with started([sys.executable, "-m", "cli", "serve"], environment, port, "/healthz") as server:
        yield server


@contextmanager
def started(command: Sequence[str], environment: Mapping[str, str], port: int, path: str) -> Iterator[Served]:
    """Any server, once it answers at `path`."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}{path}", process)
        yield Served(port, process.pid)
    finally:
        _stop(process)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=ANSWERS_WITHIN).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise SystemExit("the server did not start")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=STOPS_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _descendants(pid: int) -> list[int]:
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = [child for child, parent in parents.items() if parent == pid]
    return found + [deeper for child in found for deeper in _descendants(child)]


def _proportional(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _worked(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
