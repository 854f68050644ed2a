"""Doing the work: a run with its effect and its status in one transaction, and the jobs that never rest."""

import logging
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from domain.clockwork import lease, pulses, runs
from domain.clockwork.lease import LostLease
from domain.clockwork.runs import Claimed, Effect
from store.database import Busy, Database
from store.wiping import wipe

log = logging.getLogger(__name__)

PAUSE_BETWEEN_PARTS = 0.005
LONGEST_REST = 60.0


@dataclass(frozen=True)
class Leader:
    """The right to act, as long as `fence` leads."""

    database: Database
    now: Callable[[], datetime]
    fence: int

    def act(self, effect: Effect) -> int:
        """Do `effect` in one transaction; raises `LostLease`, and nothing stays, when another clock leads by then."""
        with self.database.writing() as session:
            rows = effect(session, self.now())
            lease.must_hold(session, self.fence)
        return rows


@dataclass(frozen=True)
class Job:
    """What a due period does. `in_parts`: called again, each time in its own transaction, until it gives 0.

    `erases`: what it took away leaves the files of the database too, when it is done.
    """

    effect: Effect
    in_parts: bool = False
    erases: bool = False


@dataclass(frozen=True)
class LongJob:
    """A job in parts that thinks long about each: `think` gives the effect, outside any transaction."""

    think: Callable[[Database], Effect]


AnyJob = Job | LongJob


def next_run(leader: Leader, jobs: Mapping[str, AnyJob]) -> Claimed | None:
    """Claim the run that waits longest, without bothering other writers while there is none."""
    with leader.database.reading() as session:
        if not runs.is_waiting(session, leader.now(), known=jobs):
            return None
    with leader.database.writing() as session:
        return runs.claim(session, leader.fence, leader.now(), known=jobs)


def perform(leader: Leader, run: Claimed, job: AnyJob, *, stopping: Callable[[], bool]) -> None:
    """Do a run: its effect stays only together with its status. What goes wrong is tried again later."""
    try:
        with _caught(f"{run.job} {run.period}") as wrong:
            _do_all_parts(leader, run, job, stopping)
    except LostLease:
        log.warning("another clock leads: what was done of %s %s is undone", run.job, run.period)
        return
    if wrong:
        with leader.database.writing() as session:
            runs.fail(session, run, wrong[0], leader.now())
    elif isinstance(job, Job) and job.erases:
        with _caught(f"wiping after {run.job}"):  # the run is done; the files are wiped again after the next one
            wipe(leader.database)


@contextmanager
def _caught(what: str) -> Iterator[list[str]]:
    """Gives a list that holds, afterwards, what went wrong. A lost lease is for the caller."""
    wrong: list[str] = []
    try:
        yield wrong
    except LostLease:
        raise
    except Exception as error:  # broad on purpose: a job may raise anything, and the other jobs must go on
        log.exception("%s went wrong", what)
        wrong.append(_without_personal_data(error))


def _do_all_parts(leader: Leader, run: Claimed, job: AnyJob, stopping: Callable[[], bool]) -> None:
    rows = 0
    while not stopping():
        effect = job.think(leader.database) if isinstance(job, LongJob) else job.effect
        with leader.database.writing() as session:
            part = effect(session, leader.now())
            rows += part
            if not (part and (isinstance(job, LongJob) or job.in_parts)):
                return runs.finish(session, run, rows, leader.now())
            runs.note(session, run, rows)
        time.sleep(PAUSE_BETWEEN_PARTS)
    with leader.database.writing() as session:
        return runs.put_back(session, run, leader.now())


class Continuous:
    """A job that never rests: each call looks for work; after a failure it rests longer each time."""

    def __init__(self, key: str, work: Callable[[Leader], int]) -> None:
        self._key = key
        self._work = work
        self._failures = 0
        self._rests_until = 0.0

    def beat(self, leader: Leader) -> None:
        """Do what there is to do, unless staff paused this job, and write down how it went."""
        if time.monotonic() < self._rests_until or self._is_paused(leader):
            return
        began, rows = time.monotonic(), 0
        with _caught(self._key) as wrong:
            try:
                rows = self._work(leader)
            except (LostLease, Busy) as reason:
                log.warning("%s will be tried again: %s", self._key, type(reason).__name__)
                return
        if wrong:
            self._stumble(leader, wrong[0])
            return
        self._failures = 0
        self._write_down(leader, rows, round((time.monotonic() - began) * 1000))

    def _is_paused(self, leader: Leader) -> bool:
        with leader.database.reading() as session:
            return pulses.is_paused(session, self._key)

    def _stumble(self, leader: Leader, error: str) -> None:
        self._failures += 1
        self._rests_until = time.monotonic() + min(LONGEST_REST, 2.0**self._failures)
        with leader.database.writing() as session:
            pulses.stumble(session, self._key, error, now=leader.now())

    def _write_down(self, leader: Leader, rows: int, milliseconds: int) -> None:
        with leader.database.reading() as session:
            if not rows and pulses.is_quiet(session, self._key, leader.now()):
                return
        with leader.database.writing() as session:
            pulses.beat(session, self._key, rows=rows, milliseconds=milliseconds, now=leader.now())


def _without_personal_data(error: Exception) -> str:
    """What went wrong and where; the message itself may quote a name or an address, so only the log has it."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} ({where.name}, {where.filename.rsplit('/', 1)[-1]}:{where.lineno})"
