"""A clock as a program of its own, for tests that kill and freeze it: `... URL KIND SECONDS_OF_THE_LEASE`."""

import logging
import os
import sys
import time
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from domain.clockwork import runs
from scheduler import work
from scheduler.clock import Clock
from scheduler.jobs import dated
from scheduler.work import Job, Leader
from store.database import Database
from store.keys import Keyring
from store.models import JobRun
from store.states import RunState
from tests import make


def effect(session: Session, now: datetime) -> int:
    """What can be counted afterwards: a line that names the run; then it takes a while before the status follows."""
    run = session.scalars(select(JobRun).where(JobRun.state == RunState.RUNNING)).one()
    journal.record(session, "counts.published", ("job_run", run.id), by=CLOCK, now=now)
    time.sleep(float(os.environ.get("EFFECT_TAKES", "0")))
    return 1


def perform_naively(leader: Leader, run: runs.Claimed, **_: object) -> None:
    """The control: effect and status in two transactions, as the product must not do."""
    with leader.database.writing() as session:
        journal.record(session, "counts.published", ("job_run", run.id), by=CLOCK, now=leader.now())
    time.sleep(float(os.environ.get("EFFECT_TAKES", "0")))
    with leader.database.writing() as session:
        runs.finish(session, run, 1, leader.now())


class Naive(Clock):
    def work(self) -> None:
        while (leader := self._leader()) and (run := work.next_run(leader, self._jobs)):
            perform_naively(leader, run)


class Broken(Clock):
    """A clock whose ticking breaks down at once."""

    def _ticking(self) -> BackgroundScheduler:
        ticking = super()._ticking()
        ticking._main_loop = lambda: None
        return ticking


KINDS = {"careful": Clock, "naive": Naive, "broken": Broken, "product": Clock}


def main(url: str, kind: str, holds: str) -> int:
    logging.basicConfig(level=logging.WARNING)
    clock = KINDS[kind](
        Database(url, Keyring((b"1" * 32,), b"i" * 32)),
        dated(make.LETTERHEAD) if kind == "product" else {"effect": Job(effect)},
        {},
        now=lambda: datetime.now(UTC),
        holds=timedelta(seconds=float(holds)),
    )
    return clock.run_forever()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
