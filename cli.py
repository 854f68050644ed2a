"""The command line: start the product, bring its database up to date, fill it, keep its keys."""

import argparse
import logging
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from granian import Granian
from granian.constants import Interfaces

from commands import match, trends
from config import BadSetting, Settings, new_key, open_database, variable
from demo import fill
from domain import content
from mail.post import postman
from matching.warming import warm_up
from scheduler.clock import Clock
from scheduler.jobs import Context, continuous, dated
from store.database import Database
from store.rotation import rotate
from store.schema import WrongVersion, upgrade


def run(settings: Settings) -> int:
    """Start everything: upgrade, fill an empty database with the demo years, serve and tick until stopped."""
    warm_up()
    _upgrade(settings)
    database = open_database(settings)
    filled = fill.years_when_empty(database, now=datetime.now(UTC), say=print)
    database.close()
    program = [sys.executable, "-m", "cli"]
    parts = [subprocess.Popen([*program, "serve"]), subprocess.Popen([*program, "work"])]
    _welcome(settings, demo=filled)
    return _watch(parts)


def serve(settings: Settings) -> int:
    """Answer visitors. A worker process that dies is started again."""
    warm_up()
    Granian(
        "app:server",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=settings.web_processes,
        blocking_threads=settings.web_threads,
        backpressure=settings.web_threads * 32,
        websockets=False,
        respawn_failed_workers=True,
        log_access=False,
    ).serve()
    return 0


def work(settings: Settings) -> int:
    """Run the clock: of any number of these, on any number of machines, one leads."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)  # it would tell of every tick
    context = Context(
        public_url=settings.public_url,
        sender=settings.mail_from,
        postman=postman(settings.smtp_url, settings.mail_from),
    )
    jobs = dated(context.letterhead)
    return Clock(open_database(settings), jobs, continuous(context), now=lambda: datetime.now(UTC)).run_forever()


def bring_up_to_date(settings: Settings) -> int:
    """Upgrade the database to this program's version and add starting content that is not there yet."""
    print("The database is up to date." if not _upgrade(settings) else "The database was upgraded.")
    return 0


def rotate_keys(settings: Settings) -> int:
    """Write every encrypted value again with the first of the encryption keys."""
    count = rotate(open_database(settings))
    print(f"{count} rows were encrypted again. {variable('encryption_keys')} now needs its first key only.")
    return 0


def print_key(_settings: Settings) -> int:
    print(new_key())
    return 0


COMMANDS: dict[str, Callable[[Settings], int]] = {
    "run": run,
    "serve": serve,
    "work": work,
    "upgrade": bring_up_to_date,
    "rotate-keys": rotate_keys,
    "new-key": print_key,
}


def main() -> int:
    """Run one command; what can't be done is said in one sentence, with exit status 2."""
    parser = argparse.ArgumentParser(prog="rodedraad", description=__doc__)
    choices = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        act = partial(_with_settings, command)
        choices.add_parser(name, help=command.__doc__).set_defaults(act=act)
    match.add_to(choices.add_parser("match", help="find the best buddies for everybody in a file, without a database"))
    trends.add_to(choices.add_parser("trends", help="find what rises in a file of counts, without a database"))
    chosen = parser.parse_args()
    try:
        return int(chosen.act(chosen))
    except (BadSetting, WrongVersion) as refusal:
        print(f"rodedraad: {refusal}", file=sys.stderr)
        return 2


def _with_settings(command: Callable[[Settings], int], _chosen: argparse.Namespace) -> int:
    return command(Settings.from_environment())


def _upgrade(settings: Settings) -> bool:
    database: Database = open_database(settings)
    changed = upgrade(database)
    with database.writing() as session:
        content.load(session)
    database.close()
    return changed


def _welcome(settings: Settings, *, demo: bool) -> None:
    print(f"\nFor parents:          {settings.public_url}/")
    print(f"For staff and buddies: {settings.public_url}/inloggen\n")
    if demo:
        for login in fill.LOGINS:
            print(f"  {login.role:<14} {login.email:<34} password: {login.password}")
        print("\nEverything in it is invented.")
    print("Stop with Ctrl+C.\n", flush=True)


def _watch(parts: list[subprocess.Popen[bytes]]) -> int:
    """Wait until asked to stop, or until one part ends by itself; then stop the other."""
    stopping: list[int] = []
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda number, _frame: stopping.append(number))
    while not stopping and all(part.poll() is None for part in parts):
        time.sleep(0.2)
    for part in parts:
        part.terminate()
    for part in parts:
        try:
            part.wait(timeout=15)
        except subprocess.TimeoutExpired:
            part.kill()
    return 0 if stopping else 1


if __name__ == "__main__":
    sys.exit(main())
