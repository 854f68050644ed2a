"""`rodedraad match`: a result as a whole or none at all, and one sentence for what can't be used."""

import json
import zipfile
from pathlib import Path

import pytest

from commands import match
from matching import problem_file
from matching.assign import NotProven
from tests.commands.given import Run, giver
from tests.domain.people_workbook.sample import book, values
from tests.matching.people_file.sample import GOOD as PEOPLE
from tests.matching.test_problem_file import GOOD, with_


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Give a command in an empty folder: the exit status and what was said about it."""
    monkeypatch.chdir(tmp_path)
    return giver(match, capsys)


def people(**changed: object) -> str:
    """The good file with people, with topics that the product has."""
    return json.dumps({**PEOPLE, **changed})


def test_scored_pairs_give_a_result(run: Run) -> None:
    Path("good.json").write_text(json.dumps(GOOD))

    assert run("good.json", "-o", "result.json", "--why", "p2:b1", "--why", "p1:b1") == (0, "")
    result = json.loads(Path("result.json").read_text())
    assert (result["format"], len(result["why"])) == ("rodedraad-match-result/1", 2)


def test_people_as_json_give_a_result_as_json(run: Run) -> None:
    Path("people.json").write_text(people())

    assert run("--people", "people.json", "-o", "result.json", "--language", "en") == (0, "")
    result = json.loads(Path("result.json").read_text())
    assert result["matches"][0]["reasons"][0] == "Shares the topic"


def test_people_as_a_workbook_give_a_workbook(run: Run) -> None:
    Path("people.xlsx").write_bytes(book())

    assert run("--people", "people.xlsx", "-o", "result.xlsx") == (0, "")
    assert values(Path("result.xlsx").read_bytes(), "Koppelingen")[1][:2] == ("1", "b1")


def test_columns_that_are_not_used_are_told_in_passing(run: Run) -> None:
    Path("people.xlsx").write_bytes(book(parents=(("Nr", "Achternaam"), ("p1", "x"))))

    status, said = run("--people", "people.xlsx", "-o", "result.xlsx")

    assert (status, said) == (0, "rodedraad: people.xlsx: blad “Ouders”, kolom “Achternaam”: niet gebruikt\n")


def test_the_example_can_be_filled_in_and_solved(run: Run) -> None:
    assert run("--example", "people.xlsx", "--language", "en") == (0, "")
    assert run("--people", "people.xlsx", "-o", "result.xlsx") == (0, "")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("p.json", b"{", "this is not JSON"),
        ("p.json", with_("colour", "red").encode(), "the field 'colour' is not known"),
        ("p.json", with_("pairs.0.buddy", "b9").encode(), "pairs[0].buddy: there is no buddy 'b9'"),
        ("p.json", b'{"format": "\xff\xfe\xfa"}', "is geen tekst in UTF-8"),
        ("p.json", with_("parents.0.id", "p" * 5000 + "\n").encode()[:-1] + b', "x": 1}', "the field 'x' is not known"),
    ],
)
def test_a_bad_problem_is_one_sentence_and_no_result(run: Run, name: str, content: bytes, said: str) -> None:
    Path(name).write_bytes(content)

    status, told = run(name, "-o", "result.json")

    assert (status, told.count("\n"), said in told, Path("result.json").exists()) == (2, 1, True, False)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Dit bestand is leeg."),
        (book()[:500], "Dit bestand kunnen we niet lezen."),
        (b"%PDF-1.4", "Dit bestand kunnen we niet lezen."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Dit is een oud soort Excel-bestand."),
        (people(format=1).encode(), "format: moet één van deze zijn"),
        (b"[" * 100_000, "het bestand: is geen JSON"),
        (people(date="2026-13-01").encode(), "date: moet een dag zijn"),
    ],
)
def test_bad_people_are_one_sentence_and_no_result(run: Run, content: bytes, said: str) -> None:
    Path("people.xlsx").write_bytes(content)

    status, told = run("--people", "people.xlsx", "-o", "result.xlsx")

    assert (status, told.count("\n"), said in told, Path("result.xlsx").exists()) == (2, 1, True, False)


@pytest.mark.parametrize("source", ["none.json", "."])
def test_a_file_that_cannot_be_opened_is_told(run: Run, source: str) -> None:
    status, told = run(source, "-o", "result.json")

    assert (status, told.count("\n"), told.startswith(f"rodedraad: {source}: ")) == (2, 1, True)


def test_a_result_never_overwrites_what_went_in(run: Run) -> None:
    Path("people.xlsx").write_bytes(given := book())

    status, told = run("--people", "people.xlsx", "-o", "./people.xlsx")

    assert (status, "zou dit bestand overschrijven" in told, Path("people.xlsx").read_bytes()) == (2, True, given)


def test_a_workbook_gets_the_name_of_a_workbook(run: Run) -> None:
    Path("people.xlsx").write_bytes(book())

    assert run("--people", "people.xlsx", "-o", "result.json")[0] == 2
    assert run("--example", "people.json")[0] == 2


def test_numbers_that_are_too_large_together_are_one_sentence(run: Run) -> None:
    many = {**GOOD, "load_weight": 10**9, "parents": [{"id": f"p{one}", "priority": one + 1} for one in range(200_000)]}
    Path("large.json").write_text(json.dumps(many))

    status, told = run("large.json", "-o", "result.json")

    assert (status, told.count("\n"), "too large to reckon with" in told) == (2, 1, True)


def test_a_workbook_that_unpacks_without_end_is_refused(run: Run) -> None:
    with zipfile.ZipFile("people.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.xml", b" " * (101 * 1024 * 1024))

    status, told = run("--people", "people.xlsx", "-o", "result.xlsx")

    assert (status, told.count("\n"), "uitgepakt te groot" in told) == (2, 1, True)


def test_a_folder_that_is_not_there_is_told_and_nothing_is_left_behind(run: Run) -> None:
    Path("good.json").write_text(json.dumps(GOOD))

    status, told = run("good.json", "-o", "none/result.json")

    assert (status, told) == (2, "rodedraad: none/result.json: No such file or directory\n")
    assert [one.name for one in Path().iterdir()] == ["good.json"]


@pytest.mark.parametrize("arguments", [(), ("good.json",), ("good.json", "--schema"), ("--people", "a", "b.json")])
def test_arguments_that_do_not_go_together_are_refused(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments)[0] == 2


def test_an_answer_without_proof_is_not_written(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def doubtful(*_arguments: object, **_why: object) -> str:
        raise NotProven("primal 1, dual 2")

    monkeypatch.setattr(problem_file, "solve", doubtful)
    Path("good.json").write_text(json.dumps(GOOD))

    status, told = run("good.json", "-o", "result.json")

    assert (status, told.count("\n"), Path("result.json").exists()) == (1, 1, False)
