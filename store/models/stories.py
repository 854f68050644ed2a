"""Vertellis!: what parents and young people tell, what they say it means, and what was made of it."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.door_states import Audience, Consent, KnownNameKind, SecondReading, StoryState
from store.models.table import ERASABLE, Table
from store.models.topics import Topic
from store.types import Encrypted, Plain, state


class Story(Table):
    """One story. Its number is drawn at random and it knows days only; `code_index` is of the code that deletes it.

    `told` is what the teller sent, and is erased on `told_until`; `released` is what others may read, as the moderator
    let it through. What our own rules find in it is looked up whenever it is shown; `findings` are of the second
    reader. What the teller made of it: `feeling`, `listened` and lists are keys of terms, `say` goes from 0 to 100; the
    three parts of the triangle add up to 100.
    """

    __tablename__ = "story"
    __table_args__ = (
        CheckConstraint("at_school IS NULL OR at_school + at_home + by_help = 100", name="triangle_is_whole"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    audience: Mapped[Audience] = mapped_column(state(Audience), default=Audience.PARENTS)
    consent: Mapped[Consent] = mapped_column(state(Consent))
    second_reading: Mapped[SecondReading] = mapped_column(state(SecondReading), default=SecondReading.WAITING)
    state: Mapped[StoryState] = mapped_column(state(StoryState), default=StoryState.WAITING, index=True)
    consent_text: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(5), default="nl")
    told: Mapped[str | None] = mapped_column(Encrypted)
    released: Mapped[str | None] = mapped_column(Encrypted)
    title: Mapped[str | None] = mapped_column(Encrypted)
    feeling: Mapped[str | None] = mapped_column(String(30))
    listened: Mapped[list[str]] = mapped_column(Plain)
    helped: Mapped[list[str]] = mapped_column(Plain)
    missing: Mapped[list[str]] = mapped_column(Plain)
    say: Mapped[int | None]
    at_school: Mapped[int | None]
    at_home: Mapped[int | None]
    by_help: Mapped[int | None]
    sector: Mapped[str | None] = mapped_column(String(20))
    role: Mapped[str | None] = mapped_column(String(20))
    month: Mapped[int] = mapped_column(index=True)
    told_on: Mapped[date]
    told_until: Mapped[date | None] = mapped_column(index=True)
    code_index: Mapped[bytes] = mapped_column(unique=True)
    is_urgent: Mapped[bool] = mapped_column(default=False, server_default=false())
    noted: Mapped[bool] = mapped_column(default=False, server_default=false(), index=True)
    moderated_on: Mapped[date | None]
    moderated_by: Mapped[str | None] = mapped_column(String(60))
    kept_back_for: Mapped[str | None] = mapped_column(String(40))
    revision: Mapped[int] = mapped_column(default=1, server_default="1")

    topics: Mapped[list[Topic]] = relationship(secondary="story_topic", order_by="Topic.position")
    themes: Mapped[list["StoryTheme"]] = relationship(cascade="all, delete-orphan", passive_deletes=True)
    quotes: Mapped[list["StoryQuote"]] = relationship(
        cascade="all, delete-orphan", order_by="StoryQuote.id", passive_deletes=True
    )
    findings: Mapped[list["StoryFinding"]] = relationship(
        cascade="all, delete-orphan", order_by="StoryFinding.starts", passive_deletes=True
    )


class StoryTopic(Table):
    __tablename__ = "story_topic"
    __table_args__ = ({"sqlite_with_rowid": False},)  # a number of its own would tell who came first

    story_id: Mapped[int] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"), primary_key=True)
    topic_code: Mapped[str] = mapped_column(ForeignKey("topic.code"), primary_key=True)


class StoryTheme(Table):
    """A theme that somebody confirmed for a story; `theme` is the key of a catalogue entry."""

    __tablename__ = "story_theme"

    story_id: Mapped[int] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"), primary_key=True)
    theme: Mapped[str] = mapped_column(String(60), primary_key=True, index=True)
    confirmed_by: Mapped[str] = mapped_column(String(60))


class StoryQuote(Table):
    """A few sentences of a story that a person let out. `is_public` needs the teller's yes to publishing."""

    __tablename__ = "story_quote"

    id: Mapped[int] = mapped_column(primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"), index=True)
    words: Mapped[str] = mapped_column(Encrypted)
    is_public: Mapped[bool] = mapped_column(default=False, server_default=false())
    released_on: Mapped[date]
    released_by: Mapped[str] = mapped_column(String(60))


class StoryFinding(Table):
    """What the second reader found in `told`, from letter `starts` up to `ends`."""

    __tablename__ = "story_finding"
    __table_args__ = (UniqueConstraint("story_id", "starts", "ends"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"))
    starts: Mapped[int]
    ends: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))


class KnownName(Table):
    """A name to look for in stories, besides the places and people that the database knows already."""

    __tablename__ = "known_name"
    __table_args__ = (UniqueConstraint("kind", "name"), {"info": ERASABLE})

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[KnownNameKind] = mapped_column(state(KnownNameKind))
    name: Mapped[str] = mapped_column(String(120))


class PublishedStories(Table):
    """How many stories, in a closed period, as everybody may know it: rounded, or null when it is under `threshold`.

    `period` is year * 12 + month - 1 of the first month, `months` its length; an empty `theme` is all stories. With
    the dimension `with` the value is a theme that surely comes together with this one; a theme with another dimension
    says that its tellers surely chose that value more often. Of either no number is kept.
    """

    __tablename__ = "published_stories"

    period: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    months: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    theme: Mapped[str] = mapped_column(String(60), primary_key=True)
    dimension: Mapped[str] = mapped_column(String(20), primary_key=True)
    value: Mapped[str] = mapped_column(String(40), primary_key=True)
    stories: Mapped[int | None]
    threshold: Mapped[int]


class PublishedWord(Table):
    """A word that is typical of a theme in a closed period, the most typical at `place` 0; never of a few stories."""

    __tablename__ = "published_word"

    period: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    months: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    theme: Mapped[str] = mapped_column(String(60), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    word: Mapped[str] = mapped_column(String(40))
