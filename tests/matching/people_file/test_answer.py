"""The answer for the people of a file: pairs with reasons, and who gets nobody with what would help."""

import json
from typing import Any

import pytest

from matching.people_file.answer import Answer, Near, answer
from matching.people_file.fields import BadPeople
from matching.people_file.reading import understood
from matching.people_file.result import as_text
from tests.matching.people_file.sample import GOOD, KNOWN, with_


def solved(document: Any = GOOD, *, why: tuple[str, ...] = ()) -> Answer:
    return answer(understood(document, KNOWN), why=why)


def test_who_waits_longest_gets_the_buddy_with_the_reasons() -> None:
    (pair,) = solved().pairs

    assert (pair.parent, pair.buddy, pair.weeks) == ("p1", "b1", 5)
    assert pair.reasons[:3] == ("Deelt het onderwerp", "Kan op dinsdagavond", "Heeft het achter de rug")


def test_who_gets_nobody_reads_why_and_the_smallest_change_that_helps() -> None:
    without = {one.parent: one for one in solved(with_("buddies.1.paused", True)).without}

    assert without["p2"].why == "Er past 1 buddy, maar die is nodig voor een ouder die niet later aan de beurt is."
    assert without["p2"].near == (Near("b1", "full", "Als b1 nog één ouder erbij wil, past b1."),)
    assert without["p3"].in_the_way[0] == "2 buddy's spreken geen gedeelde taal"
    assert without["p3"].near == ()


def test_nobody_is_proposed_to_take_a_fourth_parent() -> None:
    full = with_("buddies.0.max_load", 3)
    full["buddies"][0]["load"] = 2
    full["buddies"][1]["paused"] = True

    assert [one.near for one in solved(full).without if one.parent == "p2"] == [()]


def test_a_change_helps_only_when_there_is_a_place_then() -> None:
    paused = with_("buddies.1.topics", ["F1"])
    paused["buddies"][1]["paused"] = True
    paused["parents"] = [{"id": "p1", "topics": ["F1"], "refused": ["b1"]}]
    taken = {**paused, "buddies": [paused["buddies"][0], {**paused["buddies"][1], "load": 2}]}

    assert [one.rule for one in solved(paused).without[0].near] == ["paused"]
    assert solved(taken).without[0].near == ()


def test_nothing_is_said_about_rest_when_the_file_does_not_say_since_when() -> None:
    busy = with_("buddies.0.max_load", 2)
    busy["buddies"][0]["load"] = 1

    assert [one for one in solved(busy).pairs[0].reasons if "geen koppeling" in one] == []


def test_loads_tell_how_full_each_buddy_gets() -> None:
    assert [(one.buddy, one.before, one.new, one.most) for one in solved().loads] == [("b1", 0, 1, 1), ("b2", 0, 0, 2)]


def test_the_result_has_all_that_a_result_of_scored_pairs_has() -> None:
    result = json.loads(as_text(solved(why=("p2:b1", "p3:b2"))))

    assert list(result) == [
        "format", "served", "priority", "quality", "load_cost", "matches", "unmatched", "buddies", "proof", "why",
    ]  # fmt: skip
    assert result["proof"]["primal"] == result["proof"]["dual"]
    assert sum(part["points"] for part in result["matches"][0]["parts"]) == result["matches"][0]["quality"]
    assert result["why"][0]["moved"] == [{"parent": "p1", "from": "b1", "to": None}]
    assert result["why"][1] == {
        "parent": "p3", "buddy": "b2", "possible": False, "in_the_way": ["spreekt geen gedeelde taal"],
    }  # fmt: skip


def test_the_order_of_the_rows_changes_no_letter_of_the_result() -> None:
    turned = {**GOOD, "parents": GOOD["parents"][::-1], "buddies": GOOD["buddies"][::-1]}

    assert as_text(solved(turned)) == as_text(solved())


def test_a_pair_that_is_not_in_the_file_is_refused() -> None:
    with pytest.raises(BadPeople, match="--why p1:b9"):
        solved(why=("p1:b9",))
