"""Problems from a file: the answer with its proof, or one sentence that names the place."""

import json
from pathlib import Path
from typing import Any

import pytest

import cli
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


def test_the_command_writes_a_result_or_says_in_one_sentence_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    good, result = tmp_path / "good.json", tmp_path / "result.json"
    good.write_text(json.dumps(GOOD))

    def run(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["rodedraad", "match", *arguments])
        return cli.main(), capsys.readouterr().err

    assert run(str(good), "-o", str(result)) == (0, "")
    assert json.loads(result.read_text())["format"] == "rodedraad-match-result/1"
    result.unlink()
    status, said = run(str(good), "-o", str(result), "--why", "p1:b9")
    assert (status, said.count("\n"), "p1:b9" in said, result.exists()) == (2, 1, True, False)
    status, said = run(str(tmp_path / "none.json"), "-o", str(result))
    assert (status, said.count("\n"), "none.json" in said) == (2, 1, True)
