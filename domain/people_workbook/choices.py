"""Choices to pick from in the cells of the example workbook; who types something else is not stopped."""

from collections.abc import Callable, Mapping

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from domain.content.standard import standard
from domain.people_workbook.cells import LIST_OF
from domain.people_workbook.columns import columns_of, title_of
from i18n import _, language

FIRST_ROW, LAST_ROW = 3, 1000


def offer(sheet: Worksheet, kind: str) -> None:
    """A drop-down list on every column of this sheet that has choices, with room for rows to come."""
    for index, column in enumerate(columns_of(kind), 1):
        formula = _formula(LIST_OF.get(column.kind, column.kind))
        if formula:
            letter = get_column_letter(index)
            choice = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=False)
            choice.add(f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
            sheet.add_data_validation(choice)


def _formula(name: str) -> str | None:
    """Where the choices stand: on a sheet that people may add to, else in the list itself."""
    lists = {column.field: get_column_letter(index) for index, column in enumerate(columns_of("lists"), 1)}
    if name == "topic":
        return _range("topics", "B")
    if name == "municipality":
        return _range("municipalities", "A")
    return _range("lists", lists[name]) if name in lists else _listed(FIXED[name]()) if name in FIXED else None


def _range(kind: str, letter: str) -> str:
    return f"{quote_sheetname(title_of(kind))}!${letter}${FIRST_ROW}:${letter}${LAST_ROW}"


def _listed(words: list[str]) -> str:
    return '"' + ",".join(words) + '"'


def _ways() -> list[str]:
    ways = standard().terms["contact_mode"].values()
    return [one.english if language() == "en" else one.dutch for one in ways]


def _moments() -> list[str]:
    return [_("doordeweeks ochtend"), _("doordeweeks middag"), _("doordeweeks avond"), _("weekend")]


FIXED: Mapping[str, Callable[[], list[str]]] = {
    "contact_mode": _ways,
    "moments": _moments,
    "yes_no": lambda: [_("ja"), _("nee")],
    "yes_or_day": lambda: [_("ja"), _("nee")],
    "urgency": lambda: [_("gewoon"), _("snel"), _("meteen")],
}
