"""Is a buddy still wanted: asked once, parked after silence, brought back by a yes with the waiting time kept."""

from datetime import datetime, timedelta

import pytest

from domain.actors import CLOCK, PARENT
from domain.matchmaking import agreement, next_buddy, pool, requests, still_wanted
from domain.refused import Refused
from store.database import Database
from store.models import JournalLine, Request
from store.states import RequestState
from tests import make
from tests.racing import race

DAY = timedelta(days=1)
OLD, SILENT = 29 * DAY, 44 * DAY


@pytest.fixture
def request_id(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return make.request(session, now=now)


def tended(database: Database, *moments: datetime) -> list[int]:
    found = []
    for moment in moments:
        with database.writing() as session:
            found.append(still_wanted.tend(session, by=CLOCK, now=moment))
    return found


def kinds(database: Database) -> list[str]:
    with database.reading() as session:
        lines = session.query(JournalLine).filter(JournalLine.kind.like("request.%")).order_by(JournalLine.id)
        return [line.kind for line in lines][1:]


def state(database: Database, request_id: int) -> RequestState:
    with database.reading() as session:
        return session.get_one(Request, request_id).state


def test_an_old_request_is_asked_about_once(database: Database, request_id: int, now: datetime) -> None:
    assert tended(database, now + 28 * DAY, now + OLD, now + OLD, now + OLD + DAY) == [0, 1, 0, 0]
    assert kinds(database) == ["request.wanted_asked"]


def test_silence_parks_it(database: Database, request_id: int, now: datetime) -> None:
    assert tended(database, now + OLD, now + SILENT, now + SILENT) == [1, 1, 0]
    assert state(database, request_id) is RequestState.CLOSED


def test_a_yes_brings_it_back_with_the_waiting_time(database: Database, request_id: int, now: datetime) -> None:
    tended(database, now + OLD, now + SILENT)

    for _twice in range(2):
        with database.writing() as session:
            still_wanted.confirm(session, request_id, by=PARENT, now=now + SILENT + DAY)

    assert kinds(database) == ["request.wanted_asked", "request.parked", "request.wanted"]
    with database.reading() as session:
        (waiting,) = pool.waiting(session)
        assert (waiting.request_id, waiting.since) == (request_id, now)


def test_after_a_yes_it_is_asked_again_only_when_that_is_old(
    database: Database, request_id: int, now: datetime
) -> None:
    tended(database, now + OLD)
    with database.writing() as session:
        still_wanted.confirm(session, request_id, by=PARENT, now=now + OLD + DAY)

    assert tended(database, now + OLD + 28 * DAY, now + OLD + 30 * DAY) == [0, 1]


def test_nobody_is_proposed_by_itself_before_the_answer(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        make.buddy(session, now=now)
        later = now + OLD

        assert next_buddy.propose(session, request_id, by=CLOCK, now=later) is None
        still_wanted.confirm(session, request_id, by=PARENT, now=later)
        assert next_buddy.propose(session, request_id, by=CLOCK, now=later) is not None


def test_a_closed_request_stays_closed(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        still_wanted.tend(session, by=CLOCK, now=now + OLD)
        requests.close(session, request_id, by=make.COORDINATOR, now=now + OLD)

        with pytest.raises(Refused, match=r"^request.over$"):
            still_wanted.confirm(session, request_id, by=PARENT, now=now + OLD)


def test_a_buddy_says_nothing_for_a_parent(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)

        with pytest.raises(Refused, match=r"^not_allowed$"):
            still_wanted.confirm(session, request_id, by=make.buddy_actor(1), now=now + OLD)


def test_two_clocks_ask_once(database: Database, request_id: int, now: datetime) -> None:
    def work(_number: int) -> int:
        with database.writing() as session:
            return still_wanted.tend(session, by=CLOCK, now=now + OLD)

    assert sorted(map(str, race(3, work))) == ["0", "0", "1"]
    assert kinds(database) == ["request.wanted_asked"]


def test_a_yes_and_the_end_of_time_together_never_park_a_wanted_request(
    database: Database, request_id: int, now: datetime
) -> None:
    tended(database, now + OLD)

    def either(number: int) -> object:
        with database.writing() as session:
            if number:
                return still_wanted.tend(session, by=CLOCK, now=now + SILENT)
            still_wanted.confirm(session, request_id, by=PARENT, now=now + SILENT)
            return "yes"

    race(2, either)

    assert state(database, request_id) is RequestState.OPEN


def test_who_said_no_to_a_buddy_gave_a_word_and_is_not_parked(
    database: Database, request_id: int, now: datetime
) -> None:
    tended(database, now + OLD)
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        proposal_id = make.proposal(session, request_id, buddy_id, now=now + OLD)
        agreement.accept_for_buddy(session, proposal_id, by=make.buddy_actor(buddy_id), now=now + OLD)
        agreement.decline_for_parent(session, proposal_id, "contact", by=PARENT, now=now + SILENT - DAY)

    assert tended(database, now + SILENT) == [0]
    assert state(database, request_id) is RequestState.OPEN
