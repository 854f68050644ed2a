"""The report on paper."""

from dataclasses import replace

from reports.document import Words
from reports.pdf import Logo, pages, pdf, pixels
from tests.reports.sample import DOCUMENT, WORDS

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def test_the_pdf_is_tagged_and_says_that_it_can_be_read_aloud() -> None:
    made = pdf(DOCUMENT, WORDS)

    wanted = (b"%PDF-1.7", b"/StructTreeRoot", b"/Marked true", b"<pdfuaid:part>1</pdfuaid:part>", b"/Lang(nl)")
    assert [mark for mark in wanted if mark not in made.replace(b"/Lang (", b"/Lang(")] == []


def test_the_same_report_is_the_same_file() -> None:
    assert pdf(DOCUMENT, WORDS) == pdf(DOCUMENT, WORDS)


def test_what_people_typed_is_never_taken_for_code() -> None:
    typed = Words('#panic("boe") $x$ *a* [b]', '"}] #read("/etc/passwd")')

    assert pdf(DOCUMENT, typed).startswith(b"%PDF")


def test_a_logo_stands_above_the_report() -> None:
    logo = Logo("image/png", DOT)

    assert pages(DOCUMENT, WORDS, logo) != pages(DOCUMENT, WORDS)
    assert pdf(DOCUMENT, WORDS, logo).count(b"/Alt") == pdf(DOCUMENT, WORDS).count(b"/Alt") + 1


def test_a_long_table_goes_on_on_the_next_page() -> None:
    table = DOCUMENT.sections[0].table
    assert table
    long = replace(DOCUMENT.sections[0], table=replace(table, rows=table.rows * 60))

    assert len(pages(replace(DOCUMENT, sections=(long,)), WORDS, ppi=20)) > 2


def test_a_chart_becomes_pixels() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"></svg>'

    assert pixels(svg).startswith(b"\x89PNG")
