"""Pages of information: written, published, withdrawn, looked at again, and put back as they were."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import staff_only
from domain.edits import mark
from domain.local_time import wall
from domain.refused import Refused
from i18n import LANGUAGES
from store.door_states import ArticleKind, Audience
from store.models import Article, ArticleVersion, Topic
from store.turns import take_turn

LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_BODY = 120, 400, 20_000
LONGEST_SLUG = 80
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class ArticlePlan:
    """What a page is: its address below /informatie, for whom, and about which topics (codes)."""

    slug: str
    kind: ArticleKind = ArticleKind.TOPIC
    audience: Audience = Audience.PARENTS
    topics: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        return mark(self.kind, self.audience, sorted(self.topics))


@dataclass(frozen=True)
class Words:
    """A text in one language; `body` is Markdown."""

    title: str
    summary: str
    body: str


def add(session: Session, plan: ArticlePlan, *, by: Actor, now: datetime) -> int:
    """A new page without words, which nobody outside sees yet. Raises `Refused` about its address."""
    staff_only(by)
    if not _SLUG.fullmatch(plan.slug) or len(plan.slug) > LONGEST_SLUG:
        raise Refused("article.slug_wrong", field="slug")
    take_turn(session, "article")
    if session.scalar(select(Article.id).where(Article.slug == plan.slug)):
        raise Refused("article.slug_taken", field="slug")
    last = max(session.scalars(select(Article.position)), default=0)
    row = Article(slug=plan.slug, position=last + 1)
    _set(session, row, plan)
    session.add(row)
    session.flush()
    journal.record(session, "article.added", ("article", row.id), by=by, now=now)
    return row.id


def change(
    session: Session, article_id: int, plan: ArticlePlan, *, by: Actor, now: datetime, seen: str | None = None
) -> None:
    """What it is about and for whom; its address stays, so that links to it keep working.

    Raises `Refused("article.about_changed_meanwhile")` when it is no longer what `seen` is the mark of.
    """
    row = found(session, article_id, by)
    if seen is not None and seen != _plan(row).mark:
        raise Refused("article.about_changed_meanwhile")
    _set(session, row, plan)
    journal.record(session, "article.changed", ("article", row.id), by=by, now=now)


def write(
    session: Session, article_id: int, language: str, words: Words, *, by: Actor, now: datetime, seen: int | None = None
) -> int:
    """A new version, which is read outside only once it is published; gives its number.

    `seen` is the version that the writer began with: when somebody wrote another one meanwhile this raises
    `Refused("article.changed_meanwhile")`. The same words again are no new version.
    """
    row, newest = found(session, article_id, by), latest(session, article_id, language)
    if seen is not None and seen != (newest.number if newest else 0):
        raise Refused("article.changed_meanwhile")
    said = _complete(words)
    if newest and Words(newest.title, newest.summary, newest.body) == said:
        return newest.number
    number = newest.number + 1 if newest else 1
    texts = {"title": said.title, "summary": said.summary, "body": said.body}
    made = {"made_by": by.label or "unknown", "made_at": now}
    session.add(ArticleVersion(article_id=row.id, language=_known(language), number=number, **texts, **made))
    journal.record(session, "article.written", ("article", row.id), by=by, now=now, language=language, number=number)
    return number


def put_back(
    session: Session, article_id: int, language: str, number: int, *, by: Actor, now: datetime, seen: int | None = None
) -> int:
    """An earlier version once more, as the newest; what came after it is kept too. For the rest as `write`."""
    found(session, article_id, by)
    where = {"article_id": article_id, "language": language, "number": number}
    old = session.scalar(select(ArticleVersion).filter_by(**where))
    if old is None:
        raise Refused("not_found")
    return write(session, article_id, language, Words(old.title, old.summary, old.body), by=by, now=now, seen=seen)


def found(session: Session, article_id: int, by: Actor) -> Article:
    """The row of a page, held until this transaction ends, for who may change it. Raises `Refused`."""
    staff_only(by)
    row = session.get(Article, article_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("not_found")
    return row


def latest(session: Session, article_id: int, language: str) -> ArticleVersion | None:
    query = select(ArticleVersion).where(
        ArticleVersion.article_id == article_id, ArticleVersion.language == _known(language)
    )
    return session.scalars(query.order_by(ArticleVersion.number.desc()).limit(1)).first()


def today(now: datetime) -> date:
    return wall(now)[0]


def _complete(words: Words) -> Words:
    title, summary = " ".join(words.title.split()), " ".join(words.summary.split())
    body = words.body.replace("\r\n", "\n").strip()
    for field, text, most in (
        ("title", title, LONGEST_TITLE), ("summary", summary, LONGEST_SUMMARY), ("body", body, LONGEST_BODY)
    ):  # fmt: skip
        if len(text) > most:
            raise Refused("article.too_long", field=field, most=most)
    if not title:
        raise Refused("article.title_needed", field="title")
    if not body:
        raise Refused("article.body_needed", field="body")
    return Words(title, summary, body)


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise Refused("not_found")
    return language


def _plan(row: Article) -> ArticlePlan:
    return ArticlePlan(row.slug, row.kind, row.audience, tuple(topic.code for topic in row.topics))


def _set(session: Session, row: Article, plan: ArticlePlan) -> None:
    row.kind, row.audience = plan.kind, plan.audience
    with session.no_autoflush:
        row.topics = list(
            session.scalars(select(Topic).where(Topic.code.in_(plan.topics), Topic.parent_code.is_not(None)))
        )
    if len(row.topics) != len(set(plan.topics)):
        raise Refused("not_found")
