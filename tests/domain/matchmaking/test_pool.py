"""Parents who wait and buddies who might be asked, as the matcher sees them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.buddying import buddies
from domain.care import matches
from domain.matchmaking import pool, proposals, requests, shortlist
from domain.matchmaking.pool import Waiting
from domain.refused import Refused
from matching.people import Daypart, Offer
from store.database import Database
from store.models import Buddy, PairWish
from store.sessions import Session
from tests import make
from tests.counting import counted

TODAY = date(2026, 11, 24)


def noted(session: Session, buddy_id: int, **facts: object) -> None:
    """Write straight into the row of a buddy."""
    for name, value in facts.items():
        setattr(session.get_one(Buddy, buddy_id), name, value)
    session.flush()


def offer(session: Session, now: datetime) -> Offer:
    (found,) = pool.offers(session, now)
    return found


def test_the_weekend_stands_for_six_moments(sqlite: Database) -> None:
    with sqlite.reading() as session:
        found = pool.asked_moments(session, ["weekend"])

    assert found == {(weekday, part) for weekday in (5, 6) for part in Daypart}


def test_all_that_a_buddy_said_reaches_the_matcher(database: Database, now: datetime) -> None:
    with database.writing() as session:
        said = {"age_bands": ("7-9",), "municipalities": ("GM0361", "GM0373"), "in_the_middle": ("B2",)}
        make.buddy(session, now=now, topics=("F1", "B2"), **said)

        found = offer(session, now)

    assert found.topics == {"B2", "F1"}
    assert found.in_the_middle == {"B2"}
    assert found.age_bands == {"7-9"}
    assert found.municipalities == {"GM0361", "GM0373"}


@pytest.mark.parametrize(("until", "rests"), [(None, False), (TODAY, False), (TODAY + timedelta(days=1), True)])
def test_a_rest_ends_on_its_day(sqlite: Database, now: datetime, until: date | None, rests: bool) -> None:
    with sqlite.writing() as session:
        noted(session, make.buddy(session, now=now), rest_until=until)

        assert offer(session, now).resting is rests


@pytest.mark.parametrize(("until", "paused"), [(None, True), (TODAY, False), (TODAY + timedelta(days=1), True)])
def test_a_pause_with_a_date_ends_by_itself(sqlite: Database, now: datetime, until: date | None, paused: bool) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        buddies.pause(session, buddy_id, by=make.COORDINATOR, now=now)
        noted(session, buddy_id, paused_until=until)

        assert offer(session, now).paused is paused


@pytest.mark.parametrize(
    "night", [datetime(2026, 3, 28, 23, 30, tzinfo=UTC), datetime(2026, 10, 24, 22, 30, tzinfo=UTC)]
)
def test_a_rest_ends_at_local_midnight_before_the_clock_changes(sqlite: Database, night: datetime) -> None:
    with sqlite.writing() as session:
        noted(session, make.buddy(session, now=night), rest_until=(night + timedelta(days=1)).date())

        assert not offer(session, night).resting


def test_only_who_waits_without_a_proposal_is_in_the_pool_the_longest_first(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        asked = make.request(session, now=now - timedelta(days=9), email="a@example.nl")
        late = make.request(session, now=now, email="b@example.nl")
        early = make.request(session, now=now - timedelta(days=3), email="c@example.nl")
        make.proposal(session, asked, buddy_id, now=now)

        assert [need.request_id for need in pool.needs(session)] == [early, late]
        assert pool.waiting(session) == (Waiting(early, now - timedelta(days=3), 0), Waiting(late, now, 0))


def test_the_bulk_and_the_single_question_give_the_same_need(database: Database, now: datetime) -> None:
    with database.writing() as session:
        one = make.request(session, now=now, topics=("F1", "D2"), moments=("weekend",))
        other = make.request(session, now=now, email="b@example.nl", topics=("B2", "F1"))

        assert pool.needs(session) == (pool.need(session, one), pool.need(session, other))


def test_waiting_is_counted_in_local_days() -> None:
    since = datetime(2026, 10, 24, 22, 30, tzinfo=UTC)

    waits = Waiting(1, since, 0)

    assert waits.days(datetime(2026, 10, 25, 22, 59, tzinfo=UTC)) == 0
    assert waits.days(datetime(2026, 10, 25, 23, 0, tzinfo=UTC)) == 1


def test_a_buddy_of_an_earlier_request_is_not_asked_again_for_the_same_parent(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        match_id = make.match(session, now=now - timedelta(days=90))
        matches.end(session, match_id, "agreed", by=make.COORDINATOR, now=now - timedelta(days=9))
        again = make.request(session, now=now)
        stranger = make.request(session, now=now, email="b@example.nl")
        (buddy,) = pool.offers(session, now)

        assert pool.need(session, again).earlier_buddies == {buddy.buddy_id}
        assert pool.need(session, stranger).earlier_buddies == frozenset()


def test_what_was_said_about_a_pair_keeps_it_apart_in_a_later_request_too(database: Database, now: datetime) -> None:
    with database.writing() as session:
        known, never, both = (make.buddy(session, now=now, email=f"{name}@example.nl") for name in "abc")
        first = make.request(session, now=now - timedelta(days=90))
        said = [(known, "acquainted"), (never, "veto"), (both, "pin")]
        session.add_all(
            PairWish(request_id=first, buddy_id=buddy_id, kind=kind, said_by="staff", said_at=now)
            for buddy_id, kind in said
        )
        again = make.request(session, now=now)

        need = pool.need(session, again)
        refused = shortlist.of_all(session, again, now=now).refused

    assert need.acquainted_buddies == {known}
    assert need.vetoed_buddies == {never}
    assert refused == ((known, ("acquainted",)), (never, ("veto",)))


def test_a_no_counts_for_that_request_alone(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        first = make.request(session, now=now - timedelta(days=2))
        proposal_id = make.proposal(session, first, buddy_id, now=now)
        proposals.decline(session, proposal_id, by=make.buddy_actor(buddy_id), now=now)
        second = make.request(session, now=now)

        assert pool.need(session, first).refused_buddies == {buddy_id}
        assert pool.need(session, second).refused_buddies == frozenset()


def test_a_request_taken_back_has_no_consent(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        requests.withdraw(session, request_id, by=make.COORDINATOR, now=now)

        assert not pool.need(session, request_id).consented


def test_one_parent_or_thirty_take_as_many_questions_to_the_database(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now)
    few = counted(sqlite, pool.needs)
    with sqlite.writing() as session:
        for number in range(29):
            make.request(session, now=now, email=f"{number}@example.nl")
    many = counted(sqlite, pool.needs)

    assert (few, many) == (8, 8)


def test_a_request_that_does_not_exist_is_refused(sqlite: Database) -> None:
    with sqlite.reading() as session, pytest.raises(Refused, match=r"^not_found$"):
        pool.need(session, 999)
