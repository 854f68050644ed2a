"""The clock: a process of its own that leads or stands by, and does what the timetable says.

Of any number of clocks one leads; when it is killed or frozen another one takes over within 30 s. One limit is
SQLite's: it has one lock for all writers and can't take it away from a process that is frozen in the middle of a
transaction. Then everybody waits until that process goes on or is killed. Transactions are kept to milliseconds, so a
freeze hits one rarely; PostgreSQL ends such a transaction after 15 s and knows no such wait.
"""

import logging
import os
import secrets
import signal
import socket
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import ParamSpec

from apscheduler.schedulers.background import BackgroundScheduler

from domain.clockwork import lease, runs
from domain.clockwork.lease import HOLDS, LostLease
from scheduler.work import AnyJob, Continuous, Leader, next_run, perform
from store.database import Busy, Database

log = logging.getLogger(__name__)
P = ParamSpec("P")

RENEWALS = 3.3  # in the time that a lease holds, so that one or two may fail
QUEUES_EVERY = 3.0
LOOKS_EVERY = 0.5
# The tick lives in memory only: what must not be lost is a row in our own tables.
TICKS = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}


class Clock:
    """One process that does the work of a support point while it leads."""

    def __init__(
        self,
        database: Database,
        jobs: Mapping[str, AnyJob],
        continuous: Mapping[str, Callable[[Leader], int]],
        *,
        now: Callable[[], datetime],
        holds: timedelta = HOLDS,
    ) -> None:
        self._database = database
        self._jobs = jobs
        self._continuous = [Continuous(key, work) for key, work in continuous.items()]
        self._now = now
        self._holds = holds
        self._holder = f"{socket.gethostname()[:50]}:{os.getpid()}:{secrets.token_hex(4)}"
        self._fence: int | None = None
        self._leads_until = 0.0
        self._stop = threading.Event()

    def run_forever(self) -> int:
        """Work until SIGTERM or SIGINT: then finish, let another lead, give 0. Gives 1 when the ticking broke down."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._stop.set())
        # It warns of each tick that it leaves out while the one before still works, which is what we want of it.
        logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
        ticking = self._ticking()
        ticking.start()
        while not self._stop.wait(1.0):
            # There is no public way to ask: `running` stays true when the thread has died.
            if not ticking._thread.is_alive():
                log.critical("the ticking stopped; a supervisor should start this process again")
                return 1
        ticking.shutdown(wait=True)
        self._give_up()
        return 0

    def lead(self) -> None:
        """Become the leader when nobody is, or stay it."""
        began, now = time.monotonic(), self._now()
        with self._database.reading() as session:
            may_lead = lease.is_free(session, self._holder, now)
        fence = None
        if may_lead:
            with self._database.writing() as session:
                fence = lease.take(session, self._holder, self._now(), holds=self._holds)
        if fence != self._fence:
            log.info("this clock leads" if fence else "another clock leads")
        self._fence, self._leads_until = fence, began + self._holds.total_seconds()

    def queue(self) -> None:
        """While leading: write a row for each period that came due."""
        if leader := self._leader():
            leader.act(lambda session, now: runs.queue_due(session, now, known=self._jobs))

    def work(self) -> None:
        """While leading: do what waits, one run after the other, until nothing waits."""
        while (leader := self._leader()) and not self._stop.is_set():
            run = next_run(leader, self._jobs)
            if run is None:
                return
            perform(leader, run, self._jobs[run.job], stopping=self._stop.is_set)

    def _leader(self) -> Leader | None:
        if self._fence is None or time.monotonic() >= self._leads_until:
            return None
        return Leader(self._database, self._now, self._fence)

    def _beat(self, job: Continuous) -> None:
        if (leader := self._leader()) and not self._stop.is_set():
            job.beat(leader)

    def _give_up(self) -> None:
        if leader := self._leader():
            with suppress(Busy), self._database.writing() as session:
                lease.give_up(session, leader.fence, self._now())

    def _ticking(self) -> BackgroundScheduler:
        ticking = BackgroundScheduler(timezone="UTC", job_defaults=TICKS)
        renews_every = self._holds.total_seconds() / RENEWALS
        ticking.add_job(_patiently(self.lead), "interval", seconds=renews_every, next_run_time=datetime.now(UTC))
        ticking.add_job(_patiently(self.queue), "interval", seconds=QUEUES_EVERY)
        ticking.add_job(_patiently(self.work), "interval", seconds=LOOKS_EVERY)
        for job in self._continuous:
            ticking.add_job(_patiently(self._beat), "interval", [job], seconds=LOOKS_EVERY)
        return ticking


def _patiently(tick: Callable[P, None]) -> Callable[P, None]:
    """A tick that comes again soon takes a busy database and a lost lease as they come."""

    @wraps(tick)
    def patient(*arguments: P.args, **named: P.kwargs) -> None:
        try:
            tick(*arguments, **named)
        except (Busy, LostLease) as reason:
            log.warning("%s will be tried again: %s", tick.__name__, type(reason).__name__)

    return patient
