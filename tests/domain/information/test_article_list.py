"""Pages found by their title, without reading every text: the same as looking at all of them."""

from datetime import datetime, timedelta

import pytest

from domain.information import articles, publishing
from domain.information.articles import ArticlePlan, Words
from i18n import use_language
from store.database import Database
from store.models import Article
from store.queries import article_list
from store.queries import articles as every
from store.sessions import Session
from tests.counting import counted
from tests.make import COORDINATOR


def more(session: Session, count: int, now: datetime, name: str = "pagina") -> None:
    for number in range(count):
        made = articles.add(session, ArticlePlan(f"{name}-{number}", topics=("B1",)), by=COORDINATOR, now=now)
        articles.write(session, made, "nl", Words(f"Élke dag {number}", "", "Eten."), by=COORDINATOR, now=now)


def changed(session: Session, now: datetime) -> None:
    """One with another newest text, one in English only, one withdrawn, one looked at, one without a word."""
    more(session, 1, now)
    numbers = [one.about.id for one in every.listed(session)]
    articles.write(session, numbers[0], "nl", Words("Hoogbegaafd nu", "", "Nieuw."), by=COORDINATOR, now=now)
    publishing.publish(session, numbers[1], "nl", by=COORDINATOR, now=now)
    publishing.withdraw(session, numbers[2], by=COORDINATOR, now=now)
    publishing.reviewed(session, numbers[3], by=COORDINATOR, now=now - timedelta(days=400), language="nl")
    publishing.reviewed(session, numbers[3], by=COORDINATOR, now=now - timedelta(days=400), language="en")
    english = articles.add(session, ArticlePlan("english"), by=COORDINATOR, now=now)
    articles.write(session, english, "en", Words("Only English", "", "Text."), by=COORDINATOR, now=now)
    articles.add(session, ArticlePlan("zonder-woorden"), by=COORDINATOR, now=now)


@pytest.mark.parametrize("spoken", ["nl", "en"])
@pytest.mark.parametrize("words", ["", " ", "school hoogbeg", "ÉLKE", "english", "zonder", "nergens"])
def test_it_finds_what_looking_at_every_page_finds(database: Database, now: datetime, words: str, spoken: str) -> None:
    with database.writing() as session:
        changed(session, now)

    use_language(spoken)
    with database.reading() as session:
        looked_for = words.casefold().split()
        wanted = [one.about.id for one in every.listed(session) if all(w in one.title.casefold() for w in looked_for)]
        assert article_list.found(session, words) == tuple(wanted)


def test_drafts_are_counted_as_they_are_listed(database: Database, now: datetime) -> None:
    with database.writing() as session:
        changed(session, now)

    with database.reading() as session:
        wanted = [one.about for one in every.listed(session) if one.about.is_draft_content]
        assert article_list.drafts(session) == sum(not about.is_withdrawn for about in wanted)
        assert len(wanted) > article_list.drafts(session) > 0


def test_what_is_late_is_counted_as_it_is_listed(database: Database, now: datetime) -> None:
    with database.writing() as session:
        changed(session, now)

    with database.reading() as session:
        assert article_list.to_look_at(session, now.date()) == sum(
            one.about.is_late(now.date()) for one in every.listed(session)
        )


def test_only_the_pages_that_are_shown_are_read(database: Database, now: datetime) -> None:
    with database.writing() as session:
        numbers = [row.id for row in session.query(Article).order_by(Article.position, Article.id)]

    with database.reading() as session:
        shown, all_of_them = every.listed(session, numbers[5:8]), every.listed(session)
        loaded = len(every.listed(session, ()))
    assert (shown, loaded) == (all_of_them[5:8], 0)


def test_many_pages_ask_no_more_questions(sqlite: Database, now: datetime) -> None:
    def look(session: Session) -> None:
        every.listed(session, article_list.found(session, "dag")[:50])
        article_list.drafts(session)

    with sqlite.writing() as session:
        more(session, 1, now, "een")
    one = counted(sqlite, look)
    with sqlite.writing() as session:
        more(session, 70, now, "veel")

    assert (one, counted(sqlite, look)) == (7, 7)
