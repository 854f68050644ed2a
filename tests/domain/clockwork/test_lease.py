"""Of any number of clocks one leads."""

from datetime import datetime, timedelta

import pytest

from domain.clockwork import lease
from domain.clockwork.lease import LostLease
from store.database import Database

SECOND = timedelta(seconds=1)


def take(database: Database, holder: str, now: datetime) -> int | None:
    with database.writing() as session:
        return lease.take(session, holder, now)


def test_while_one_leads_another_stands_by(database: Database, now: datetime) -> None:
    first = take(database, "one", now)

    assert (first, take(database, "two", now + 9 * SECOND)) == (1, None)


def test_a_leader_that_renews_keeps_its_fence(database: Database, now: datetime) -> None:
    fences = [take(database, "one", now + n * SECOND) for n in (0, 3, 6)]

    assert (fences, take(database, "two", now + 15 * SECOND)) == ([1, 1, 1], None)


def test_when_the_lease_ends_another_takes_over_with_a_higher_fence(database: Database, now: datetime) -> None:
    take(database, "one", now)

    assert take(database, "two", now + 10 * SECOND) == 2


def test_a_leader_that_was_overtaken_can_do_nothing_any_more(database: Database, now: datetime) -> None:
    take(database, "one", now)
    take(database, "two", now + 10 * SECOND)

    with pytest.raises(LostLease), database.writing() as session:
        lease.must_hold(session, 1)


def test_a_leader_that_comes_back_before_anybody_took_over_goes_on(database: Database, now: datetime) -> None:
    take(database, "one", now)

    assert take(database, "one", now + 60 * SECOND) == 1


def test_a_lease_that_was_given_up_is_free_at_once(database: Database, now: datetime) -> None:
    take(database, "one", now)
    with database.writing() as session:
        lease.give_up(session, 1, now)

    assert take(database, "two", now) == 2


def test_an_overtaken_leader_cannot_give_up_the_lease_of_another(database: Database, now: datetime) -> None:
    take(database, "one", now)
    take(database, "two", now + 10 * SECOND)
    with database.writing() as session:
        lease.give_up(session, 1, now + 11 * SECOND)

    with database.reading() as session:
        assert lease.is_free(session, "three", now + 11 * SECOND) is False


def test_a_lease_from_a_computer_with_a_wrong_date_does_not_stop_the_work_for_ever(
    database: Database, now: datetime
) -> None:
    take(database, "one", now + timedelta(days=300))

    assert take(database, "two", now) == 2
