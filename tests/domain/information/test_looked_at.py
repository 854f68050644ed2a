"""Pages of information that are looked at again: in their own language, in time."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from domain.information import articles, publishing
from domain.refused import Refused
from store.database import Database
from store.models import Article
from store.queries import article_list
from store.queries import articles as found
from tests.domain.information.pages import BY, FIRST, SECOND, page


def test_publishing_counts_as_looked_at_and_asks_again_in_a_year(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        row = session.query(Article).filter_by(slug="pesten").one()
        publishing.publish(session, row.id, "nl", by=BY, now=now)

        assert (row.checked_on, row.review_on) == (date(2026, 11, 24), date(2027, 11, 24))


def test_a_text_that_came_with_us_is_a_draft_until_it_is_looked_at_in_its_own_language(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        number = session.query(Article).filter_by(slug="pesten").one().id
        publishing.reviewed(session, number, by=BY, now=now, language="nl")

    with database.reading() as session:
        drafts = [
            one.about.is_draft_content
            for spoken in ("nl", "en")
            for one in found.shown(session, spoken)
            if one.about.id == number
        ]
    assert drafts == [False, True]


def test_a_translation_is_behind_until_somebody_wrote_it_anew_or_says_that_it_is_right(
    database: Database, now: datetime
) -> None:
    hour, behind = timedelta(hours=1), []
    with database.writing() as session:
        made = page(session, now)
        steps: list[Callable[[datetime], object]] = [
            lambda at: articles.write(session, made, "en", FIRST, by=BY, now=at),
            lambda at: articles.write(session, made, "nl", SECOND, by=BY, now=at),
            lambda at: articles.write(session, made, "en", SECOND, by=BY, now=at),
            lambda at: articles.write(session, made, "nl", FIRST, by=BY, now=at),
            lambda at: publishing.reviewed(session, made, by=BY, now=at, language="en"),
        ]
        for count, step in enumerate(steps, 1):
            step(now + count * hour)
            listed = found.one(session, made)
            assert listed
            behind.append((listed.is_behind("en"), listed.is_behind("nl")))

    assert behind == [(False, False), (True, False), (False, False), (True, False), (False, False)]


def test_a_language_without_a_text_can_not_be_right(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        made = page(session, now)

        with pytest.raises(Refused, match=r"article\.nothing_to_publish"):
            publishing.reviewed(session, made, by=BY, now=now, language="en")


def test_who_looked_says_when_to_look_again(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        row = session.query(Article).filter_by(slug="pesten").one()
        publishing.reviewed(session, row.id, by=BY, now=now, next_on=date(2027, 2, 1))

        assert row.review_on == date(2027, 2, 1)


def test_the_day_to_look_again_is_to_come(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"article\.review_past"):
        publishing.reviewed(session, page(session, now), by=BY, now=now, next_on=date(2026, 11, 24))


def test_pages_that_were_not_looked_at_for_long_are_counted(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        row = session.query(Article).filter_by(slug="pesten").one()
        publishing.reviewed(session, row.id, by=BY, now=now)

        assert article_list.to_look_at(session, date(2027, 12, 1)) == 1
