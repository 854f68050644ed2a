"""A process that answers visitors is killed while they sign up: what was answered stands, and the next one answers."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.cookiejar import CookieJar
from pathlib import Path
from typing import IO

from itsdangerous import Signer
from sqlalchemy import select

from cli import bring_up_to_date
from config import Settings, open_database
from store.database import Database
from store.models import Event, SignUp
from store.states import SignUpState
from tests import make

SEATS, THREADS = 25, 8
PATIENCE = 60  # a busy machine is slow, not wrong


@contextmanager
def serving(folder: Path, says: IO[bytes] | None = None) -> Iterator[tuple[Settings, Database, int]]:
    """A served support point, its database and the process id of the server that watches over the workers.

    What it prints goes to `says`.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    chosen = {"RODEDRAAD_DATA_DIR": str(folder), "RODEDRAAD_PORT": str(port), "RODEDRAAD_WEB_PROCESSES": "1"}
    settings = Settings.from_environment(chosen)
    bring_up_to_date(settings)
    database = open_database(settings)
    program = subprocess.Popen(
        [sys.executable, "-m", "cli", "serve"], env={**os.environ, **chosen}, stdout=says, stderr=says
    )
    try:
        yield settings, database, program.pid
    finally:
        program.terminate()
        program.wait(PATIENCE)
        database.close()


def workers(parent: int) -> list[int]:
    """The processes that answer visitors."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [int(one) for one in children if b"resource_tracker" not in Path(f"/proc/{one}/cmdline").read_bytes()]


def answers(settings: Settings) -> bool:
    try:
        with urllib.request.urlopen(f"{settings.public_url}/healthz", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def wait_until(happened: Callable[[], bool]) -> None:
    start = time.monotonic()
    while not happened():
        assert time.monotonic() - start < PATIENCE
        time.sleep(0.05)


class Parents(threading.Thread):
    """One after the other signs up; `welcomed` are the mail addresses that were told it worked."""

    def __init__(self, settings: Settings, event_id: int, number: int) -> None:
        super().__init__()
        self.settings, self.page, self.number = settings, f"{settings.public_url}/cafe/{event_id}", number
        self.welcomed: list[str] = []
        self.stop = threading.Event()

    def run(self) -> None:
        turn = 0
        while not self.stop.is_set():
            turn += 1
            try:
                self._sign_up(f"ouder{self.number}x{turn}@example.nl")
            except OSError:  # the server was just killed; a person would try again too
                time.sleep(0.1)

    def _sign_up(self, email: str) -> None:
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        with browser.open(self.page, timeout=20) as page:
            found = re.search(r'name="csrf_token" value="([^"]+)"', page.read().decode())
        assert found
        at = f"{datetime.now(UTC) - timedelta(minutes=1):%Y-%m-%dT%H:%M:%S}"
        signed = Signer(self.settings.secret_key, salt="form opened").sign(at).decode()
        typed = {"name": "Eva", "email": email, "party": "1", "csrf_token": found[1], "geopend": signed}
        with browser.open(f"{self.page}/aanmelden", urllib.parse.urlencode(typed).encode(), timeout=20) as answer:
            if "/link/" in answer.url:
                self.welcomed.append(email)


def welcomed(parents: Iterable[Parents]) -> set[str]:
    return {email for one in parents for email in one.welcomed}


def test_an_answered_sign_up_survives_the_killing_of_a_worker(tmp_path: Path) -> None:
    with serving(tmp_path) as (settings, database, server):
        with database.writing() as session:
            event_id = make.cafe(session, now=datetime.now(UTC), seats=SEATS)
        wait_until(lambda: answers(settings))
        parents = [Parents(settings, event_id, number) for number in range(THREADS)]
        for one in parents:
            one.start()
        wait_until(lambda: len(welcomed(parents)) >= 10)
        (worker,) = workers(server)
        before = welcomed(parents)
        os.kill(worker, signal.SIGKILL)
        wait_until(lambda: answers(settings) and welcomed(parents) > before)
        for one in parents:
            one.stop.set()
        for one in parents:
            one.join(PATIENCE)

        with database.reading() as session:
            kept = list(session.scalars(select(SignUp).where(SignUp.event_id == event_id)))
            event = session.get_one(Event, event_id)
            assert welcomed(parents) <= {one.email for one in kept}
            confirmed = sum(one.party for one in kept if one.state is SignUpState.CONFIRMED)
            assert confirmed == event.seats_taken <= SEATS
            assert workers(server) != [worker]
