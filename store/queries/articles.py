"""Pages of information: as people outside read them, and as staff see them with every version."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, defer, selectinload

from i18n import language
from i18n.texts import SOURCE
from store.door_states import ArticleKind, Audience
from store.models import Account, Article, ArticleVersion, JournalLine


@dataclass(frozen=True)
class Text:
    """A text in one language; `body` is Markdown, `spoken` says which language it is.

    It is a draft when it came with the product and nobody looked at it yet; `checked_at` is when somebody last did.
    """

    title: str
    summary: str
    body: str
    spoken: str
    number: int
    made_at: datetime
    published_at: datetime | None = None
    made_by: str = ""
    checked_at: datetime | None = None
    is_draft_content: bool = False

    def is_older_than(self, other: "Text") -> bool:
        """Whether the other one was written after this one was written, and after somebody said that it is right."""
        return other.made_at > max(self.made_at, self.checked_at or self.made_at)


@dataclass(frozen=True)
class ArticleFacts:
    """`topics` are codes. A page is late when the day on which to look at it again is past.

    It is a draft when the text that is read came with the product and nobody looked at it yet.
    """

    id: int
    slug: str
    kind: ArticleKind
    audience: Audience
    topics: tuple[str, ...]
    review_on: date | None
    checked_on: date | None
    is_withdrawn: bool
    is_draft_content: bool = False

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

    def is_behind(self, spoken: str) -> bool:
        """Whether the text that others translate from, the Dutch one, changed after this one was last right."""
        own, source = self.newest.get(spoken), self.newest.get(SOURCE)
        return spoken != SOURCE and own is not None and source is not None and own.is_older_than(source)


_Texts = Mapping[int, Mapping[str, Text]]


def shown(session: Session, spoken: str = "") -> tuple[Shown, ...]:
    """Every page that people can read, in their order, in `spoken` or else the reader's language."""
    return _shown(_rows(session, withdrawn=False), _newest(session, published=True), spoken)


def titles(session: Session, audience: Audience) -> tuple[Shown, ...]:
    """The same for an audience and without the bodies, for lists that lead to them."""
    rows = [one for one in _rows(session, withdrawn=False) if one.audience is audience]
    return _shown(rows, _newest(session, published=True, short=True))


def at(session: Session, slug: str) -> Shown | None:
    """The page at an address, if people can read it."""
    number = session.scalar(select(Article.id).where(Article.slug == slug)) or 0
    rows = _rows(session, withdrawn=False, only=(number,))
    return next(iter(_shown(rows, _newest(session, published=True, only=(number,)))), None)


def _shown(rows: Sequence[ArticleFacts], texts: _Texts, spoken: str = "") -> tuple[Shown, ...]:
    pairs = ((row, _in_language(texts.get(row.id, {}), spoken or language())) for row in rows)
    return tuple(Shown(replace(row, is_draft_content=text.is_draft_content), text) for row, text in pairs if text)


def listed(session: Session, only: Collection[int] | None = None) -> tuple[Listed, ...]:
    """These pages or all, those that were withdrawn too, in their order; their texts without the body."""
    newest, published = (_newest(session, published=one, only=only, short=True) for one in (False, True))
    return tuple(_listed(row, newest, published) for row in _rows(session, withdrawn=True, only=only))


def one(session: Session, article_id: int) -> Listed | None:
    """One page with the whole of its texts."""
    newest, published = (_newest(session, published=one, only=(article_id,)) for one in (False, True))
    rows = _rows(session, withdrawn=True, only=(article_id,))
    return next((_listed(row, newest, published) for row in rows), None)


def _listed(row: ArticleFacts, newest: _Texts, published: _Texts) -> Listed:
    read, written = published.get(row.id, {}), newest.get(row.id, {})
    draft = any(text.is_draft_content for text in (*read.values(), *written.values()))
    return Listed(replace(row, is_draft_content=draft), written, read)


def versions(session: Session, article_id: int, spoken: str) -> tuple[Text, ...]:
    """Every text that a page had in one language, the newest first; without a name where it came with the product."""
    query = select(ArticleVersion).where(ArticleVersion.article_id == article_id, ArticleVersion.language == spoken)
    found = session.scalars(query.order_by(ArticleVersion.number.desc())).all()
    makers = [int(row.made_by.partition(":")[2]) for row in found if row.made_by.startswith("account:")]
    accounts = session.execute(select(Account.id, Account.name).where(Account.id.in_(makers)))
    names = {f"account:{number}": name for number, name in accounts}
    return tuple(replace(_text(row), made_by=names.get(row.made_by, "")) for row in found)


def last_change(session: Session, kinds: Collection[str]) -> int:
    """A number that is another one after one of these things happened."""
    return session.scalar(select(func.max(JournalLine.id)).where(JournalLine.kind.in_(kinds))) or 0


def _rows(session: Session, *, withdrawn: bool, only: Collection[int] | None = None) -> Sequence[ArticleFacts]:
    query = select(Article).options(selectinload(Article.topics)).order_by(Article.position, Article.id)
    if not withdrawn:
        query = query.where(~Article.is_withdrawn)
    if only is not None:
        query = query.where(Article.id.in_(only))
    return [
        ArticleFacts(
            row.id, row.slug, row.kind, row.audience, tuple(topic.code for topic in row.topics), row.review_on,
            row.checked_on, row.is_withdrawn,
        )
        for row in session.scalars(query)
    ]  # fmt: skip


def _newest(
    session: Session, *, published: bool = False, only: Collection[int] | None = None, short: bool = False
) -> _Texts:
    """By page and language the newest text, of all or of those that are published; when `short` without the body."""
    key = (ArticleVersion.article_id, ArticleVersion.language)
    last = select(*key, func.max(ArticleVersion.number).label("number")).group_by(*key)
    if published:
        last = last.where(ArticleVersion.published_at.is_not(None))
    if only is not None:
        last = last.where(ArticleVersion.article_id.in_(only))
    found = last.subquery()
    query = select(ArticleVersion).join(
        found,
        (found.c.article_id == ArticleVersion.article_id)
        & (found.c.language == ArticleVersion.language)
        & (found.c.number == ArticleVersion.number),
    )
    if short:
        query = query.options(defer(ArticleVersion.body))
    texts: dict[int, dict[str, Text]] = {}
    for row in session.scalars(query):
        texts.setdefault(row.article_id, {})[row.language] = _text(row, short=short)
    return texts


def _text(row: ArticleVersion, *, short: bool = False) -> Text:
    body = "" if short else row.body
    return Text(
        row.title, row.summary, body, row.language, row.number, row.made_at, row.published_at,
        checked_at=row.checked_at, is_draft_content=row.is_draft_content,
    )  # fmt: skip


def _in_language(texts: Mapping[str, Text], spoken: str) -> Text | None:
    return texts.get(spoken) or texts.get(SOURCE)
