"""Many who register, several who count, and one of them killed: nothing is lost."""

import subprocess
import sys
import time
from datetime import datetime
from threading import Thread

import pytest
from sqlalchemy import select

from domain.register import breakdowns, counts
from store.database import Database
from store.models import DirtyCell
from tests import make
from tests.domain.register import counted
from tests.domain.register import test_breakdowns as broken_down
from tests.domain.register.counting_process import naively
from tests.racing import race


def _start(database: Database, *what: str) -> "subprocess.Popen[bytes]":
    url = database.url.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "tests.domain.register.counting_process", url, *what]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def _kill(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()


def test_counts_equal_counting_by_hand_after_processes_that_register_count_and_die(
    database: Database, now: datetime
) -> None:
    writers = [_start(database, "register", str(seed), "40") for seed in range(3)]
    counters = [_start(database, "count", "0", "0") for _ in range(2)]
    while any(one.poll() is None for one in writers):
        time.sleep(1.5)
        _kill(counters.pop(0))
        counters.append(_start(database, "count", "0", "0"))
    for one in counters:
        _kill(one)

    with database.writing() as session:
        counts.refresh(session, now=now)
        breakdowns.refresh(session, now=now)

    with database.reading() as session:
        assert [one.returncode for one in writers] == [0, 0, 0]
        assert counted.stored(session) == counted.counted_in_python(session)
        assert broken_down.stored(session) == broken_down.by_hand(session)


def test_two_who_count_at_once_wait_for_each_other(database: Database, now: datetime) -> None:
    with database.writing() as session:
        for place in ("GM0361", "GM0373", None):
            make.question(session, now=now, municipality=place)
        counts.refresh(session, now=now)
        counts.mark_everything(session)

    def count(number: int) -> int:
        with database.writing() as session:
            return counts.rebuild(session, now=now) if number % 2 else counts.refresh(session, now=now)

    got = race(6, count)

    with database.reading() as session:
        assert (all(isinstance(one, int) for one in got), counted.stored(session)) == (
            True,
            counted.counted_in_python(session),
        )


@pytest.mark.parametrize("careful", [True, False])
def test_marks_go_before_the_count_or_a_question_is_lost(database: Database, now: datetime, careful: bool) -> None:
    """The control shows that the order matters. On SQLite who registers waits, so nothing can be lost there."""
    with database.writing() as session:
        make.question(session, now=now)

    def register() -> None:
        with database.writing() as session:
            make.question(session, now=now)

    other = Thread(target=register)

    def meanwhile() -> None:
        other.start()
        other.join(0.1 if database.is_sqlite else None)

    with database.writing() as session:
        if careful:
            counted.once_when(session, "INSERT INTO refresh", meanwhile)
            counts.refresh_a_part(session, now=now)
        else:
            counted.once_when(session, "DELETE FROM dirty_cell", meanwhile)
            naively(session)
    other.join()
    with database.writing() as session:
        counts.refresh(session, now=now)

    with database.reading() as session:
        right = counted.stored(session) == counted.counted_in_python(session)
        assert (right, session.scalars(select(DirtyCell)).all()) == (careful or database.is_sqlite, [])
