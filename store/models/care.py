"""How a match goes: the moments at which we ask, what was answered, and whether it helped."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.requests import Match
from store.models.table import Table
from store.types import Encrypted, Instant, Plain


class CheckIn(Table):
    """One moment at which a parent or a buddy is asked how it goes.

    `moment` is a key of the catalogue `care`, with a number behind it when it is asked once more: `closing/2`.
    """

    __tablename__ = "check_in"
    __table_args__ = (
        UniqueConstraint("match_id", "moment"),
        Index("ix_check_in_due_on", "due_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    match_id: Mapped[int] = mapped_column(ForeignKey("match.id", ondelete="CASCADE"))
    moment: Mapped[str] = mapped_column(String(40))
    who: Mapped[str] = mapped_column(String(10))
    due_on: Mapped[date]
    asked_at: Mapped[datetime | None] = mapped_column(Instant)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    answer: Mapped[str | None] = mapped_column(String(40))
    remark: Mapped[str | None] = mapped_column(Encrypted)
    taken_up_at: Mapped[datetime | None] = mapped_column(Instant)

    match: Mapped[Match] = relationship()


class Helpfulness(Table):
    """The three questions to the parent, at the start and at the end: each answer 1..5."""

    __tablename__ = "helpfulness"

    match_id: Mapped[int] = mapped_column(ForeignKey("match.id", ondelete="CASCADE"), primary_key=True)
    at_end: Mapped[bool] = mapped_column(primary_key=True)
    answers: Mapped[dict[str, int]] = mapped_column(Plain)
    given_on: Mapped[date]
