"""What is asked beside what there is, from real requests and buddies; the most pressing first."""

from datetime import datetime, timedelta

from domain.matchmaking import coverage, requests
from domain.matchmaking.coverage import Coverage, Line
from store.database import Database
from tests import make
from tests.counting import counted


def found(database: Database, now: datetime) -> Coverage:
    with database.reading() as session:
        return coverage.now(session, now=now)


def of_topic(database: Database, now: datetime, code: str) -> Line:
    return next(one for one in found(database, now).topics if one.covered.key == code)


def test_a_topic_counts_who_waits_and_what_is_free(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.buddy(session, now=now, topics=("F1",), max_load=1)
        for number in range(3):
            make.request(session, now=now - timedelta(days=number), email=f"{number}@example.nl")

    line = of_topic(database, now, "F1").covered

    assert (line.open, line.free, line.gap, line.longest, line.asked) == (3, 1, 2, 2, (0, 0, 0, 3))


def test_who_has_a_proposal_waits_but_is_not_short_of_a_place(database: Database, now: datetime) -> None:
    with database.writing() as session:
        request_id, buddy_id = make.request(session, now=now), make.buddy(session, now=now, max_load=1)
        make.proposal(session, request_id, buddy_id, now=now)

    line = of_topic(database, now, "F1").covered

    assert (line.open, line.proposed, line.free, line.gap) == (1, 1, 0, 0)


def test_who_got_a_buddy_waits_no_longer(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.match(session, now=now)

    line = of_topic(sqlite, now, "F1").covered

    assert (line.open, sum(line.asked)) == (0, 1)


def test_who_withdrew_was_asked_and_waits_no_longer(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now - timedelta(days=3))
        requests.withdraw(session, request_id, by=make.COORDINATOR, now=now)

    everything = found(sqlite, now)

    assert (everything.waiting, of_topic(sqlite, now, "F1").covered.open) == (0, 0)


def test_the_largest_gap_stands_first_then_where_most_wait(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.buddy(session, now=now, topics=("F1",))
        for number, topic in enumerate(("F1", "F1", "D1")):
            make.request(session, now=now, topics=(topic,), email=f"{number}@example.nl")

    order = [(one.covered.key, one.covered.gap) for one in found(sqlite, now).topics[:2]]

    assert order == [("D1", 1), ("F1", 0)]


def test_a_group_counts_a_parent_with_two_of_its_topics_once(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now, topics=("F1", "F2"))

    (first, *_rest) = found(sqlite, now).groups

    assert (first.covered.key, first.covered.open) == ("F", 1)


def test_every_municipality_is_a_line_and_a_tile(sqlite: Database, now: datetime) -> None:
    everything = found(sqlite, now)

    assert {one.covered.key for one in everything.places} == set(everything.tiles)


def test_with_fewer_than_five_in_a_year_nothing_is_said_about_waiting(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for number in range(4):
            make.request(session, now=now - timedelta(days=10), email=f"{number}@example.nl")
    four = found(sqlite, now).wait.days
    with sqlite.writing() as session:
        make.request(session, now=now - timedelta(days=10), email="5@example.nl")

    assert (four, found(sqlite, now).wait.days) == (None, 10)


def test_coverage_asks_as_much_of_the_database_for_thirty_as_for_one(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.match(session, now=now)
    one = counted(sqlite, lambda session: coverage.now(session, now=now))
    with sqlite.writing() as session:
        for number in range(30):
            make.request(session, now=now, email=f"{number}@example.nl")
            make.buddy(session, now=now, email=f"buddy{number}@example.nl")

    assert counted(sqlite, lambda session: coverage.now(session, now=now)) == one
