"""What python-docx has no word for: repeated header rows, alternative texts, page numbers, the language."""

from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shape import InlineShape
from docx.shared import Emu
from docx.table import Table
from docx.text.paragraph import Paragraph

from i18n import _
from reports.document import Table as Content

LEAST_SIGNS, MOST_SIGNS = 9, 34


def repeat_header(sheet: Table) -> None:
    """The first row is the heading, on every page that the table reaches."""
    sheet.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader", val="true"))


def whole_rows(sheet: Table) -> None:
    """No row is cut by the end of a page."""
    for row in sheet.rows:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit", val="true"))


def rule_under(sheet: Table) -> None:
    """A quiet line under each row."""
    borders = OxmlElement("w:tblBorders")
    for side in ("bottom", "insideH"):
        borders.append(_element(f"w:{side}", val="single", sz="4", color="C9C3B8"))
    sheet._tbl.tblPr.append(borders)


def widths_by_content(sheet: Table, one: Content, room: int) -> None:
    """Columns as wide as their longest text asks, within bounds; together the width of the page."""
    longest = [max(len(row[place]) for row in (one.columns, *one.rows)) for place in range(len(one.columns))]
    asked = [min(max(signs, LEAST_SIGNS), MOST_SIGNS) for signs in longest]
    sheet.autofit = False
    for column, signs in zip(sheet.columns, asked, strict=True):
        column.width = Emu(int(room * signs / sum(asked)))


def describe(picture: InlineShape, text: str) -> None:
    """What a reader who can't see the picture hears."""
    picture._inline.docPr.set("descr", text)


def page_number(paragraph: Paragraph) -> None:
    """`Pagina 1 van 3`, counted by Word."""
    before, between, after = _("Pagina {n} van {all}", n="\n", all="\n").split("\n")
    for words, code in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        paragraph.add_run(words)
        if code:
            _field(paragraph, code)


def language_of(file: WordFile, language: str) -> None:
    """Which spelling Word checks, and in which voice it is read."""
    known = {"nl": "nl-NL", "en": "en-GB"}
    properties = file.styles["Normal"].element.get_or_add_rPr()
    properties.append(_element("w:lang", val=known.get(language, language)))


def _field(paragraph: Paragraph, code: str) -> None:
    run = paragraph.add_run()._r
    instruction = OxmlElement("w:instrText")
    instruction.text = code
    run.extend([_element("w:fldChar", fldCharType="begin"), instruction, _element("w:fldChar", fldCharType="end")])


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made
