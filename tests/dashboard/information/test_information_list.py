"""The list of pages with information over HTTP: how each stands, in each language."""

from datetime import datetime, timedelta

from domain.information import articles, publishing
from domain.information.articles import Words
from store.database import Database
from tests import make
from tests.dashboard.information.information_page import number_of, visitor
from tests.doors import Visitor


def listed(who: Visitor, words: str = "", page: int = 1) -> str:
    inputs = [("articles-find", "value", words), ("articles-page", "value", page)]
    return who.call(who.doors.output_of("articles.children"), inputs).get_data(as_text=True)


def standing(who: Visitor, number: int) -> str:
    inputs, states = (
        [("article-changed", "data", None)],
        [("article-about", "data", {"number": number, "language": "nl"})],
    )
    return who.call(who.doors.output_of("article-standing.children"), inputs, states).get_data(as_text=True)


def test_the_list_says_how_every_page_stands(sqlite: Database, now: datetime) -> None:
    number = number_of(sqlite)
    with sqlite.writing() as session:
        publishing.reviewed(session, number, by=make.COORDINATOR, now=now - timedelta(days=400))

    page = listed(visitor(sqlite, now))

    wanted = ("1 pagina is toe aan nakijken", "te laat: ", "concept", "Hoogbegaafd op school")
    assert [said for said in wanted if said not in page] == []


def test_a_page_is_found_by_words_of_its_title(sqlite: Database, now: datetime) -> None:
    page = listed(visitor(sqlite, now), "school hoogbeg")

    assert ("Hoogbegaafd op school" in page, "Pesten" in page) == (True, False)


def test_each_language_says_whether_it_is_a_draft_behind_or_looked_at(sqlite: Database, now: datetime) -> None:
    number, who = number_of(sqlite), visitor(sqlite, now)
    with sqlite.writing() as session:
        publishing.reviewed(session, number, by=make.COORDINATOR, now=now - timedelta(days=1))
        articles.write(session, number, "nl", Words("Anders", "", "Nieuw."), by=make.COORDINATOR, now=now)

    said = standing(who, number)

    wanted = ("nog niet nagekeken", "loopt achter op het Nederlands")
    assert [one for one in wanted if one not in said] == []


def test_looking_at_one_language_says_nothing_of_the_other(sqlite: Database, now: datetime) -> None:
    number, who = number_of(sqlite), visitor(sqlite, now)

    who.call(
        who.doors.output_of("article-review-on.error"),
        [("article-reviewed", "n_clicks", 1)],
        [("article-review-on", "value", None), ("article-about", "data", {"number": number, "language": "en"})],
    )
    said = standing(who, number)

    assert (said.count("concept, nog nakijken"), said.count("nagekeken op dinsdag 24 november 2026")) == (1, 1)


def test_late_pages_are_on_the_page_of_today(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        publishing.reviewed(session, number_of(sqlite), by=make.COORDINATOR, now=now - timedelta(days=400))

    page = visitor(sqlite, now).call("today.children", [("today", "id", "today")]).get_data(as_text=True)

    assert "1 pagina met informatie is toe aan nakijken." in page
