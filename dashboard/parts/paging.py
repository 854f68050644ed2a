"""Long lists page by page: which page is asked for, what stands on it, and the row of numbers below."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash.development.base_component import Component

A_PAGE = 25
Row = TypeVar("Row")
LONG = 7


@dataclass(frozen=True)
class Paged(Generic[Row]):
    """The rows of page `here` with at most `most`, and how many there are in all."""

    rows: tuple[Row, ...]
    count: int
    here: int
    most: int = A_PAGE

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // self.most))

    @property
    def is_long(self) -> bool:
        return self.pages > 1

    def address(self, state: str | None) -> str:
        """What the address says of it, with the state that was chosen: nothing of the usual one and the first page."""
        said = {"stand": state, "blad": str(self.here) if self.here > 1 else None}
        return urlencode({name: value for name, value in said.items() if value is not None})


def page_number(typed: object) -> int:
    """From an address or a click; 1 for what is no page."""
    return max(1, int(str(typed))) if str(typed).isdecimal() and len(str(typed)) < LONG else 1


def paged(part: Callable[[int], tuple[tuple[Row, ...], int]], asked: int, most: int = A_PAGE) -> Paged[Row]:
    """`part` gives the rows after so many, and how many there are; the last page where there are not as many."""
    found, count = part((asked - 1) * most)
    first = Paged(found, count, asked, most)
    if asked <= first.pages:
        return first
    return Paged(part((first.pages - 1) * most)[0], count, first.pages, most)


def page_numbers(id: str, typed: object) -> Component:  # noqa: A002 - as every component calls it
    """As many as a link asks for, until the callback says how many there are."""
    asked = page_number(typed)
    return dmc.Pagination(id=id, value=asked, total=asked, hideWithOnePage=True)
