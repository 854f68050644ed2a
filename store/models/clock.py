"""Who leads the clock, which periods were due, and how each run went."""

from datetime import datetime

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.models.table import Table
from store.states import RunState
from store.types import Instant, state


class Lease(Table):
    """The one clock that leads until `held_until`; `fence` goes up with each new leader. Seeded by the migration."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    holder: Mapped[str] = mapped_column(String(80))
    fence: Mapped[int]
    held_until: Mapped[datetime] = mapped_column(Instant)


class JobRun(Table):
    """One due period of one job: one row, run exactly once."""

    __tablename__ = "job_run"
    __table_args__ = (
        UniqueConstraint("job", "period"),
        Index("ix_job_run_state_not_before", "state", "not_before"),
        Index("ix_job_run_job_finished_at", "job", "finished_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    job: Mapped[str] = mapped_column(String(40))
    period: Mapped[str] = mapped_column(String(60))
    due_at: Mapped[datetime] = mapped_column(Instant)
    state: Mapped[RunState] = mapped_column(state(RunState), default=RunState.QUEUED)
    attempt: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime] = mapped_column(Instant)
    fence: Mapped[int | None]
    started_at: Mapped[datetime | None] = mapped_column(Instant)
    finished_at: Mapped[datetime | None] = mapped_column(Instant)
    rows: Mapped[int | None]
    error: Mapped[str | None] = mapped_column(String(500))


class JobPulse(Table):
    """The last time that a continuous job ran, and whether staff paused a job."""

    __tablename__ = "job_pulse"

    job: Mapped[str] = mapped_column(String(40), primary_key=True)
    paused_at: Mapped[datetime | None] = mapped_column(Instant)
    ran_at: Mapped[datetime | None] = mapped_column(Instant)
    worked_at: Mapped[datetime | None] = mapped_column(Instant)
    milliseconds: Mapped[int | None]
    rows: Mapped[int | None]
    error: Mapped[str | None] = mapped_column(String(500))
    late_alarm_for: Mapped[str | None] = mapped_column(String(60))
