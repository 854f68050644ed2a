"""The exact counts that the charts of the support point read, and what the tests say of them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.table import Table
from store.types import Instant, Plain


class DirtyCell(Table):
    """A month in one place whose counts must be made again; a row per change, gone with the refresh that served it."""

    __tablename__ = "dirty_cell"

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[int]
    municipality: Mapped[str] = mapped_column(String(10), default="")


class DirtyMonth(Table):
    """A month whose breakdowns must be made again."""

    __tablename__ = "dirty_month"

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[int] = mapped_column(index=True)


class Rollup(Table):
    """How many questions in a month; `topic` is a topic, a group, or `*` for all; `municipality` is a code, `*` for
    all, or empty for the questions without one."""

    __tablename__ = "rollup"
    __table_args__ = (
        Index("ix_rollup_topic_month", "topic", "month", "municipality", "questions"),
        {"sqlite_with_rowid": False},
    )

    municipality: Mapped[str] = mapped_column(String(10), primary_key=True)
    month: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str] = mapped_column(String(10), primary_key=True)
    questions: Mapped[int]


class Breakdown(Table):
    """How many questions in a month have `value` in `dimension` (a field of the register, or `topic` for what comes
    together); `topic` as in `Rollup`, in all places together."""

    __tablename__ = "breakdown"
    __table_args__ = ({"sqlite_with_rowid": False},)

    dimension: Mapped[str] = mapped_column(String(20), primary_key=True)
    month: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str] = mapped_column(String(10), primary_key=True)
    value: Mapped[str] = mapped_column(String(30), primary_key=True)
    questions: Mapped[int]


class Refresh(Table):
    """One time that counts were made again: charts show it as their freshness. `what` is the job that did it."""

    __tablename__ = "refresh"
    __table_args__ = (Index("ix_refresh_what_refreshed_at", "what", "refreshed_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(String(20), default="counts")
    refreshed_at: Mapped[datetime] = mapped_column(Instant)
    months: Mapped[int]
    rows: Mapped[int]
    milliseconds: Mapped[int] = mapped_column(default=0)


class TopicTest(Table):
    """What the test says, by exact counts, of a topic or group in the months that end with `month`.

    `threshold` and `alarm` are the second opinion; None where that method does not report. `yearly` is percent per
    year with its interval. `ahead` holds (month, expected, low, high) of what is foreseen, and of
    earlier months of what was; `held` of `tried` such fans
    in the past held. `levels` are months in which another level began, `bursts` (first, last) months of each.
    """

    __tablename__ = "topic_test"

    month: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str] = mapped_column(String(10), primary_key=True)
    observed: Mapped[int]
    expected: Mapped[float]
    low: Mapped[float]
    high: Mapped[float]
    p: Mapped[float]
    q: Mapped[float]
    ratio: Mapped[float]
    ratio_low: Mapped[float]
    ratio_high: Mapped[float]
    state: Mapped[str] = mapped_column(String(30))
    threshold: Mapped[float | None]
    alarm: Mapped[bool | None]
    yearly: Mapped[float | None]
    yearly_low: Mapped[float | None]
    yearly_high: Mapped[float | None]
    ahead: Mapped[list[list[float]]] = mapped_column(Plain)
    held: Mapped[int]
    tried: Mapped[int]
    levels: Mapped[list[int]] = mapped_column(Plain)
    bursts: Mapped[list[list[int]]] = mapped_column(Plain)
    tested_at: Mapped[datetime] = mapped_column(Instant)


class Pupils(Table):
    """How many pupils go to school in a municipality: what rates are counted per thousand of."""

    __tablename__ = "pupils"

    school_year: Mapped[int] = mapped_column(primary_key=True)
    municipality_code: Mapped[str] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE"), primary_key=True
    )
    pupils: Mapped[int]
    source: Mapped[str] = mapped_column(String(200), default="")
