"""Long lists page by page: which page is asked for, what stands on it, and the row of numbers below."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import dash_mantine_components as dmc
from dash.development.base_component import Component

A_PAGE = 25
Row = TypeVar("Row")
LONG = 7


@dataclass(frozen=True)
class Paged(Generic[Row]):
    """The rows of page `here`, and how many there are in all."""

    rows: tuple[Row, ...]
    count: int
    here: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // A_PAGE))

    @property
    def is_long(self) -> bool:
        return self.pages > 1

    @property
    def address(self) -> str | None:
        """What the address says of it: nothing of the first page."""
        return str(self.here) if self.here > 1 else None


def page_number(typed: object) -> int:
    """From an address or a click; 1 for what is no page."""
    return max(1, int(str(typed))) if str(typed).isdecimal() and len(str(typed)) < LONG else 1


def paged(part: Callable[[int], tuple[tuple[Row, ...], int]], asked: int) -> Paged[Row]:
    """`part` gives the rows after so many, and how many there are; the last page where there are not as many."""
    found, count = part((asked - 1) * A_PAGE)
    first = Paged(found, count, asked)
    if asked <= first.pages:
        return first
    return Paged(part((first.pages - 1) * A_PAGE)[0], count, first.pages)


def page_numbers(id: str, typed: object) -> Component:  # noqa: A002 - as every component calls it
    """As many as a link asks for, until the callback says how many there are."""
    asked = page_number(typed)
    return dmc.Pagination(id=id, value=asked, total=asked, hideWithOnePage=True)
