"""What may be shown outside the support point: written once per closed period, revised only with a release."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.table import Table
from store.types import Instant


class Release(Table):
    """One time that numbers came out: of periods that were closed, or a revision with what came in late."""

    __tablename__ = "release"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    released_at: Mapped[datetime] = mapped_column(Instant)


class PublishedCell(Table):
    """A number that may be shown outside: null when it is under `threshold`.

    The address is that of `trends.lattice.Cell`: a dimension that the level does not have is empty. A revision adds a
    row with a later release; the latest is what counts.
    """

    __tablename__ = "published_cell"

    level: Mapped[str] = mapped_column(String(40), primary_key=True)
    period: Mapped[int] = mapped_column(primary_key=True)
    group_code: Mapped[str] = mapped_column(String(10), primary_key=True)
    topic_code: Mapped[str] = mapped_column(String(10), primary_key=True)
    municipality_code: Mapped[str] = mapped_column(String(10), primary_key=True)
    aspect: Mapped[str] = mapped_column(String(40), primary_key=True, default="")
    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"), primary_key=True)
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
