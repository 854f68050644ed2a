"""Reading an uploaded file, or refusing it with the reason."""

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from domain.importing import files, workbooks
from domain.importing.files import ENCRYPTED, MOST_MEGABYTES, OLD_OFFICE
from domain.importing.sheets import MOST_ROWS
from domain.refused import Refused
from tests.domain.importing.sample import content, workbook

MIDNIGHT = datetime.combine(date(2026, 11, 24), time())


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        files.read(data)
    return refused.value.key


def packed(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_a_text_file_is_read_in_every_usual_shape(encoding: str, sign: str) -> None:
    lines = [("Datum", "Café"), ("24-11-2026", "Oudercafé")]
    data = "\r\n".join(sign.join(line) for line in lines).encode(encoding)

    assert files.read(data)[0].rows == tuple(lines)


def test_a_comma_inside_a_cell_does_not_divide_a_file_with_semicolons() -> None:
    data = b"Onderwerp;Via\nAngst, somberheid, schoolweigering;tel\nA, b, c;tel\n"

    assert files.read(data)[0].rows[1] == ("Angst, somberheid, schoolweigering", "tel")


def test_the_line_with_which_excel_names_its_separator_is_no_row() -> None:
    assert files.read(b"sep=,\nDatum,Via\n")[0].rows == (("Datum", "Via"),)


def test_the_sample_workbook_has_its_three_sheets() -> None:
    assert [sheet.name for sheet in files.read(content())] == ["vragen", "buddy's", "cafés"]


def test_dates_in_a_workbook_stay_dates_and_formulas_are_not_calculated() -> None:
    data = workbook([["Datum", "Som"], [MIDNIGHT, "=1+1"]])

    assert files.read(data)[0].rows[1] == (MIDNIGHT,)


def test_a_hidden_sheet_is_left_out() -> None:
    file = io.BytesIO(content())
    book = load_workbook(file)
    book["vragen"].sheet_state = "hidden"
    saved = io.BytesIO()
    book.save(saved)

    assert [sheet.name for sheet in files.read(saved.getvalue())] == ["buddy's", "cafés"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "import.empty"),
        (b"\r\n \r\n", "import.empty"),
        (b";;\n;;\n", "import.empty"),
        (b"one column\nonly\n", "import.no_table"),
        (b"%PDF-1.7 a;b\n", "import.no_table"),
        (b"\x89PNG\r\n\x1a\n;;;", "import.no_table"),
        (b"<html><table>;;", "import.no_table"),
        (b"a;b\x00\x01\n", "import.no_table"),
        (OLD_OFFICE + b"Workbook", "import.old_office"),
        (OLD_OFFICE + ENCRYPTED, "import.protected"),
        (b"PK\x03\x04 broken", "import.no_table"),
        (packed(**{"readme.txt": b"a;b"}), "import.no_table"),
        (b"a;b\n" * (MOST_ROWS + 1), "import.too_many_rows"),
        (b"a;b\n" * (MOST_MEGABYTES * 1024 * 300), "import.too_large"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    assert refusal(data) == reason


def test_an_empty_workbook_is_refused() -> None:
    assert refusal(workbook([])) == "import.empty"


def test_a_workbook_that_unpacks_to_far_more_than_it_weighs_is_not_unpacked() -> None:
    bomb = packed(
        **{"[Content_Types].xml": b"<Types/>", "xl/worksheets/sheet1.xml": b"0" * (workbooks.MOST_UNPACKED + 1)}
    )

    assert (len(bomb) < 1_000_000, refusal(bomb)) == (True, "import.unpacks_too_large")


def test_a_workbook_that_declares_entities_is_refused() -> None:
    assert refusal(packed(**{"[Content_Types].xml": b'<!DOCTYPE x [<!ENTITY a "b">]><Types/>'})) == "import.no_table"


def test_an_encrypted_part_is_called_a_password() -> None:
    data = bytearray(packed(**{"[Content_Types].xml": b"<Types/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert refusal(bytes(data)) == "import.protected"


@given(st.binary(max_size=2000), st.sampled_from([b"", b"PK\x03\x04", OLD_OFFICE, b"\xff\xfe", b"\xef\xbb\xbf"]))
def test_whatever_is_offered_is_read_or_refused(data: bytes, start: bytes) -> None:
    with suppress(Refused):
        files.read(start + data)


@given(st.data())
def test_a_damaged_workbook_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(content())
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))

    with suppress(Refused):
        files.read(bytes(whole))
