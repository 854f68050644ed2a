"""A running match: contact, help, and a good end."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.actors import PARENT, Actor, Role
from domain.care import matches
from domain.refused import Refused
from store.database import Database
from store.models import JournalLine, Match
from store.states import MatchState, RequestState
from tests import make


def match(database: Database, now: datetime) -> tuple[int, Actor]:
    with database.writing() as session:
        match_id = make.match(session, now=now)
        return match_id, make.buddy_actor(session.get_one(Match, match_id).buddy_id)


def test_contact_counts_once_a_day_and_remembers_the_first(database: Database, now: datetime) -> None:
    match_id, by = match(database, now)
    moments = [now, now + timedelta(minutes=1), now + timedelta(days=2)]
    for moment in moments:
        with database.writing() as session:
            matches.log_contact(session, match_id, by=by, now=moment)

    with database.reading() as session:
        row = session.get_one(Match, match_id)
        assert (row.contacts, row.first_contact_at, row.last_contact_at) == (2, moments[0], moments[2])


def test_a_day_is_a_day_in_the_netherlands(sqlite: Database) -> None:
    just_before_midnight = datetime(2026, 11, 24, 22, 59, tzinfo=UTC)
    match_id, by = match(sqlite, just_before_midnight)
    with sqlite.writing() as session:
        matches.log_contact(session, match_id, by=by, now=just_before_midnight)
        matches.log_contact(session, match_id, by=by, now=just_before_midnight + timedelta(minutes=2))

        assert session.get_one(Match, match_id).contacts == 2


def test_a_call_for_help_stands_until_it_is_taken_up(database: Database, now: datetime) -> None:
    match_id, by = match(database, now)
    with database.writing() as session:
        for _twice in range(2):
            matches.ask_help(session, match_id, by=by, now=now)
        assert session.get_one(Match, match_id).help_asked_at == now

        for _twice in range(2):
            matches.take_up(session, match_id, by=make.COORDINATOR, now=now)

        assert session.get_one(Match, match_id).help_asked_at is None
        lines = session.query(JournalLine).filter(JournalLine.kind.like("match.help%")).order_by(JournalLine.id)
        assert [line.kind for line in lines] == ["match.help", "match.helped"]


@pytest.mark.parametrize(
    ("reason", "state"),
    [("agreed", RequestState.CLOSED), ("no_click", RequestState.OPEN), ("stopped", RequestState.OPEN)],
)
def test_after_some_ends_the_parent_waits_again_with_the_same_waiting_time(
    sqlite: Database, now: datetime, reason: str, state: RequestState
) -> None:
    match_id, by = match(sqlite, now)
    with sqlite.writing() as session:
        for _twice in range(2):
            matches.end(session, match_id, reason, by=by, now=now + timedelta(days=9))

        row = session.get_one(Match, match_id)
        assert (row.state, row.end_reason, row.ended_at) == (MatchState.ENDED, reason, now + timedelta(days=9))
        assert (row.request.state, row.request.created_at) == (state, now)


def test_a_match_that_ended_takes_no_contact(sqlite: Database, now: datetime) -> None:
    match_id, by = match(sqlite, now)
    with sqlite.writing() as session:
        matches.end(session, match_id, "agreed", by=by, now=now)

        with pytest.raises(Refused, match=r"^match.ended$"):
            matches.log_contact(session, match_id, by=by, now=now)


def test_an_end_needs_a_reason_from_the_list(sqlite: Database, now: datetime) -> None:
    match_id, by = match(sqlite, now)
    with sqlite.writing() as session, pytest.raises(Refused, match=r"^catalogue.unknown$"):
        matches.end(session, match_id, "zomaar", by=by, now=now)


@pytest.mark.parametrize("by", [PARENT, make.buddy_actor(99), Actor(roles=frozenset({Role.POLICY}))])
def test_a_match_belongs_to_its_buddy_and_to_staff(sqlite: Database, now: datetime, by: Actor) -> None:
    match_id, _buddy = match(sqlite, now)
    with sqlite.writing() as session:
        for verb in (matches.log_contact, matches.ask_help, matches.take_up):
            with pytest.raises(Refused, match=r"^not_allowed$"):
                verb(session, match_id, by=by, now=now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            matches.end(session, match_id, "agreed", by=by, now=now)


def test_a_buddy_does_not_take_up_their_own_call_for_help(sqlite: Database, now: datetime) -> None:
    match_id, by = match(sqlite, now)
    with sqlite.writing() as session, pytest.raises(Refused, match=r"^not_allowed$"):
        matches.take_up(session, match_id, by=by, now=now)


def test_what_does_not_exist_is_refused(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"^not_found$"):
        matches.log_contact(session, 999, by=make.COORDINATOR, now=now)
