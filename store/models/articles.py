"""What parents and young people read: pages of information, every text that they had, and the topics they are about."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.door_states import ArticleKind, Audience
from store.models.table import Table
from store.models.topics import Topic
from store.types import Instant, state


class Article(Table):
    """A page of information at the address `slug`. Without a published text nobody outside sees it."""

    __tablename__ = "article"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    kind: Mapped[ArticleKind] = mapped_column(state(ArticleKind))
    audience: Mapped[Audience] = mapped_column(state(Audience))
    position: Mapped[int] = mapped_column(default=0)
    review_on: Mapped[date | None] = mapped_column(index=True)
    checked_on: Mapped[date | None]
    is_withdrawn: Mapped[bool] = mapped_column(default=False, server_default=false())

    topics: Mapped[list[Topic]] = relationship(secondary="article_topic", order_by="Topic.position")


class ArticleVersion(Table):
    """One text of a page in one language, in Markdown. What people read is the newest that was published.

    `is_draft_content` says that it came with the product and that no one at this point has looked at it yet;
    `checked_at` is when somebody last said that it is right.
    """

    __tablename__ = "article_version"
    __table_args__ = (
        UniqueConstraint("article_id", "language", "number"),
        Index("ix_article_version_published", "article_id", "language", "published_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    language: Mapped[str] = mapped_column(String(5))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(120))
    summary: Mapped[str] = mapped_column(String(400), default="")
    body: Mapped[str] = mapped_column(Text)
    made_by: Mapped[str] = mapped_column(String(60))
    made_at: Mapped[datetime] = mapped_column(Instant)
    published_at: Mapped[datetime | None] = mapped_column(Instant)
    checked_at: Mapped[datetime | None] = mapped_column(Instant)
    is_draft_content: Mapped[bool] = mapped_column(default=False, server_default=false())


class ArticleTopic(Table):
    __tablename__ = "article_topic"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)
    topic_code: Mapped[str] = mapped_column(ForeignKey("topic.code"), primary_key=True)
