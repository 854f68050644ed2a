"""Who is tied to whom now: parents who wait or have a buddy, buddies who did not stop, by the names of staff."""

from datetime import datetime, timedelta

from domain.matchmaking import requests, ties
from matching.network import Kind, Node, Tie, hangs_on_one, served_by_nobody
from store.database import Database
from tests import make
from tests.counting import counted


def test_a_match_and_a_proposal_tie_a_parent_to_a_buddy(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.match(session, now=now)
        asked = make.request(session, now=now, email="b@example.nl")
        proposed = make.buddy(session, now=now, email="c@example.nl")
        make.proposal(session, asked, proposed, now=now)

        graph = ties.now(session, now=now).graph

    pairs = sorted(
        graph.edges[edge]["tie"] for edge in graph.edges if {one.kind for one in edge} == {Kind.PARENT, Kind.BUDDY}
    )
    assert pairs == [Tie.MATCHED, Tie.PROPOSED]


def test_a_parent_is_known_by_first_name_and_by_number_once_erased(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now, name="Farida Bakker")
        known = ties.now(session, now=now).names

        requests.withdraw(session, request_id, by=make.COORDINATOR, now=now)
        gone = ties.now(session, now=now)

    parent = Node(Kind.PARENT, str(request_id))
    assert (known[parent], parent in gone.graph) == ("Farida", False)


def test_who_may_not_be_asked_serves_no_topic(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now, topics=("F1", "D1"))
        make.buddy(session, now=now, topics=("F1",))
        make.buddy(session, now=now, topics=("D1",), email="b@example.nl", trained_on=None)

        found = ties.now(session, now=now)

    assert (hangs_on_one(found.graph, found.available), served_by_nobody(found.graph, found.available)) == (
        {"F1": 1},
        ("D1",),
    )


def test_a_topic_keeps_its_name_when_it_went_out_of_use(sqlite: Database, now: datetime) -> None:
    with sqlite.reading() as session:
        assert ties.now(session, now=now).names[Node(Kind.TOPIC, "F1")] == "Hoogbegaafdheid / ontwikkelingsvoorsprong"


def test_the_network_asks_as_much_of_the_database_for_thirty_as_for_one(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.match(session, now=now)
    one = counted(sqlite, lambda session: ties.now(session, now=now))
    with sqlite.writing() as session:
        for number in range(30):
            make.request(session, now=now - timedelta(days=number), email=f"{number}@example.nl")
            make.buddy(session, now=now, email=f"buddy{number}@example.nl")

    assert counted(sqlite, lambda session: ties.now(session, now=now)) == one
