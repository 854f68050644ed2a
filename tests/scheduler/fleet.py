"""Several clocks as processes on one database, and what they did together."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from store.database import Database
from store.models import JobRun, JournalLine, Lease
from store.states import RunState

PATIENCE = 60.0


class Fleet:
    """Clocks that are started, killed and frozen; used as a context it ends those that are left."""

    def __init__(
        self, database: Database, *, kind: str = "careful", holds: float = 10.0, effect_takes: float = 0
    ) -> None:
        self.database = database
        self.clocks: dict[int, subprocess.Popen[bytes]] = {}
        self._arguments = [database.url.render_as_string(hide_password=False), kind, str(holds)]
        self._environment = {**os.environ, "EFFECT_TAKES": str(effect_takes)}

    def __enter__(self) -> "Fleet":
        return self

    def __exit__(self, *_: object) -> None:
        for pid in list(self.clocks):
            self.kill(pid)

    def start(self, clocks: int = 1) -> None:
        program = [sys.executable, "-m", "tests.scheduler.clock_process", *self._arguments]
        for _ in range(clocks):
            process = subprocess.Popen(program, env=self._environment)
            self.clocks[process.pid] = process

    def kill(self, pid: int) -> None:
        process = self.clocks.pop(pid)
        process.kill()
        process.wait()

    def end(self, pid: int) -> int:
        """Ask a clock to stop; gives its exit code."""
        process = self.clocks.pop(pid)
        process.terminate()
        return process.wait(PATIENCE)

    def freeze(self, pid: int) -> None:
        """Stop a clock without ending it; returns when all its threads stand still, which is not at once."""
        os.kill(pid, signal.SIGSTOP)
        wait_until(lambda: all(_stands_still(task) for task in Path(f"/proc/{pid}/task").iterdir()))

    def thaw(self, pid: int) -> None:
        os.kill(pid, signal.SIGCONT)

    def leader(self) -> int | None:
        """The process that leads now; not one that was killed while it held the lease."""
        with self.database.reading() as session:
            lease = session.get_one(Lease, "clock")
        if not lease.holder or lease.held_until <= datetime.now(UTC):
            return None
        pid = int(lease.holder.split(":")[1])
        return pid if pid in self.clocks else None

    def wait_for_leader(self, *, other_than: int | None = None) -> int:
        wait_until(lambda: self.leader() not in (None, other_than))
        leader = self.leader()
        assert leader is not None
        return leader

    def queue(self, *periods: str) -> None:
        now = datetime.now(UTC)
        with self.database.writing() as session:
            session.add_all(JobRun(job="effect", period=one, due_at=now, not_before=now) for one in periods)

    def states(self) -> Counter[RunState]:
        with self.database.reading() as session:
            counted = session.execute(select(JobRun.state, func.count()).group_by(JobRun.state))
            return Counter(dict(counted.all()))

    def fence(self) -> int:
        with self.database.reading() as session:
            return session.get_one(Lease, "clock").fence

    def left_running(self, fence: int) -> int:
        """How many runs that the leader with this fence began are not at their end."""
        with self.database.reading() as session:
            begun = select(func.count()).where(JobRun.fence == fence, JobRun.state == RunState.RUNNING)
            return session.scalars(begun).one()

    def is_working(self) -> bool:
        return self.states()[RunState.RUNNING] > 0

    def is_done(self) -> bool:
        states = self.states()
        return not (states[RunState.QUEUED] or states[RunState.RUNNING])

    def effects(self) -> dict[str, int]:
        """How often each period had its effect."""
        times = func.count(JournalLine.id)
        same_run = (JournalLine.subject_id == JobRun.id) & (JournalLine.kind == "counts.published")
        query = select(JobRun.period, times).outerjoin(JournalLine, same_run).group_by(JobRun.period)
        with self.database.reading() as session:
            return dict(session.execute(query).all())


def _stands_still(task: Path) -> bool:
    return (task / "stat").read_text().rpartition(")")[2].split()[0] == "T"


def wait_until(happened: Callable[[], bool], patience: float = PATIENCE) -> float:
    """Look until it happened; gives how many seconds that took, and fails when it takes too long."""
    began = time.monotonic()
    while not happened():
        assert time.monotonic() - began < patience, "it did not happen"
        time.sleep(0.05)
    return time.monotonic() - began
