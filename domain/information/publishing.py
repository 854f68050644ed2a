"""What is read outside: a text is put there by hand, taken away by hand, and looked at again every year."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.information.articles import found, latest, today
from domain.refused import Refused
from i18n import LANGUAGES
from store.models import Article, ArticleVersion

A_YEAR = timedelta(days=365)


def publish(session: Session, article_id: int, language: str, *, by: Actor, now: datetime) -> None:
    """The newest version in a language is what people read from now on; it counts as looked at today."""
    row, newest = found(session, article_id, by), latest(session, article_id, language)
    if newest is None:
        raise Refused("article.nothing_to_publish")
    newest.published_at, row.is_withdrawn = newest.published_at or now, False
    _looked_at(session, row, (language,), today(now) + A_YEAR, now)
    facts = {"language": language, "number": newest.number}
    journal.record(session, "article.published", ("article", row.id), by=by, now=now, **facts)


def withdraw(session: Session, article_id: int, *, by: Actor, now: datetime) -> None:
    """Nobody outside reads it any more, in no language; every version stays. Twice is harmless."""
    row = found(session, article_id, by)
    if row.is_withdrawn:
        return
    row.is_withdrawn = True
    journal.record(session, "article.withdrawn", ("article", row.id), by=by, now=now)


def reviewed(
    session: Session, article_id: int, *, by: Actor, now: datetime, next_on: date | None = None, language: str = ""
) -> None:
    """Somebody read it and it is right, in one language or in all; to be looked at again on `next_on`, or in a year.

    Raises `Refused` for a day that is over, and for a language without a text.
    """
    row = found(session, article_id, by)
    if next_on is not None and next_on <= today(now):
        raise Refused("article.review_past", field="review_on")
    if language and latest(session, article_id, language) is None:
        raise Refused("article.nothing_to_publish")
    _looked_at(session, row, (language,) if language else tuple(LANGUAGES), next_on or today(now) + A_YEAR, now)
    journal.record(session, "article.reviewed", ("article", row.id), by=by, now=now)


def _looked_at(session: Session, row: Article, languages: Collection[str], again_on: date, now: datetime) -> None:
    row.review_on, row.checked_on = again_on, today(now)
    texts = (ArticleVersion.article_id == row.id, ArticleVersion.language.in_(languages))
    session.execute(update(ArticleVersion).where(*texts).values(checked_at=now, is_draft_content=False))
