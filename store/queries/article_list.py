"""Finding pages of information by their title, and counting what to look at, without reading every text."""

from datetime import date

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from i18n import language
from i18n.texts import SOURCE
from store.models import Article, ArticleVersion


def found(session: Session, words: str) -> tuple[int, ...]:
    """The numbers of the pages, in their order; only those whose title holds each of the words, where there are any.

    A page is called as the list calls it: in the reader's language, else in Dutch, else in another one.
    """
    looked_for = words.casefold().split()
    rows = session.execute(select(Article.id, Article.slug).order_by(Article.position, Article.id)).all()
    if not looked_for:
        return tuple(number for number, _slug in rows)
    titles = _titles(session)
    named = ((number, titles.get(number, slug).casefold()) for number, slug in rows)
    return tuple(number for number, title in named if all(word in title for word in looked_for))


def to_look_at(session: Session, today: date) -> int:
    """How many pages should have been looked at again."""
    late = select(func.count()).where(Article.review_on < today, ~Article.is_withdrawn)
    return session.scalar(late) or 0


def drafts(session: Session) -> int:
    """How many pages that are not withdrawn have a text that came with the product and nobody looked at.

    Only the newest text and the one that is published count, in each language.
    """
    later = aliased(ArticleVersion)
    is_later = and_(
        later.article_id == ArticleVersion.article_id,
        later.language == ArticleVersion.language,
        later.number > ArticleVersion.number,
    )
    is_newest = ~exists().where(is_later)
    is_read = and_(ArticleVersion.published_at.is_not(None), ~exists().where(is_later, later.published_at.is_not(None)))
    query = select(func.count(ArticleVersion.article_id.distinct())).join(Article)
    fresh = query.where(~Article.is_withdrawn, ArticleVersion.is_draft_content, or_(is_newest, is_read))
    return session.scalar(fresh) or 0


def _titles(session: Session) -> dict[int, str]:
    key = (ArticleVersion.article_id, ArticleVersion.language)
    last = select(*key, func.max(ArticleVersion.number).label("number")).group_by(*key).subquery()
    query = select(*key, ArticleVersion.title).join(
        last,
        and_(
            last.c.article_id == ArticleVersion.article_id,
            last.c.language == ArticleVersion.language,
            last.c.number == ArticleVersion.number,
        ),
    )
    order = {language(): 0, SOURCE: 1}
    rows = sorted(session.execute(query), key=lambda row: order.get(row.language, 2), reverse=True)
    return {number: title for number, _spoken, title in rows}
