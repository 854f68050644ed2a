"""Each number in whatever policy staff get is hidden, rounded, or of a kind that is known by where it stands."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.flows.kinds_of_number import unknown
from tests.flows.policy_reader import Answers
from tests.flows.told import Told, told
from tests.flows.told_to_policy import REPORT_FILES, everything_told, other_pages
from tests.invented import Point, invented_years, point_in

__all__ = ["invented_years"]
PLACES = ("", "plaats", "wie", "gedaan", "samen", "cafes", "dekking", "csv", "xlsx", *REPORT_FILES)


@pytest.fixture(scope="module")
def point(invented_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Point]:
    with point_in(tmp_path_factory.mktemp("numbers"), invented_years) as one:
        yield one


@pytest.fixture(scope="module")
def leaking(invented_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Point]:
    """The same point, had somebody published numbers as they were counted."""
    folder = tmp_path_factory.mktemp("leaking")
    shutil.copy(invented_years, folder / "leaking.db")
    with closing(sqlite3.connect(folder / "leaking.db")) as connection, connection:
        connection.execute("UPDATE published_cell SET value = value + 2")
        connection.execute("DELETE FROM report")
    with point_in(folder, folder / "leaking.db") as one:
        yield one


@pytest.fixture(scope="module")
def answers(point: Point) -> Answers:
    return {**everything_told(point), **other_pages(point)}


def unknown_in(answers: Answers) -> dict[str, list[str]]:
    return {name: found for name, answer in answers.items() if (found := unknown(told(answer)))}


def test_every_number_that_policy_staff_get_is_rounded_or_of_a_known_kind(answers: Answers) -> None:
    assert unknown_in(answers) == {}


def test_the_numbers_of_every_page_and_file_were_read(answers: Answers) -> None:
    """So that the test above is not blind."""
    counted = {name: sum("ongeveer" in one.text or "5" in one.text for one in told(answers[name])) for name in answers}

    assert [name for name in answers if name.startswith(("jaar", "report")) and not counted[name]] == []
    assert sum(counted.values()) > 5000


def test_numbers_published_as_they_were_counted_are_found_in_every_section_and_every_file(leaking: Point) -> None:
    found = unknown_in(everything_told(leaking))

    assert [place for place in PLACES if not any(name.endswith(f" {place}") for name in found)] == []


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("2025–2026", "ongeveer 27"),
        ("2025–2026", "27"),
        ("y", "27"),
        ("customdata", "3"),
        ("hovertext", "Oktober 2025: 27"),
        ("alt", "aug–okt 2026 ongeveer 57, aug–okt 2025 ongeveer 15."),
        ("policy-body", ": ongeveer 13 vragen, vorig schooljaar ongeveer 15: 0,9 keer zo veel, tussen 0,3 en 2,1."),
        ("Vragen", "minder dan 7"),
        ("drawn", "12"),
        ("paper", "Thuiszitten en verzuim\nongeveer 17\nongeveer 55\n3,7\n1,8–8,7"),
        ("Stijgt", "2,5"),
    ],
)
def test_one_exact_number_is_found_wherever_it_stands(where: str, text: str) -> None:
    assert len(unknown([Told(where, text)])) == 1
