"""What people write in a cell, and what it means."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.importing.sheets import Cell
from domain.importing.values import Unclear, day, minutes, times, whole

CELLS = st.one_of(
    st.none(), st.text(), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times()
)


@pytest.mark.parametrize(
    "cell",
    [
        "24-11-2026", "24/11/26", "24.11.26", "24 nov 2026", "di 24 november 2026", "24nov'26", "2026-11-24",
        "24-11-2026 19:30", 46350, 46350.8, date(2026, 11, 24), datetime.combine(date(2026, 11, 24), time(19, 30)),
    ],
)  # fmt: skip
def test_a_day_is_understood_however_it_was_written(cell: Cell) -> None:
    assert day(cell) == date(2026, 11, 24)


@pytest.mark.parametrize("cell", ["31-11-2025", "gisteren", "11-2026", "2026", 12, "24-24-2026", "24 xyz 2026"])
def test_a_day_that_is_none_is_unclear(cell: Cell) -> None:
    with pytest.raises(Unclear):
        day(cell)


def test_the_day_comes_before_the_month() -> None:
    assert day("3-4-2026") == date(2026, 4, 3)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("19:30-21:30", (time(19, 30), time(21, 30))),
        ("19.30 uur", (time(19, 30),)),
        ("20u", (time(20),)),
        ("9u30 - 12 uur", (time(9, 30), time(12))),
        (0.8125, (time(19, 30),)),
        (time(9, 30), (time(9, 30),)),
        (None, ()),
    ],
)
def test_times_are_understood_with_or_without_an_end(cell: Cell, expected: tuple[time, ...]) -> None:
    assert times(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"), [("20 min", 20), (15, 15), ("1,5 uur", 90), ("± 10", 10), (time(0, 40), 40), (None, None)]
)
def test_a_duration_is_counted_in_minutes(cell: Cell, expected: int | None) -> None:
    assert minutes(cell) == expected


@given(CELLS)
def test_no_cell_is_a_surprise(cell: Cell) -> None:
    for read in (day, times, minutes, whole):
        try:
            read(cell)
        except Unclear:
            continue
