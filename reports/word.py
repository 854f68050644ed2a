"""Setting as a Word file that people can go on with: real headings, real tables, pictures with their text."""

import io

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor

from i18n import _, speaking
from reports.charts import drawn
from reports.document import Chart, Document, Section, Table, Words
from reports.pdf import pixels
from reports.word_parts import (
    describe,
    language_of,
    page_number,
    repeat_header,
    rule_under,
    whole_rows,
    widths_by_content,
)

TEAL, QUIET = RGBColor(0x0F, 0x5F, 0x63), RGBColor(0x55, 0x60, 0x5E)
TEXT_WIDTH = Cm(16.4)
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word(document: Document, words: Words) -> bytes:
    """The report as .docx; it says the same as the PDF."""
    file = docx.Document()
    with speaking(document.language):
        _look(file, document)
        _opening(file, document, words)
        for one in document.sections:
            _section(file, one)
        _ending(file, document, words)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _look(file: WordFile, document: Document) -> None:
    about = file.core_properties
    about.title, about.author = f"{document.title} – {document.period}", document.organisation
    about.language = document.language
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.3)
    page.top_margin, page.bottom_margin = Cm(2.4), Cm(2.2)
    language_of(file, document.language)
    _style(file, "Normal", "Calibri", 11)
    file.styles["Normal"].paragraph_format.space_after = Pt(6)
    _style(file, "Title", "Georgia", 25)
    _style(file, "Heading 1", "Georgia", 15, TEAL)
    _style(file, "Heading 2", "Georgia", 12)
    _style(file, "Subtitle", "Calibri", 13, QUIET)
    file.styles["Subtitle"].font.italic = False
    _style(file, "Caption", "Calibri", 9, QUIET)
    file.styles["Caption"].font.bold = False
    foot = page.footer.paragraphs[0]
    foot.style = file.styles["Caption"]
    foot.add_run(f"{document.organisation} · {document.released} · ")
    page_number(foot)


def _style(file: WordFile, name: str, font: str, size: int, colour: RGBColor | None = None) -> None:
    style = file.styles[name]
    style.font.name, style.font.size = font, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        if "Theme" in attribute:
            del fonts.attrib[attribute]
    style.font.color.rgb = colour or RGBColor(0x1D, 0x28, 0x27)


def _opening(file: WordFile, document: Document, words: Words) -> None:
    file.add_heading(document.title, level=0)
    file.add_paragraph(f"{document.organisation} · {document.period}", style="Subtitle")
    if document.invented:
        file.add_paragraph().add_run(document.invented).bold = True
    file.add_paragraph().add_run(document.lead).bold = True
    _paragraphs(file, words.opening)


def _paragraphs(file: WordFile, said: str) -> None:
    for part in filter(str.strip, said.splitlines()):
        file.add_paragraph(part)


def _section(file: WordFile, one: Section) -> None:
    file.add_heading(one.title, level=1)
    for sentence in one.sentences:
        file.add_paragraph(sentence)
    if one.chart:
        _chart(file, one.chart)
    if one.table:
        _table(file, one.table)
    if one.note:
        file.add_paragraph(one.note, style="Caption")


def _chart(file: WordFile, chart: Chart) -> None:
    file.add_heading(chart.title, level=2)
    paragraph = file.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    picture = paragraph.add_run().add_picture(io.BytesIO(pixels(drawn(chart))), width=TEXT_WIDTH)
    describe(picture, chart.alt)


def _table(file: WordFile, one: Table) -> None:
    sheet = file.add_table(rows=1, cols=len(one.columns))
    widths_by_content(sheet, one, TEXT_WIDTH)
    repeat_header(sheet)
    for row in [one.columns, *one.rows]:
        cells = sheet.rows[0].cells if row is one.columns else sheet.add_row().cells
        for place, text in enumerate(row):
            paragraph = cells[place].paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            run = paragraph.add_run(text)
            run.bold, run.font.size = row is one.columns, Pt(9.5)
            if place in one.numeric:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    rule_under(sheet)
    whole_rows(sheet)
    file.add_paragraph().paragraph_format.space_after = Pt(0)


def _ending(file: WordFile, document: Document, words: Words) -> None:
    if words.closing:
        file.add_heading(_("Tot slot"), level=1)
        _paragraphs(file, words.closing)
    file.add_heading(_("Hoe is dit berekend?"), level=1)
    for one in document.computed:
        file.add_paragraph(one, style="Caption")
    if words.approved:
        file.add_paragraph(words.approved)
