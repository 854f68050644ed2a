"""Pages of information: as people outside read them, and as staff see them with every version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, selectinload

from i18n import language
from i18n.texts import SOURCE
from store.door_states import ArticleKind, Audience
from store.models import Account, Article, ArticleVersion, JournalLine


@dataclass(frozen=True)
class Text:
    """A text in one language; `body` is Markdown, `spoken` says which language it is."""

    title: str
    summary: str
    body: str
    spoken: str
    number: int
    made_at: datetime
    published_at: datetime | None = None
    made_by: str = ""


@dataclass(frozen=True)
class ArticleFacts:
    """`topics` are codes. A page is late when the day on which to look at it again is past."""

    id: int
    slug: str
    kind: ArticleKind
    audience: Audience
    topics: tuple[str, ...]
    review_on: date | None
    checked_on: date | None
    is_draft_content: bool
    is_withdrawn: bool
    changed_at: datetime

    def is_late(self, today: date) -> bool:
        return not self.is_withdrawn and self.review_on is not None and self.review_on < today


@dataclass(frozen=True)
class Shown:
    """A page with the words that people read now: in their language, or in Dutch where there is no other."""

    about: ArticleFacts
    text: Text


@dataclass(frozen=True)
class Listed:
    """A page as staff see it: by language its newest text and the one that is published."""

    about: ArticleFacts
    newest: Mapping[str, Text]
    published: Mapping[str, Text]

    @property
    def title(self) -> str:
        found = self.newest.get(language()) or self.newest.get(SOURCE) or next(iter(self.newest.values()), None)
        return found.title if found else self.about.slug


def shown(session: Session, spoken: str = "") -> tuple[Shown, ...]:
    """Every page that people can read, in their order, in `spoken` or else the reader's language."""
    rows = _rows(session, withdrawn=False)
    texts = _newest(session, published=True)
    pairs = ((row, _in_language(texts.get(row.id, {}), spoken or language())) for row in rows)
    return tuple(Shown(row, text) for row, text in pairs if text)


def listed(session: Session) -> tuple[Listed, ...]:
    """Every page, those that were withdrawn too, in their order."""
    newest, published = _newest(session), _newest(session, published=True)
    return tuple(
        Listed(row, newest.get(row.id, {}), published.get(row.id, {})) for row in _rows(session, withdrawn=True)
    )


def one(session: Session, article_id: int) -> Listed | None:
    return next((found for found in listed(session) if found.about.id == article_id), None)


def versions(session: Session, article_id: int, spoken: str) -> tuple[Text, ...]:
    """Every text that a page had in one language, the newest first; without a name where it came with the product."""
    query = select(ArticleVersion).where(ArticleVersion.article_id == article_id, ArticleVersion.language == spoken)
    found = session.scalars(query.order_by(ArticleVersion.number.desc())).all()
    names = {f"account:{row.id}": row.name for row in session.scalars(select(Account))}
    return tuple(replace(_text(row), made_by=names.get(row.made_by, "")) for row in found)


def to_look_at(session: Session, today: date) -> tuple[int, int]:
    """How many pages should have been looked at again, and how many came with the product and were never looked at."""
    late = func.count().filter(Article.review_on < today)
    fresh = func.count().filter(Article.is_draft_content)
    counted = session.execute(select(late, fresh).where(~Article.is_withdrawn)).one()
    return counted[0], counted[1]


CHANGES = ("article.", "catalogue.", "topic.", "region.", "setting.")


def last_change(session: Session) -> int:
    """A number that is another one after anything changed that people can search in."""
    kinds = or_(*(JournalLine.kind.startswith(start) for start in CHANGES))
    return session.scalar(select(func.max(JournalLine.id)).where(kinds)) or 0


def _rows(session: Session, *, withdrawn: bool) -> Sequence[ArticleFacts]:
    query = select(Article).options(selectinload(Article.topics)).order_by(Article.position, Article.id)
    if not withdrawn:
        query = query.where(~Article.is_withdrawn)
    return [
        ArticleFacts(
            row.id, row.slug, row.kind, row.audience, tuple(topic.code for topic in row.topics), row.review_on,
            row.checked_on, row.is_draft_content, row.is_withdrawn, row.changed_at,
        )
        for row in session.scalars(query)
    ]  # fmt: skip


def _newest(session: Session, *, published: bool = False) -> dict[int, dict[str, Text]]:
    """By page and language the newest text, of all or of those that are published."""
    key = (ArticleVersion.article_id, ArticleVersion.language)
    last = select(*key, func.max(ArticleVersion.number).label("number")).group_by(*key)
    if published:
        last = last.where(ArticleVersion.published_at.is_not(None))
    found = last.subquery()
    query = select(ArticleVersion).join(
        found,
        (found.c.article_id == ArticleVersion.article_id)
        & (found.c.language == ArticleVersion.language)
        & (found.c.number == ArticleVersion.number),
    )
    texts: dict[int, dict[str, Text]] = {}
    for row in session.scalars(query):
        texts.setdefault(row.article_id, {})[row.language] = _text(row)
    return texts


def _text(row: ArticleVersion) -> Text:
    return Text(row.title, row.summary, row.body, row.language, row.number, row.made_at, row.published_at)


def _in_language(texts: Mapping[str, Text], spoken: str) -> Text | None:
    return texts.get(spoken) or texts.get(SOURCE)
