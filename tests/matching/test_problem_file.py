"""Problems from a file: the answer with its proof, or one sentence that names the place."""

import json
from typing import Any

import pytest

from matching.problem_file import BadProblem, read, solve

GOOD: dict[str, Any] = {
    "format": "rodedraad-match/1",
    "load_weight": 100,
    "parents": [{"id": "p1", "priority": 14}, {"id": "p2", "priority": 3}, {"id": "p3", "priority": 9}],
    "buddies": [{"id": "b1", "capacity": 2, "load": 1}, {"id": "b2", "capacity": 1, "load": 1}],
    "pairs": [
        {"parent": "p1", "buddy": "b1", "quality": 640},
        {"parent": "p2", "buddy": "b1", "quality": 900},
        {"parent": "p3", "buddy": "b2", "quality": 10},
    ],
}


def with_(path: str, value: object) -> str:
    """The good problem with another value at this place; "-" takes the field away."""
    changed = json.loads(json.dumps(GOOD))
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    at = changed
    for part in way:
        at = at[part]
    if value == "-":
        del at[last]
    else:
        at[last] = value
    return json.dumps(changed)


def test_the_answer_comes_with_its_proof_and_says_why_somebody_has_nobody() -> None:
    answer = json.loads(solve(json.dumps(GOOD), why=["p2:b1", "p3:b2"]))

    assert (answer["served"], answer["priority"], answer["quality"], answer["load_cost"]) == (1, 14, 640, 100)
    assert answer["matches"] == [{"parent": "p1", "buddy": "b1", "quality": 640}]
    assert [one["why"] for one in answer["unmatched"]] == [
        "De buddy's die passen, zijn nodig voor ouders die niet later aan de beurt zijn.",
        "De buddy's die passen, hebben geen plek meer.",
    ]
    assert answer["proof"]["primal"] == answer["proof"]["dual"] > 0
    assert answer["why"][0]["loss"] == {"served": 0, "priority": 11, "quality": -260}
    assert answer["why"][0]["moved"] == [{"parent": "p1", "from": "b1", "to": None}]
    assert answer["why"][1] == {"parent": "p3", "buddy": "b2", "possible": False}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "this is not JSON"),
        ("", "this is not JSON"),
        ("[" * 100_000, "this is not JSON: it is nested too deep"),
        ('{"load_weight": NaN}', "this is not JSON: NaN is no number"),
        ('{"format": "\\ud800"}', "this is not JSON: it holds half a letter"),
        ('{"load_weight": ' + "1" * 5000 + "}", "this is not JSON: Exceeds the limit"),
        (
            json.dumps(GOOD).replace('"id": "p2"', '"id": "p2", "id": "p4"'),
            "parents[1]: the field 'id' stands there twice",
        ),
        (json.dumps(GOOD)[:-1] + ', "pairs": []}', "the file: the field 'pairs' stands there twice"),
        ("[]", "the file: should be an object"),
        (with_("format", "rodedraad-match/2"), "the file.format"),
        (with_("colour", "red"), "the field 'colour' is not known"),
        (with_("pairs", "-"), "the field 'pairs' is missing"),
        (with_("parents", {}), "the file.parents: should be a list"),
        (with_("parents.1", 3), "parents[1]: should be an object"),
        (with_("parents.1.id", "p1"), "parents[1].id: 'p1' stands there twice"),
        (with_("parents.0.id", ""), "parents[0].id: should be a text"),
        (with_("parents.0.priority", 0), "parents[0].priority: should be a whole number from 1"),
        (with_("parents.0.priority", 1.5), "parents[0].priority"),
        (with_("parents.0.priority", True), "parents[0].priority"),
        (with_("parents.0.priority", 10**9 + 1), "parents[0].priority"),
        (with_("parents.0.priority", "14"), "parents[0].priority"),
        (with_("parents.0.priority", 1e999), "this is not JSON: Infinity"),
        (with_("parents.0.id", 1), "parents[0].id: should be a text"),
        (with_("buddies.0.load", -1), "buddies[0].load: should be a whole number from 0"),
        (with_("buddies.1.id", "b1"), "buddies[1].id: 'b1' stands there twice"),
        (with_("pairs.0.quality", -1), "pairs[0].quality: should be a whole number from 0 to 1000"),
        (with_("pairs.0.quality", 640.5), "pairs[0].quality"),
        (with_("buddies.0.load", 3), "buddies[0].load: should be at most the capacity, 2"),
        (with_("buddies.0.capacity", -1), "buddies[0].capacity"),
        (with_("buddies.0.age", 40), "buddies[0]: the field 'age' is not known"),
        (with_("pairs.0.quality", 1001), "pairs[0].quality: should be a whole number from 0 to 1000"),
        (with_("pairs.0.buddy", "b9"), "pairs[0].buddy: there is no buddy 'b9'"),
        (with_("pairs.1.parent", "p1"), "pairs[1]: the pair of 'p1' and 'b1' stands there twice"),
        (with_("load_weight", -1), "the file.load_weight"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(BadProblem) as refused:
        read(text)
    assert said in str(refused.value)


def test_a_file_without_pairs_or_people_has_an_answer_too() -> None:
    empty = json.loads(solve(json.dumps({"format": "rodedraad-match/1", "parents": [], "buddies": [], "pairs": []})))

    assert (empty["served"], empty["matches"], empty["proof"]) == (0, [], {"primal": 0, "dual": 0})


def test_the_largest_numbers_that_are_allowed_are_still_exact() -> None:
    most = 10**9
    large = json.dumps(
        {
            "format": "rodedraad-match/1",
            "load_weight": most,
            "parents": [{"id": "p1", "priority": most}, {"id": "p2", "priority": most - 1}],
            "buddies": [{"id": "b1", "capacity": 1}, {"id": "b2", "capacity": most, "load": most - 1}],
            "pairs": [{"parent": one, "buddy": other, "quality": 0} for one in ("p1", "p2") for other in ("b1", "b2")],
        }
    )

    answer = json.loads(solve(large))

    assert (answer["served"], answer["priority"], answer["load_cost"]) == (2, 2 * most - 1, 2 * most)


def test_a_mark_at_the_beginning_of_the_file_is_no_fault() -> None:
    assert read("\ufeff" + json.dumps(GOOD)) == read(json.dumps(GOOD))
