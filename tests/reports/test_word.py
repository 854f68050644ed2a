"""The report as a Word file."""

import io
from zipfile import ZipFile

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn

from reports.word import word
from tests.reports.sample import BARS, DOCUMENT, LINES, TABLE, WORDS


def _file() -> WordFile:
    return docx.Document(io.BytesIO(word(DOCUMENT, WORDS)))


def test_headings_are_headings() -> None:
    found = [one.text for one in _file().paragraphs if (one.style.name if one.style else "") == "Heading 1"]

    assert found == ["Wat er verandert", "Hoeveel vragen", "Tot slot", "Hoe is dit berekend?"]


def test_every_picture_says_what_it_shows() -> None:
    shown = [one._inline.docPr.get("descr") for one in _file().inline_shapes]

    assert shown == [BARS.alt, LINES.alt]


def test_a_table_is_a_real_table_with_a_heading_on_every_page() -> None:
    (table,) = _file().tables

    assert [tuple(cell.text for cell in row.cells) for row in table.rows] == [TABLE.columns, *TABLE.rows]
    assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None


def test_what_people_added_stands_in_it() -> None:
    said = [one.text for one in _file().paragraphs]

    assert {"Hierbij #de notitie.", "Met groet", "Vastgesteld door Tess."} <= set(said)


def test_the_file_is_dutch_and_counts_its_pages() -> None:
    parts = ZipFile(io.BytesIO(word(DOCUMENT, WORDS)))

    assert b'w:val="nl-NL"' in parts.read("word/styles.xml")
    assert b"NUMPAGES" in parts.read("word/footer1.xml")
