"""The workbook to fill in: every column explained, choices to pick from, and good as it is."""

import io

import pytest
from openpyxl import load_workbook

from domain.people_workbook import example
from domain.people_workbook.columns import columns_of
from domain.people_workbook.reading import opened, read
from i18n import LANGUAGES, speaking
from matching.people_file.answer import answer
from matching.people_file.form import PEOPLE, schema
from tests.domain.people_workbook.sample import TODAY, known
from tests.matching.people_file.schemas import fits


def made(language: str) -> bytes:
    with speaking(language):
        return example.workbook(TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_read_whole_and_fits_the_schema(language: str) -> None:
    found = opened(made(language), TODAY)

    assert found.unused == ()
    assert fits(found.document, schema())
    assert PEOPLE.read(found.document, ())["parents"][0]["moments"] == ("thu morning", "tue evening")


def test_both_languages_say_the_same() -> None:
    dutch, english = (opened(made(language), TODAY).document for language in ("nl", "en"))

    assert (dutch["parents"], dutch["buddies"]) == (english["parents"], english["buddies"])
    assert (dutch["weights"], dutch["lists"]) == (english["weights"], english["lists"])


def test_the_example_has_an_answer_with_and_without_a_buddy() -> None:
    people, _workbook = read(made("nl"), known())

    solved = answer(people)

    assert [(one.parent, one.buddy) for one in solved.pairs] == [("O1", "B1"), ("O2", "B2")]
    assert [one.parent for one in solved.without] == ["O3"]


def test_every_column_is_explained_above_its_header() -> None:
    sheet = load_workbook(io.BytesIO(made("nl")))["Ouders"]

    assert [cell.value for cell in sheet[2]] == [column.nl for column in columns_of("parents")]
    assert all(len(str(cell.value)) > 10 for cell in sheet[1])


def test_choices_are_offered_but_not_forced() -> None:
    sheet = load_workbook(io.BytesIO(made("nl")))["Ouders"]

    offered = {str(one.sqref): (one.formula1, one.showErrorMessage) for one in sheet.data_validations.dataValidation}

    assert offered["C3:C1000"] == ("'Gemeenten'!$A$3:$A$1000", False)
    assert offered["M3:M1000"] == ('"gewoon,snel,meteen"', False)
