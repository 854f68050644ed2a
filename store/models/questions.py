"""The anonymous register, and the counts that every chart reads."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.table import Table
from store.models.topics import Topic
from store.types import Instant, Plain


class Question(Table):
    """One anonymous entry. `month` is year * 12 + month - 1, so that both databases group alike."""

    __tablename__ = "question"
    __table_args__ = (
        Index("ix_question_month_municipality", "month", "municipality_code"),
        # The journal and the undo button name a question by its number: it is never given out again.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    asked_on: Mapped[date] = mapped_column(index=True)
    month: Mapped[int]
    channel: Mapped[str] = mapped_column(String(20))
    asker: Mapped[str | None] = mapped_column(String(20))
    sector: Mapped[str | None] = mapped_column(String(20))
    age_band: Mapped[str | None] = mapped_column(String(20))
    municipality_code: Mapped[str | None] = mapped_column(ForeignKey("municipality.code"), index=True)
    phase: Mapped[str | None] = mapped_column(String(20))
    how_found: Mapped[str | None] = mapped_column(String(30))
    done: Mapped[list[str]] = mapped_column(Plain)
    referred_to: Mapped[str | None] = mapped_column(String(30))
    minutes: Mapped[int | None]
    language: Mapped[str | None] = mapped_column(String(5))
    closed: Mapped[bool] = mapped_column(default=True)
    registered_at: Mapped[datetime] = mapped_column(Instant)

    topics: Mapped[list[Topic]] = relationship(secondary="question_topic", order_by="Topic.position")


class QuestionTopic(Table):
    __tablename__ = "question_topic"
    __table_args__ = (Index("ix_question_topic_topic_question", "topic_code", "question_id"),)

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id", ondelete="CASCADE"), primary_key=True)
    topic_code: Mapped[str] = mapped_column(ForeignKey("topic.code"), primary_key=True)


class DirtyMonth(Table):
    """A month whose counts must be made again; a row per change, taken away with the refresh that served it."""

    __tablename__ = "dirty_month"

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[int] = mapped_column(index=True)


class Rollup(Table):
    """How many questions in a month; `topic` is a topic, a group, or `*` for all; `municipality` is a code, `*` for
    all, or empty for the questions without one."""

    __tablename__ = "rollup"

    month: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str] = mapped_column(String(10), primary_key=True)
    municipality: Mapped[str] = mapped_column(String(10), primary_key=True)
    questions: Mapped[int]


class Refresh(Table):
    """One time that the counts were made again: charts show it as their freshness."""

    __tablename__ = "refresh"

    id: Mapped[int] = mapped_column(primary_key=True)
    refreshed_at: Mapped[datetime] = mapped_column(Instant, index=True)
    months: Mapped[int]
    rows: Mapped[int]


class PublishedCell(Table):
    """A number that may be shown outside: null when it is under `threshold`. Written once per closed period.

    The address is that of `trends.disclosure.Cell`: a dimension that the level does not have is empty.
    """

    __tablename__ = "published_cell"

    level: Mapped[str] = mapped_column(String(40), primary_key=True)
    period: Mapped[int] = mapped_column(primary_key=True)
    group_code: Mapped[str] = mapped_column(String(10), primary_key=True)
    topic_code: Mapped[str] = mapped_column(String(10), primary_key=True)
    municipality_code: Mapped[str] = mapped_column(String(10), primary_key=True)
    value: Mapped[int | None]
    threshold: Mapped[int]
    published_at: Mapped[datetime] = mapped_column(Instant)


class TopicState(Table):
    """What the test said of a topic or group for the period that ends with `month`, by what was published of it."""

    __tablename__ = "topic_state"

    month: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str] = mapped_column(String(10), primary_key=True)
    state: Mapped[str] = mapped_column(String(30))
    published_at: Mapped[datetime] = mapped_column(Instant)
