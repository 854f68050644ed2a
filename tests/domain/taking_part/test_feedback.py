"""Two questions afterwards, answered once, and nobody can tell by whom."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from domain.clockwork.tidying import tidy
from domain.local_time import instant
from domain.refused import Refused
from domain.taking_part import feedback
from store.database import Database
from store.models import Feedback, JournalLine, Link
from tests import make

TODAY = instant(date(2026, 11, 24), time())


@pytest.fixture
def token(database: Database, now: datetime) -> str:
    with database.writing() as session:
        return feedback.link(session, make.cafe(session, now=now), now=now)


def given(database: Database) -> list[tuple[int, str | None, date]]:
    with database.reading() as session:
        return [(row.helped, row.remark, row.given_on) for row in session.scalars(select(Feedback))]


def test_an_answer_is_kept_with_only_its_day(database: Database, now: datetime, token: str) -> None:
    with database.writing() as session:
        feedback.give(session, token, 4, "  Fijne avond ", now=now)

    with database.reading() as session:
        (link,) = session.scalars(select(Link))
        line = session.scalars(select(JournalLine).where(JournalLine.kind == "feedback.given")).one()
    assert given(database) == [(4, "Fijne avond", date(2026, 11, 24))]
    assert (link.used_at, link.created_at, line.actor, line.facts) == (TODAY, TODAY, "parent", {})


def test_a_link_works_once(database: Database, now: datetime, token: str) -> None:
    with database.writing() as session:
        feedback.give(session, token, 4, "", now=now)

    with pytest.raises(Refused, match=r"link\.used"), database.writing() as session:
        feedback.give(session, token, 1, "", now=now)

    assert given(database) == [(4, None, date(2026, 11, 24))]


@pytest.mark.parametrize(
    ("helped", "remark", "key"),
    [
        (None, "", "feedback.helped"),
        (0, "", "feedback.helped"),
        (6, "", "feedback.helped"),
        (3, "x" * 1001, "feedback.remark"),
    ],
)
def test_what_is_no_answer_is_refused_and_the_link_still_works(
    database: Database, now: datetime, token: str, helped: int | None, remark: str, key: str
) -> None:
    with pytest.raises(Refused) as refused, database.writing() as session:
        feedback.give(session, token, helped, remark, now=now)

    with database.writing() as session:
        feedback.give(session, token, 3, "", now=now)
    assert (refused.value.key, len(given(database))) == (key, 1)


def test_after_four_weeks_the_link_has_ended(database: Database, now: datetime, token: str) -> None:
    with pytest.raises(Refused, match=r"link\.unknown"), database.writing() as session:
        feedback.give(session, token, 3, "", now=now + timedelta(days=28))


@pytest.mark.parametrize(("days", "left"), [(90, "Fijn"), (91, None)])
def test_remarks_are_wiped_after_ninety_days_and_the_answer_stays(
    database: Database, now: datetime, token: str, days: int, left: str | None
) -> None:
    with database.writing() as session:
        feedback.give(session, token, 5, "Fijn", now=now)

    with database.writing() as session:
        while tidy(session, now + timedelta(days=days)):
            pass

    assert [(helped, remark) for helped, remark, _ in given(database)] == [(5, left)]
