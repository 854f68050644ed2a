"""Pages of information: versions, publishing, putting back; and who may."""

from collections.abc import Callable
from datetime import datetime

import pytest

from domain import content
from domain.actors import PARENT, Actor, Role
from domain.information import articles, publishing
from domain.information.articles import ArticlePlan
from domain.refused import Refused
from store.database import Database
from store.models import Article
from store.queries import articles as found
from store.sessions import Session
from tests.domain.information.pages import BY, FIRST, SECOND, page
from tests.racing import just_behind


def read(session: Session) -> dict[str, str]:
    return {one.about.slug: one.text.body for one in found.shown(session)}


def test_a_text_is_read_once_it_is_published(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = page(session, now)
        before = "eten" in read(session)
        publishing.publish(session, made, "nl", by=BY, now=now)

        assert (before, read(session)["eten"]) == (False, FIRST.body)


def test_a_new_version_waits_for_publishing(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = page(session, now)
        publishing.publish(session, made, "nl", by=BY, now=now)
        articles.write(session, made, "nl", SECOND, by=BY, now=now)
        waiting = read(session)["eten"]
        publishing.publish(session, made, "nl", by=BY, now=now)

        assert (waiting, read(session)["eten"]) == (FIRST.body, SECOND.body)


def test_the_same_words_again_are_no_new_version(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        made = page(session, now)
        articles.write(session, made, "nl", FIRST, by=BY, now=now)

        assert [one.number for one in found.versions(session, made, "nl")] == [1]


def test_an_earlier_version_comes_back_as_the_newest(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = page(session, now)
        articles.write(session, made, "nl", SECOND, by=BY, now=now)
        number = articles.put_back(session, made, "nl", 1, by=BY, now=now)

        assert [(one.number, one.body) for one in found.versions(session, made, "nl")] == [
            (number, FIRST.body), (2, SECOND.body), (1, FIRST.body)
        ]  # fmt: skip


def test_who_saves_second_is_told(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = page(session, now)
        articles.write(session, made, "nl", SECOND, by=BY, now=now, seen=1)

        with pytest.raises(Refused, match=r"article\.changed_meanwhile"):
            articles.write(session, made, "nl", FIRST, by=BY, now=now, seen=1)


def test_who_changes_second_what_a_page_is_about_is_told(database: Database, now: datetime) -> None:
    plan = ArticlePlan("eten", topics=("B1",))
    with database.writing() as session:
        made = page(session, now)
        articles.change(session, made, ArticlePlan("eten", topics=("B1", "C5")), by=BY, now=now, seen=plan.mark)

    with pytest.raises(Refused, match=r"article\.about_changed_meanwhile"), database.writing() as session:
        articles.change(session, made, ArticlePlan("eten", topics=()), by=BY, now=now, seen=plan.mark)

    with database.reading() as session:
        one = found.one(session, made)
        assert one
        assert set(one.about.topics) == {"B1", "C5"}


def test_topics_have_no_order_for_who_changes_them(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = page(session, now)
        articles.change(session, made, ArticlePlan("eten", topics=("C5", "B1")), by=BY, now=now)
        seen = ArticlePlan("eten", topics=("C5", "B1")).mark
        articles.change(session, made, ArticlePlan("eten", topics=("B1",)), by=BY, now=now, seen=seen)


def test_withdrawn_is_read_by_nobody_until_it_is_published_again(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = page(session, now)
        publishing.publish(session, made, "nl", by=BY, now=now)
        publishing.withdraw(session, made, by=BY, now=now)
        withdrawn = "eten" in read(session)
        publishing.publish(session, made, "nl", by=BY, now=now)

        assert (withdrawn, "eten" in read(session)) == (False, True)


def test_the_list_leaves_the_long_texts_out(sqlite: Database, now: datetime) -> None:
    with sqlite.reading() as session:
        bodies = {text.body for one in found.listed(session) for text in one.newest.values()}

    assert bodies == {""}


@pytest.mark.parametrize("slug", ["", "Met Hoofdletter", "../weg", "a--b", "x" * 81])
def test_an_address_is_small_letters_digits_and_dashes(sqlite: Database, now: datetime, slug: str) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"article\.slug_wrong"):
        articles.add(session, ArticlePlan(slug), by=BY, now=now)


def test_an_address_is_used_once(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"article\.slug_taken"):
        articles.add(session, ArticlePlan("pesten"), by=BY, now=now)


def test_two_who_make_a_page_at_one_address_at_once_keep_one(database: Database, now: datetime) -> None:
    heard = just_behind(
        database, lambda session, _who: articles.add(session, ArticlePlan("eten", topics=("B1",)), by=BY, now=now)
    )

    with database.reading() as session:
        assert (heard, session.query(Article).filter_by(slug="eten").count()) == ("article.slug_taken", 1)


Act = Callable[[Session, int, Actor, datetime], object]
ACTS: list[Act] = [
    lambda session, made, by, now: articles.add(session, ArticlePlan("iets"), by=by, now=now),
    lambda session, made, by, now: articles.change(session, made, ArticlePlan("iets"), by=by, now=now),
    lambda session, made, by, now: articles.write(session, made, "nl", SECOND, by=by, now=now),
    lambda session, made, by, now: articles.put_back(session, made, "nl", 1, by=by, now=now),
    lambda session, made, by, now: publishing.publish(session, made, "nl", by=by, now=now),
    lambda session, made, by, now: publishing.withdraw(session, made, by=by, now=now),
    lambda session, made, by, now: publishing.reviewed(session, made, by=by, now=now),
]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("role", [None, Role.BUDDY, Role.POLICY, Role.ADMINISTRATOR])
def test_only_coordinators_change_what_people_read(
    sqlite: Database, now: datetime, act: Act, role: Role | None
) -> None:
    by = Actor("iemand", frozenset({role}), account_id=9) if role else PARENT
    with sqlite.writing() as session:
        made = page(session, now)

        with pytest.raises(Refused, match="not_allowed"):
            act(session, made, by, now)


def test_loading_the_content_again_leaves_what_staff_did(database: Database, now: datetime) -> None:
    with database.writing() as session:
        row = session.query(Article).filter_by(slug="pesten").one()
        articles.write(session, row.id, "nl", SECOND, by=BY, now=now)
        publishing.publish(session, row.id, "nl", by=BY, now=now)
        before = session.query(Article).count()
        content.load(session)

        assert (read(session)["pesten"], session.query(Article).count()) == (SECOND.body, before)
