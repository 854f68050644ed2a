"""Whether it helped: three questions at the start and at the end, all to skip, paired without a name."""

from datetime import date, datetime, timedelta

import pytest

from domain.actors import PARENT
from domain.care import helpfulness, matches
from domain.matchmaking import requests
from domain.refused import Refused
from store.database import Database
from store.models import Helpfulness, JournalLine, Match
from store.queries.buddying.measures import Helped, helped
from tests import make
from tests.racing import race

DAY = timedelta(days=1)
START = {"next_step": 2, "understood": 1, "keep_going": 3}


def matched(database: Database, now: datetime) -> tuple[int, int]:
    """A request and its match."""
    with database.writing() as session:
        match_id = make.match(session, now=now)
        return session.get_one(Match, match_id).request_id, match_id


def give(database: Database, request_id: int, now: datetime, **answers: int) -> None:
    with database.writing() as session:
        helpfulness.give(session, request_id, answers, by=PARENT, now=now)


def test_answers_at_the_start_and_at_the_end_make_a_pair(database: Database, now: datetime) -> None:
    request_id, match_id = matched(database, now)
    give(database, request_id, now, **START)
    with database.writing() as session:
        matches.end(session, match_id, "agreed", by=make.COORDINATOR, now=now + 50 * DAY)
    give(database, request_id, now + 51 * DAY, understood=5)

    with database.reading() as session:
        assert helped(session, date(2027, 1, 14), date(2027, 1, 15)) == (Helped(START, {"understood": 5}),)


def test_one_answer_alone_is_no_pair(sqlite: Database, now: datetime) -> None:
    request_id, _match_id = matched(sqlite, now)
    give(sqlite, request_id, now, **START)

    with sqlite.reading() as session:
        assert helped(session, date(2026, 1, 1), date(2027, 12, 31)) == ()


def test_the_first_answer_stays(sqlite: Database, now: datetime) -> None:
    request_id, match_id = matched(sqlite, now)
    give(sqlite, request_id, now, **START)
    give(sqlite, request_id, now, next_step=5)

    with sqlite.reading() as session:
        assert session.get_one(Helpfulness, {"match_id": match_id, "at_end": False}).answers == START


def test_a_double_tap_is_one_answer(database: Database, now: datetime) -> None:
    request_id, _match_id = matched(database, now)

    race(3, lambda _number: give(database, request_id, now, **START))

    with database.reading() as session:
        assert session.query(JournalLine).filter_by(kind="helpfulness.given").count() == 1


@pytest.mark.parametrize(("days", "asked"), [(0, True), (14, True), (15, False)])
def test_the_start_is_asked_in_the_first_two_weeks(sqlite: Database, now: datetime, days: int, asked: bool) -> None:
    request_id, match_id = matched(sqlite, now)

    with sqlite.reading() as session:
        found = helpfulness.asked_of(session, request_id, now=now + days * DAY)
    assert found == ((match_id, False) if asked else None)


def test_before_a_match_nothing_is_asked(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        assert helpfulness.asked_of(session, make.request(session, now=now), now=now) is None


@pytest.mark.parametrize("answers", [{}, {"next_step": 0}, {"next_step": 6}, {"mood": 3}])
def test_what_is_no_answer_is_refused(sqlite: Database, now: datetime, answers: dict[str, int]) -> None:
    request_id, _match_id = matched(sqlite, now)

    with pytest.raises(Refused, match=r"^helpfulness.empty$"):
        give(sqlite, request_id, now, **answers)


def test_there_are_three_questions(sqlite: Database) -> None:
    with sqlite.reading() as session:
        assert list(helpfulness.questions(session)) == ["next_step", "understood", "keep_going"]


def test_who_withdrew_is_asked_nothing(sqlite: Database, now: datetime) -> None:
    request_id, _match_id = matched(sqlite, now)
    with sqlite.writing() as session:
        requests.withdraw(session, request_id, by=PARENT, now=now)

        assert helpfulness.asked_of(session, request_id, now=now) is None
