"""The network over HTTP: the answer in words, the picture narrowed to a part, each node as a row, and for whom."""

import json
from datetime import datetime
from typing import Any

import pytest

from dashboard.charts.network import NAMED, drawn, height
from domain.actors import Actor, Role
from matching.network import Kind, Node, Person, Tie, network
from store.database import Database
from tests import make
from tests.doors import Doors, Visitor

PLACE = "GM0361"


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def words(visitor: Visitor) -> str:
    answer = visitor.call("network-answer.children", [("network-answer", "id", "network-answer")])
    return json.dumps(answer.get_json(), ensure_ascii=False)


def show(visitor: Visitor, topic: object = None, place: object = None, who: object = None) -> Any:
    output = visitor.doors.output_of("network-body.children")
    chosen = [("network-topic", "value", topic), ("network-place", "value", place), ("network-who", "value", who)]
    return visitor.call(output, chosen)


def seen(visitor: Visitor, **chosen: object) -> str:
    return json.dumps(show(visitor, **chosen).get_json(), ensure_ascii=False)


def two_pairs(database: Database, now: datetime) -> None:
    """Anna with Farida about giftedness; Bart and Joris about absence, not paired."""
    with database.writing() as session:
        make.match(session, now=now, topics=("F1",))
        make.buddy(session, now=now, name="Bart Mulder", email="b@example.nl", topics=("D1",))
        make.request(session, now=now, name="Joris", email="j@example.nl", topics=("D1",), municipality_code="GM0399")


def test_the_answer_says_about_what_there_is_nobody(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now, topics=("D1",))
        make.buddy(session, now=now, topics=("F1",))

    answer = words(staff(sqlite, now))

    assert ("Er is nu niemand over: " in answer, "/werk/netwerk?onderwerp=D1" in answer) == (True, True)


def test_the_answer_says_what_hangs_on_one_buddy_and_on_whom(sqlite: Database, now: datetime) -> None:
    two_pairs(sqlite, now)

    answer = words(staff(sqlite, now))

    assert ("2 onderwerpen hangen aan één buddy: " in answer, "Zonder " in answer, "Bart Mulder" in answer) == (
        True,
    ) * 3


def test_a_network_of_one_person_leaves_the_others_out(sqlite: Database, now: datetime) -> None:
    two_pairs(sqlite, now)

    page = seen(staff(sqlite, now), who="buddy-2")

    assert [name in page for name in ("Bart Mulder", "Joris", "Anna de Vries", "Farida")] == [True, True, False, False]


def test_a_network_of_one_topic_and_one_place(sqlite: Database, now: datetime) -> None:
    two_pairs(sqlite, now)
    visitor = staff(sqlite, now)

    pages = [seen(visitor, topic="D1"), seen(visitor, place=PLACE), seen(visitor, topic="F1", place="GM0399")]

    found = [("Joris" in page, "Farida" in page, "Hier is nu niemand" in page) for page in pages]
    assert found == [(True, False, False), (False, True, False), (False, False, True)]


def test_what_is_shown_stays_in_the_address(sqlite: Database, now: datetime) -> None:
    two_pairs(sqlite, now)

    answer = show(staff(sqlite, now), topic="D1", who="buddy-2").get_json()

    assert answer["response"]["page-question"]["data"] == "onderwerp=D1&wie=buddy-2"


@pytest.mark.parametrize("who", ["buddy-99", "parent-x", "place-GM0361", "nonsense", 7, ["buddy-1"]])
def test_a_person_who_is_not_there_breaks_nothing(sqlite: Database, now: datetime, who: object) -> None:
    two_pairs(sqlite, now)

    assert show(staff(sqlite, now), who=who).status_code == 200


def test_every_node_is_a_row_that_leads_somewhere(sqlite: Database, now: datetime) -> None:
    two_pairs(sqlite, now)

    page = seen(staff(sqlite, now))

    links = (
        "/werk/buddyvragen/1",
        "/werk/buddyvragen/2",
        "/werk/buddys/1",
        "/werk/buddys/2",
        "/werk/netwerk?onderwerp=F1",
    )
    assert [link in page for link in links] == [True] * 5


def test_an_empty_support_point_says_what_to_do(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    assert "Nog niets om te tekenen" in words(visitor)
    assert show(visitor).get_json()["response"]["network-body"]["children"] is None


@pytest.mark.parametrize("role", [Role.BUDDY, Role.POLICY, Role.ADMINISTRATOR])
def test_names_are_for_coordinators_only(sqlite: Database, now: datetime, role: Role) -> None:
    visitor = Doors(sqlite, now).visitor(Actor(name="Bas", roles=frozenset({role}), account_id=7, buddy_id=1))

    assert (visitor.get("/werk/netwerk").status_code, show(visitor).status_code) == (403, 403)


def figure(parents: int, buddies: int = 1) -> dict[str, Any]:
    graph = network(
        [Person(n, frozenset({"F1"}), PLACE) for n in range(parents)],
        [Person(n, frozenset({"F1"}), PLACE) for n in range(buddies)],
        [(0, 0, Tie.MATCHED)],
    )
    return drawn(graph, {node: node.key for node in graph}, {Node(Kind.TOPIC, "F1"): "1 buddy"})


def test_everybody_is_one_mark_and_a_topic_is_a_label_with_its_note() -> None:
    drawing = figure(3)

    marks = [trace["text"] for trace in drawing["data"] if "markers" in trace["mode"]]
    assert (marks, drawing["layout"]["annotations"][-1]["text"]) == ([["0", "1", "2"], ["0"]], "F1 · 1 buddy")


def test_a_match_is_a_line_of_its_own() -> None:
    matched, *others = [trace for trace in figure(3)["data"] if trace["mode"] == "lines"]

    assert (len(matched["x"]), matched["line"]["dash"], [trace["showlegend"] for trace in others]) == (
        3,
        "solid",
        [False] * 2,
    )


def test_more_names_than_fit_are_left_out_of_the_picture() -> None:
    modes = [
        [trace["mode"] for trace in figure(count)["data"] if "markers" in trace["mode"]] for count in (NAMED, NAMED + 1)
    ]

    assert modes == [["markers+text", "markers+text"], ["markers", "markers+text"]]


def test_the_picture_grows_with_its_longest_named_column_only() -> None:
    def of(parents: int) -> int:
        return height(network([Person(n, frozenset({"F1"}), PLACE) for n in range(parents)], []))

    assert of(1) == of(NAMED + 1) < of(20) < of(NAMED)


def test_a_name_is_never_read_as_a_tag() -> None:
    graph = network([Person(1, frozenset({"F1"}), PLACE)], [])

    drawing = json.dumps(drawn(graph, dict.fromkeys(graph, "<b>x</b>"), {}))

    assert ("&lt;b&gt;x" in drawing, "<b>x" in drawing) == (True, False)
