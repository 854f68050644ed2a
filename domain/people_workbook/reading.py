"""From a workbook with people to the same that a JSON file would say, with the place of everything in the sheets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.importing import files
from domain.people_workbook.cells import Meaning, Unreadable
from domain.people_workbook.columns import BadWorkbook, Column, Table, columns_of, tables
from domain.people_workbook.meaning import SPREAD, meaning, new_choices, own_municipality, rules
from domain.refused import Refused
from domain.texts import say
from i18n import _
from matching.people_file import reading as people_file
from matching.people_file.fields import BadPeople, Place
from matching.people_file.form import FORMAT
from matching.people_file.named import Known
from matching.people_file.reading import People

Row = dict[str, Any]
SHEET_OF = {"weights": "rules", SPREAD: "rules", "topic_neighbours": "topics"}
COLUMN_OF = {"certificate_seen_on": "certificate_valid", "code": "name"}


@dataclass
class Workbook:
    """A workbook being read: `document` is what a JSON file would say, `rows` where each of its rows stands.

    `weighed` has the row of each rule that got a weight.
    """

    tables: Mapping[str, Table]
    document: dict[str, Any] = field(default_factory=lambda: {"format": FORMAT})
    rows: dict[str, list[int]] = field(default_factory=dict)
    weighed: dict[str, int] = field(default_factory=dict)

    def where(self, place: Place) -> str:
        """A place in the document as a place in the sheets."""
        name, *rest = place or ("",)
        table = self.tables.get(SHEET_OF.get(str(name), str(name)))
        if table is None:
            return _("de werkmap")
        rule = str(rest[0] if name == "weights" and rest else name)
        if rule in self.weighed:
            return table.at(self.weighed[rule], "weight")
        if not rest or not isinstance(rest[0], int) or str(name) not in self.rows:
            return _("blad “{sheet}”", sheet=table.sheet.name)
        column = str(rest[1]) if len(rest) > 1 else None
        return table.at(
            self.rows[str(name)][rest[0]], column if column in table.columns else COLUMN_OF.get(str(column))
        )

    @property
    def unused(self) -> tuple[tuple[str, str], ...]:
        """Columns that were recognised as nothing, each with its sheet."""
        return tuple((one.sheet.name, header) for one in self.tables.values() for header in one.unused)


def read(content: bytes, known: Known) -> tuple[People, Workbook]:
    """The people in a workbook; raises `BadWorkbook`, which names the sheet, the row and the column."""
    workbook = opened(content, known.today)
    try:
        return people_file.understood(workbook.document, known), workbook
    except BadPeople as wrong:
        raise BadWorkbook(f"{workbook.where(wrong.place)}: {wrong.said}") from None


def opened(content: bytes, today: date) -> Workbook:
    """What a workbook says; raises `BadWorkbook`."""
    try:
        workbook = Workbook(tables(files.read(content)))
    except Refused as refused:
        raise BadWorkbook(say(refused)) from None
    means = _own_names(workbook)
    _weights(workbook, means)
    for kind in ("parents", "buddies"):
        workbook.document[kind] = _rows(workbook, kind, means)
        if not workbook.document[kind]:
            raise BadWorkbook(_("blad “{sheet}”: er staat niemand in", sheet=workbook.tables[kind].sheet.name))
    _check_off(workbook.document["buddies"], today)
    return workbook


def _own_names(workbook: Workbook) -> Meaning:
    """The topics, places and choices of the product, or those that the workbook has on sheets of its own."""
    found, nothing = workbook.document, meaning(None, None, {})
    if "lists" in workbook.tables:
        rows = _rows(workbook, "lists", nothing)
        found["lists"] = {
            one.field: new_choices(one.field, [str(row[one.field]) for row in rows if one.field in row])
            for one in columns_of("lists")
        }
    if "municipalities" in workbook.tables:
        found["municipalities"] = [own_municipality(row) for row in _rows(workbook, "municipalities", nothing)]
        _check_centres(workbook)
    topics = _rows(workbook, "topics", nothing) if "topics" in workbook.tables else None
    means = meaning(_labels(topics), _labels(found.get("municipalities")), found.get("lists", {}))
    if topics is not None:
        _link(workbook, topics, means)
    return means


def _check_centres(workbook: Workbook) -> None:
    for index, one in enumerate(workbook.document["municipalities"]):
        if not {"latitude", "longitude"} <= one.keys():
            place = workbook.where(("municipalities", index))
            raise BadWorkbook(f"{place}: " + _("geef de breedtegraad en de lengtegraad van het midden"))


def _labels(rows: Sequence[Row] | None) -> dict[str, str] | None:
    return None if rows is None else {row["code"]: str(row.get("name", row["code"])) for row in rows}


def _link(workbook: Workbook, topics: list[Row], means: Meaning) -> None:
    """What a topic belongs to and what it resembles may be any topic on the sheet, by code or by name."""
    table, pairs = workbook.tables["topics"], set()
    for row, number in zip(topics, workbook.rows["topics"], strict=True):
        if "group" in row:
            row["group"] = _value(table, number, "group", "topic", row["group"], means)
        for other in _value(table, number, "neighbours", "topics", row.pop("neighbours", None), means) or ():
            pairs.add((min(row["code"], other), max(row["code"], other)))
    workbook.document["topics"] = topics
    workbook.document["topic_neighbours"] = [list(pair) for pair in sorted(pairs) if pair[0] != pair[1]]


def _weights(workbook: Workbook, means: Meaning) -> None:
    """What each rule counts; a row without a number leaves it as the product has it."""
    table, names, weights = workbook.tables.get("rules"), rules(), {}
    rows = _rows(workbook, "rules", means) if table else []
    for row, number in zip(rows, workbook.rows.get("rules", ()), strict=True):
        key = names.find(row["rule"])
        if key is None and table:
            raise BadWorkbook(f"{table.at(number, 'rule')}: " + _("er is geen regel “{name}”", name=row["rule"]))
        if "weight" in row and key:
            weights[key], workbook.weighed[key] = row["weight"], number
    if SPREAD in weights:
        workbook.document[SPREAD] = weights.pop(SPREAD)
    workbook.document["weights"] = weights


def _rows(workbook: Workbook, kind: str, means: Meaning) -> list[Row]:
    """Every row of this sheet; the first column must be filled, except on the sheet with lists."""
    table, columns = workbook.tables[kind], columns_of(kind)
    said, numbers = [], []
    for number, cells in table.rows():
        found = {one.field: _value(table, number, one.field, one.kind, cells.get(one.field), means) for one in columns}
        row = {name: value for name, value in found.items() if value is not None}
        _check_first(table, number, columns[0], row, kind)
        said.append(row)
        numbers.append(number)
    workbook.rows[kind] = numbers
    return said


def _check_first(table: Table, number: int, first: Column, row: Row, kind: str) -> None:
    if kind != "lists" and first.field not in row:
        raise BadWorkbook(f"{table.at(number, first.field)}: " + _("hier staat niets, maar in de rij wel"))


def _value(table: Table, number: int, name: str, kind: str, cell: Any, means: Meaning) -> Any:  # noqa: ANN401 - JSON
    try:
        return means.read(kind, cell)
    except Unreadable as wrong:
        raise BadWorkbook(f"{table.at(number, name)}: {wrong}") from None


def _check_off(buddies: Sequence[Row], today: date) -> None:
    """Training and certificate: who keeps them for one buddy says no with an empty cell.

    A day of training that has come means yes; the day on which a certificate was seen says how long it counts.
    """
    for name in ("trained", "certificate_valid"):
        if any(name in row for row in buddies):
            for row in buddies:
                row.setdefault(name, False)
    for row in buddies:
        if isinstance(row.get("trained"), str):
            row["trained"] = date.fromisoformat(row["trained"]) <= today
        if isinstance(row.get("certificate_valid"), str):
            row["certificate_seen_on"] = row.pop("certificate_valid")
