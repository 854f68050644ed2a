"""The anonymous register: what was asked and what was done, and never by whom."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.table import ERASABLE, Table
from store.models.topics import Topic
from store.types import Encrypted, Instant


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
    referred_to: Mapped[str | None] = mapped_column(String(30))
    minutes: Mapped[int | None]
    language: Mapped[str | None] = mapped_column(String(5))
    closed: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str | None] = mapped_column(Encrypted)
    note_until: Mapped[date | None] = mapped_column(index=True)
    registered_at: Mapped[datetime] = mapped_column(Instant)
    revision: Mapped[int] = mapped_column(default=1, server_default="1")

    topics: Mapped[list[Topic]] = relationship(secondary="question_topic", order_by="Topic.position")
    actions: Mapped[list["QuestionDone"]] = relationship(
        cascade="all, delete-orphan",
        order_by="QuestionDone.position",
        collection_class=ordering_list("position"),
        passive_deletes=True,
    )
    done: AssociationProxy[list[str]] = association_proxy(
        "actions", "done", creator=lambda done: QuestionDone(done=done)
    )


class SentForm(Table):
    """A form that was written down, by the token that the browser gave it: sent twice, it counts once."""

    __tablename__ = "sent_form"
    __table_args__ = ({"info": ERASABLE},)

    token: Mapped[str] = mapped_column(String(36), primary_key=True)
    subject_id: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime] = mapped_column(Instant, index=True)


class QuestionTopic(Table):
    __tablename__ = "question_topic"
    __table_args__ = (Index("ix_question_topic_topic_question", "topic_code", "question_id"),)

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id", ondelete="CASCADE"), primary_key=True)
    topic_code: Mapped[str] = mapped_column(ForeignKey("topic.code"), primary_key=True)


class QuestionDone(Table):
    """One thing that was done for who asked; `done` is a term's key, in the order in which it was ticked."""

    __tablename__ = "question_done"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id", ondelete="CASCADE"), primary_key=True)
    done: Mapped[str] = mapped_column(String(30), primary_key=True)
    position: Mapped[int] = mapped_column(default=0)
