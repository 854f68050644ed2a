"""How periods are written: months, weeks by ISO 8601, or whole numbers that run on."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np

from trends.expected.arrays import Whole

MONTHS, WEEKS = 12, 52
REMEMBERED = 10_000


@dataclass(frozen=True)
class Kind:
    """`number` turns a text into a number that goes up by one per period; None when there is no such period."""

    name: str
    frequency: int | None
    number: Callable[[str], int | None]
    text: Callable[[int], str]


def kind_of(text: str) -> Kind | None:
    """The kind of period that this is, if it is one."""
    return next((kind for kind in KINDS if kind.number(text) is not None), None)


def slots(kind: Kind, numbers: Whole, frequency: int) -> Whole:
    """Which part of the year each period is; a 53rd week counts as the 52nd."""
    if kind is not WEEK:
        return numbers % frequency
    found = [min(_monday(int(number)).isocalendar().week, WEEKS) - 1 for number in numbers]
    return np.array(found, dtype=np.int64)


@lru_cache(REMEMBERED)
def _month_number(text: str) -> int | None:
    found = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", text)
    return int(found[1]) * MONTHS + int(found[2]) - 1 if found else None


def _month_text(number: int) -> str:
    return f"{number // MONTHS:04}-{number % MONTHS + 1:02}"


@lru_cache(REMEMBERED)
def _week_number(text: str) -> int | None:
    found = re.fullmatch(r"([0-9]{4})-W([0-9]{2})", text)
    try:
        return date.fromisocalendar(int(found[1]), int(found[2]), 1).toordinal() // 7 if found else None
    except ValueError:
        return None


def _week_text(number: int) -> str:
    year, week, _day = _monday(number).isocalendar()
    return f"{year:04}-W{week:02}"


def _monday(number: int) -> date:
    return date.fromordinal(number * 7 + 1)


def _running(text: str) -> int | None:
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else None


MONTH = Kind("month", MONTHS, _month_number, _month_text)
WEEK = Kind("week", WEEKS, _week_number, _week_text)
NUMBER = Kind("number", None, _running, str)
KINDS = (MONTH, WEEK, NUMBER)
