"""How a match ends: by the buddy, staff or the parent, and what that does to the waiting time and the buddy's rest."""

from datetime import date, datetime, timedelta

import pytest

from domain.actors import PARENT
from domain.buddying import rest
from domain.care import matches
from domain.matchmaking import pool, requests, still_wanted
from domain.refused import Refused
from store.database import Database
from store.models import Buddy, CheckIn, JournalLine, Match, Request
from store.states import MatchState, RequestState
from tests import make

DAY = timedelta(days=1)


def matched(database: Database, now: datetime) -> Match:
    with database.writing() as session:
        return session.get_one(Match, make.match(session, now=now))


def test_after_another_buddy_was_wanted_the_waiting_time_counts_from_the_first_request(
    database: Database, now: datetime
) -> None:
    match = matched(database, now)
    with database.writing() as session:
        matches.end(session, match.id, "no_click", by=make.COORDINATOR, now=now + 30 * DAY)

    with database.reading() as session:
        (waits,) = pool.waiting(session)
        assert (waits.since, waits.days(now + 30 * DAY)) == (now, 30)
        assert pool.need(session, match.request_id).earlier_buddies == {match.buddy_id}
        assert not still_wanted.is_stale_now(session, session.get_one(Request, match.request_id), now + 31 * DAY)


def test_a_parent_who_asks_again_after_care_keeps_the_waiting_time_too(database: Database, now: datetime) -> None:
    match = matched(database, now)
    with database.writing() as session:
        matches.end(session, match.id, "agreed", by=make.COORDINATOR, now=now + 50 * DAY)
        for _twice in range(2):
            requests.again(session, match.request_id, by=PARENT, now=now + 80 * DAY)

    with database.reading() as session:
        assert [waits.since for waits in pool.waiting(session)] == [now]
        assert session.query(JournalLine).filter_by(kind="request.again").count() == 1


@pytest.mark.parametrize("withdrawn", [False, True])
def test_a_request_without_a_buddy_or_without_a_name_is_not_opened_again(
    sqlite: Database, now: datetime, withdrawn: bool
) -> None:
    with sqlite.writing() as session:
        if withdrawn:
            request_id = session.get_one(Match, make.match(session, now=now)).request_id
            requests.withdraw(session, request_id, by=PARENT, now=now)
        else:
            request_id = make.request(session, now=now)
            requests.close(session, request_id, by=make.COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"^request.over$"):
            requests.again(session, request_id, by=PARENT, now=now)


@pytest.mark.parametrize(("again", "state"), [(True, RequestState.OPEN), (False, RequestState.CLOSED)])
def test_a_parent_stops_and_says_whether_to_look_on(
    database: Database, now: datetime, again: bool, state: RequestState
) -> None:
    match = matched(database, now)
    with database.writing() as session:
        for _twice in range(2):
            matches.end_for_parent(session, match.request_id, "faded", again=again, by=PARENT, now=now + DAY)

    with database.reading() as session:
        row = session.get_one(Match, match.id)
        assert (row.state, row.end_reason, row.request.state) == (MatchState.ENDED, "faded", state)
        assert session.query(JournalLine).filter_by(kind="match.ended").count() == 1


def test_a_parent_chooses_a_reason_of_the_list(sqlite: Database, now: datetime) -> None:
    match = matched(sqlite, now)

    with sqlite.writing() as session, pytest.raises(Refused, match=r"^catalogue.unknown$"):
        matches.end_for_parent(session, match.request_id, "stopped", again=False, by=PARENT, now=now)


def test_a_buddy_does_not_stop_in_the_name_of_a_parent(sqlite: Database, now: datetime) -> None:
    match = matched(sqlite, now)

    with sqlite.writing() as session, pytest.raises(Refused, match=r"^not_allowed$"):
        by = make.buddy_actor(match.buddy_id)
        matches.end_for_parent(session, match.request_id, "agreed", again=False, by=by, now=now)


@pytest.mark.parametrize(
    ("known", "until"), [(None, date(2026, 12, 22)), (date(2026, 12, 1), date(2026, 12, 22)), (date(2027, 3, 1),) * 2]
)
def test_after_a_heavy_match_a_buddy_rests_four_weeks_or_longer(
    sqlite: Database, now: datetime, known: date | None, until: date
) -> None:
    match = matched(sqlite, now)
    with sqlite.writing() as session:
        rest.rest(session, match.buddy_id, known, by=make.COORDINATOR, now=now)
        matches.end(session, match.id, "agreed", heavy=True, by=make.buddy_actor(match.buddy_id), now=now)

        assert session.get_one(Buddy, match.buddy_id).rest_until == until


def test_an_ended_request_that_was_asked_once_whether_it_is_wanted_is_not_parked(
    sqlite: Database, now: datetime
) -> None:
    match = matched(sqlite, now)
    with sqlite.writing() as session:
        session.get_one(Request, match.request_id).wanted_asked_at = now
        matches.end(session, match.id, "agreed", by=make.COORDINATOR, now=now)

        assert not session.get_one(Request, match.request_id).is_parked


def test_who_looks_for_another_buddy_is_not_asked_later_about_the_first(sqlite: Database, now: datetime) -> None:
    match = matched(sqlite, now)
    with sqlite.writing() as session:
        matches.end(session, match.id, "agreed", by=make.COORDINATOR, now=now)
        requests.again(session, match.request_id, by=PARENT, now=now)

        assert session.query(CheckIn).all() == []
