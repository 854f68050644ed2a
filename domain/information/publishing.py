"""What is read outside: a text is put there by hand, taken away by hand, and looked at again every year."""

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.information.articles import found, latest, today
from domain.refused import Refused
from store.models import Article

A_YEAR = timedelta(days=365)


def publish(session: Session, article_id: int, language: str, *, by: Actor, now: datetime) -> None:
    """The newest version in a language is what people read from now on; it counts as looked at today."""
    row, newest = found(session, article_id, by), latest(session, article_id, language)
    if newest is None:
        raise Refused("article.nothing_to_publish")
    newest.published_at, row.is_withdrawn = newest.published_at or now, False
    _looked_at(row, today(now) + A_YEAR, now)
    facts = {"language": language, "number": newest.number}
    journal.record(session, "article.published", ("article", row.id), by=by, now=now, **facts)


def withdraw(session: Session, article_id: int, *, by: Actor, now: datetime) -> None:
    """Nobody outside reads it any more, in no language; every version stays. Twice is harmless."""
    row = found(session, article_id, by)
    if row.is_withdrawn:
        return
    row.is_withdrawn, row.changed_at, row.revision = True, now, row.revision + 1
    journal.record(session, "article.withdrawn", ("article", row.id), by=by, now=now)


def reviewed(session: Session, article_id: int, *, by: Actor, now: datetime, next_on: date | None = None) -> None:
    """Somebody read it and it is right; to be looked at again on `next_on`, or in a year. Raises `Refused`."""
    row = found(session, article_id, by)
    if next_on is not None and next_on <= today(now):
        raise Refused("article.review_past", field="review_on")
    _looked_at(row, next_on or today(now) + A_YEAR, now)
    journal.record(session, "article.reviewed", ("article", row.id), by=by, now=now)


def _looked_at(row: Article, again_on: date, now: datetime) -> None:
    row.is_draft_content, row.review_on, row.checked_on = False, again_on, today(now)
    row.changed_at, row.revision = now, row.revision + 1
