"""A workbook to fill in: every column with its explanation, choices to pick from, and a few invented rows."""

import io
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openpyxl.styles import Font
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from domain.content.standard import Label, standard
from domain.people_workbook import choices
from domain.people_workbook.cells import LIST_OF
from domain.people_workbook.columns import Column, columns_of, title_of
from domain.people_workbook.looks import FACE, RED, WRAPPED, Head, Value, add, print_on_width
from i18n import _, language
from matching import explain
from matching.everybody import LOAD_WEIGHT
from matching.people_file.form import WEEKDAYS
from matching.rules import RULES

INVENTED: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "example.toml").read_text(encoding="utf-8"))
WIDE, USUAL, NARROW = 34, 22, 14
WIDTHS = {"topics": WIDE, "moments": WIDE, "text": NARROW, "whole": NARROW, "yes_no": NARROW, "day": NARROW}


def workbook(today: date) -> bytes:
    """In the language of whoever reads; the matcher reads it back in either."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("Uitleg")
    _explain(sheet)
    for kind, rows in (("parents", _people("parents", today)), ("buddies", _people("buddies", today))):
        choices.offer(add(book, title_of(kind), _heads(kind), rows), kind)
    for kind, found in (("topics", _topics()), ("municipalities", _places()), ("lists", _lists()), ("rules", _rules())):
        add(book, title_of(kind), _heads(kind), found)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _explain(sheet: Worksheet) -> None:
    lines = (
        _("Zo gebruikt u deze werkmap"),
        _("1. Vul de bladen “{parents}” en “{buddies}” in: een rij voor iedereen. De rijen die er staan, zijn "
          "verzonnen; haal ze weg.", parents=title_of("parents"), buddies=title_of("buddies")),
        _("2. Gebruik nummers, geen namen: dan staat er niets in dat naar iemand wijst."),
        _("3. Boven elke kolom staat wat u er kunt zeggen. Alleen de eerste kolom is nodig. Laat leeg wat u niet weet; "
          "kolommen die u niet gebruikt, mag u weghalen."),
        _("4. Meer dan één antwoord in een cel? Zet er een komma tussen."),
        _("5. De andere bladen mag u laten zoals ze zijn. Mist u een onderwerp, een gemeente of een keuze, zet die dan "
          "onderaan het blad. Bij een gemeente horen ook de breedtegraad en de lengtegraad."),
        _("6. Bewaar de werkmap en geef deze opdracht: {command}",
          command="rodedraad match --people koppelen.xlsx -o resultaat.xlsx"),
    )  # fmt: skip
    for row, text in enumerate(lines, 1):
        cell = sheet.cell(row, 1, text)
        cell.alignment = WRAPPED
    sheet["A1"].font = Font(name=FACE, bold=True, size=14, color=RED)
    sheet.column_dimensions["A"].width = 100
    print_on_width(sheet)


def _heads(kind: str) -> Sequence[Head]:
    return [Head(one.title(), WIDTHS.get(one.kind, USUAL), one.help()) for one in columns_of(kind)]


def _people(kind: str, today: date) -> list[Sequence[Value]]:
    return [[_cell(column, row, today) for column in columns_of(kind)] for row in INVENTED[kind]]


def _cell(column: Column, row: Mapping[str, Any], today: date) -> Value | date:
    if column.field == "waiting_since":
        return today - timedelta(weeks=row["weeks_ago"])
    said = row.get(column.field)
    if isinstance(said, list):
        return ", ".join(str(_word(column.kind, one)) for one in said)
    return None if said is None else _word(column.kind, said)


def _word(kind: str, said: Any) -> Value:  # noqa: ANN401 - any JSON value
    """One value as people write it."""
    found = standard()
    if isinstance(said, bool):
        return _("ja") if said else _("nee")
    if kind == "moments":
        weekday, part = said.split()
        return explain.moment(WEEKDAYS.index(weekday), part)
    name = LIST_OF.get(kind, kind)
    if name == "topic":
        return _said(found.topics[said])
    if name == "municipality":
        return found.municipalities[said]
    return _said(found.terms[name][said]) if name in found.terms else said


def _said(label: Label) -> str:
    return label.english if language() == "en" else label.dutch


def _topics() -> list[Sequence[Value]]:
    found = standard()
    near: dict[str, list[str]] = {}
    for one, other in found.neighbours:
        near.setdefault(one, []).append(other)
    return [
        (code, _said(label), found.group_of[code], ", ".join(near.get(code, ())) or None)
        for code, label in found.topics.items()
    ]


def _places() -> list[Sequence[Value]]:
    found = standard()
    return [(name, code, found.places[code].latitude, found.places[code].longitude)
            for code, name in found.municipalities.items()]  # fmt: skip


def _lists() -> list[Sequence[Value]]:
    columns = [[_said(one) for one in standard().terms[column.field].values()] for column in columns_of("lists")]
    return [[one[row] if row < len(one) else None for one in columns] for row in range(max(map(len, columns)))]


def _rules() -> list[Sequence[Value]]:
    return [*((str(rule.label), rule.weight) for rule in RULES), (_("Verdeling van het werk"), LOAD_WEIGHT)]
