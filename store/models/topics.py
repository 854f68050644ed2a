"""What questions, cafés and buddies are about."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.table import Table
from store.types import Plain


class Topic(Table):
    """A topic, or a group of topics when it has no parent. Codes are never reused, so history stays honest.

    `synonyms` are words that people look for it with; `successor_code` is where its questions go after `valid_to`.
    """

    __tablename__ = "topic"

    code: Mapped[str] = mapped_column(String(10), primary_key=True)
    parent_code: Mapped[str | None] = mapped_column(ForeignKey("topic.code"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    name_nl: Mapped[str] = mapped_column(String(120))
    name_en: Mapped[str] = mapped_column(String(120), default="")
    sensitive: Mapped[bool] = mapped_column(default=False)
    favourite: Mapped[bool] = mapped_column(default=False)
    synonyms: Mapped[list[str]] = mapped_column(Plain, default=list)
    successor_code: Mapped[str | None] = mapped_column(ForeignKey("topic.code"))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class TopicNeighbour(Table):
    """Two topics that resemble each other; stored once, read both ways."""

    __tablename__ = "topic_neighbour"

    topic_code: Mapped[str] = mapped_column(ForeignKey("topic.code", ondelete="CASCADE"), primary_key=True)
    neighbour_code: Mapped[str] = mapped_column(ForeignKey("topic.code", ondelete="CASCADE"), primary_key=True)
