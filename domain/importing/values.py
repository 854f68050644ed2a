"""What one cell means: days, times, minutes and numbers as people in the Netherlands write them."""

import re
from datetime import date, datetime, time, timedelta

from domain.importing.sheets import Cell, plain, shown

MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
OTHER_MONTHS = {"maa": 3, "may": 5, "oct": 10, "mar": 3}
EXCEL_BEGAN = date(1899, 12, 30)
EXCEL_DAYS = range(20_000, 80_000)
NUMBERED = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)")
NAMED = re.compile(r"(\d{1,2})[-/. ]*([a-z]{3,9})[-/. ']*(\d{4}|\d{2})(?!\d)")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
CLOCK = re.compile(r"(?<!\d)(\d{1,2})\s*(?:[:.u]\s*(\d{2})|\s*uur|u\b)")
AMOUNT = re.compile(r"(\d+(?:[.,]\d+)?)\s*(uur|u|h)?\b")


class Unclear(ValueError):
    """A cell that says something, but not what it should."""


def day(cell: Cell) -> date | None:
    """A day, or None for an empty cell; the day comes before the month. Raises `Unclear`."""
    if cell is None or isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _excel_day(cell)
    text = shown(cell).casefold()
    try:
        if found := ISO.search(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := NUMBERED.search(text):
            return date(_year(found[3]), int(found[2]), int(found[1]))
        if found := NAMED.search(text):
            return date(_year(found[3]), _month(found[2]), int(found[1]))
    except ValueError:
        pass
    raise Unclear(shown(cell))


def _excel_day(number: float) -> date:
    if not EXCEL_DAYS.start <= number < EXCEL_DAYS.stop:
        raise Unclear(shown(number))
    return EXCEL_BEGAN + timedelta(days=int(number))


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _month(text: str) -> int:
    short = plain(text)[:3]
    return MONTHS.index(short) + 1 if short in MONTHS else OTHER_MONTHS.get(short, 0)


def times(cell: Cell) -> tuple[time, ...]:
    """The times in a cell in their order: one, or a beginning and an end. Raises `Unclear`."""
    if cell is None:
        return ()
    if isinstance(cell, datetime):
        return (cell.time(),) if cell.time() != time() else ()
    if isinstance(cell, time):
        return (cell.replace(second=0, microsecond=0),)
    if isinstance(cell, float) and 0 < cell < 1:  # a share of the day
        minutes = round(cell * 24 * 60) % (24 * 60)
        return (time(minutes // 60, minutes % 60),)
    found = CLOCK.findall(shown(cell).casefold())
    try:
        clocks = tuple(time(int(hour), int(minute or 0)) for hour, minute in found[:2])
    except ValueError:
        clocks = ()
    if not clocks:
        raise Unclear(shown(cell))
    return clocks


def minutes(cell: Cell) -> int | None:
    """A duration: `20`, `20 min`, `1,5 uur`, `1 uur`, or 0:20 as Excel keeps it. Raises `Unclear`."""
    if cell is None:
        return None
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute
    found = AMOUNT.search(shown(cell).casefold())
    if not found:
        raise Unclear(shown(cell))
    amount = float(found[1].replace(",", ".")) * (60 if found[2] else 1)
    return round(min(amount, 1e6))


def whole(cell: Cell) -> int | None:
    """The first whole number in a cell. Raises `Unclear`."""
    if cell is None:
        return None
    found = re.search(r"\d{1,6}", shown(cell))
    if not found or isinstance(cell, (date, time)):
        raise Unclear(shown(cell))
    return int(found[0])
