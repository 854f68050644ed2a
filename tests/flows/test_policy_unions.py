"""Somebody with a login for policy asks for several groups together, and for the same without one: what is that one?"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import Any

import pytest

from dashboard.pages.numbers import policy, trends
from dashboard.parts.trends.words import months_in_words
from domain.actors import Role
from domain.register import cells, counted_cells
from domain.register.published_parts import terms
from store.queries import choices
from store.sessions import Session
from tests.flows.policy_page import TrendPage, tables
from tests.flows.policy_reader import _walk, signed_in
from tests.invented import Point, invented_years, point
from trends.disclosure import protect
from trends.lattice import AGE_BAND, BY_KEY, DONE, GROUP, PLACE, SECTOR, Cell, Level
from trends.periods import months_of_quarter, school_year_of

__all__ = ["invented_years", "point"]
YEAR, YEARS = 2025, (2025, 2024)
GROUPS = "ABCDE"
UNIONS = ["".join(some) for n in range(1, len(GROUPS) + 1) for some in combinations(GROUPS, n)]
LEVELS: Mapping[str, Level] = {"Gemeente": PLACE, "Soort onderwijs": SECTOR, "Leeftijd": AGE_BAND, "Wat we deden": DONE}
SMALL, QUARTERS = range(1, 5), 4

Place = tuple[str, str, int]
"""Where a number is printed: the name of its table, of its row, and the school year of its column."""
Told = Mapping[tuple[str, Place], float | None]
"""What was printed, by the groups that were asked for together and the place."""


def asked(page: TrendPage, read: Callable[[str], float | None]) -> Told:
    """The file about each union of groups; a row that it has not is a zero."""
    return {
        (union, (noun, row[noun], year)): read(row[f"{year}–{year + 1}"])
        for union in UNIONS
        for noun, rows in tables(page.sheets(f"jaar={YEAR}&groep={','.join(union)}")).items()
        if noun in (*LEVELS, "Periode")
        for row in rows
        for year in YEARS
        if f"{year}–{year + 1}" in row
    }


def printed(said: str) -> float | None:
    """25 of `ongeveer 25 of meer`; nothing of `minder dan 5`."""
    found = re.search(r"\d+", said)
    return float(found[0]) if found and "minder" not in said else None


def rounded_afresh(said: str) -> float | None:
    """As a careless server would: the exact number of whatever was asked, hidden or rounded only then."""
    exact = printed(said)
    return None if exact is None else protect(int(exact)).value


@pytest.fixture(scope="module")
def small(point: Point) -> dict[tuple[str, Place], int]:
    """The hidden numbers of one up to four, by their group and where they are printed."""
    with point.database.reading() as session:
        shown = cells.published(session)
        levels = {(BY_KEY[cell.level], cell.period) for cell in shown}
        exact = counted_cells.counted(session, sorted(levels, key=lambda one: (one[0].key, one[1])))
        named = {cell: where for cell in shown if cell.group in GROUPS and (where := place_of(session, cell))}
    hidden = {(cell.group, where): cell for cell, where in named.items() if shown[cell].value is None}
    return {key: exact[cell] for key, cell in hidden.items() if exact.get(cell, 0) in SMALL}


def place_of(session: Session, cell: Cell) -> Place | None:
    for noun, level in LEVELS.items():
        if cell.level == level.key and cell.period in YEARS:
            names = terms(session, level.key) | {one.code: one.name for one in choices.municipalities(session)}
            return noun, names.get(cell.municipality or cell.aspect, "Niet bekend"), cell.period
    if cell.level == GROUP.key and (year := school_year_of(months_of_quarter(cell.period).start)) in YEARS:
        quarter = months_of_quarter(cell.period + (YEAR - year) * QUARTERS)
        return "Periode", months_in_words(quarter), year
    return None


def success(told: Told, small: Mapping[tuple[str, Place], int]) -> float:
    """The share of the small numbers that comes out of subtracting; where nothing does, the most usual is guessed."""
    usual = Counter(small.values()).most_common(1)[0][0]
    right = (guessed(told, group, where, usual) == count for (group, where), count in small.items())
    return sum(right) / len(small)


def guessed(told: Told, group: str, where: Place, usual: int) -> int:
    """The mean over all choices with and without the group."""
    pairs = [(told.get((with_it(union, group), where), 0), told.get((union, where), 0)) for union in without(group)]
    found = [one - other for one, other in pairs if one is not None and other is not None]
    guess = round(sum(found) / len(found)) if found else usual
    return guess if guess in SMALL else usual


def without(group: str) -> Iterable[str]:
    return (union for union in UNIONS if group not in union)


def with_it(union: str, group: str) -> str:
    return "".join(sorted({*union, group}))


def blind(small: Mapping[tuple[str, Place], int]) -> float:
    return Counter(small.values()).most_common(1)[0][1] / len(small)


def test_subtracting_what_is_asked_together_tells_no_more_than_a_blind_guess(
    point: Point, small: Mapping[tuple[str, Place], int]
) -> None:
    page = TrendPage(signed_in(point, Role.POLICY), policy.KIND)

    found = success(asked(page, printed), small)

    assert len(small) > 100
    assert found <= blind(small) + 0.05


def test_the_same_subtracting_succeeds_where_each_choice_is_rounded_afresh(
    point: Point, small: Mapping[tuple[str, Place], int]
) -> None:
    """So that the test above can fail: the numbers of a coordinator, rounded and hidden only once they are added up."""
    page = TrendPage(signed_in(point, Role.COORDINATOR), trends.KIND)

    found = success(asked(page, rounded_afresh), small)

    assert found > blind(small) + 0.15


def test_subtracting_the_bounds_that_a_picture_shows_tells_no_more_either(
    point: Point, small: Mapping[tuple[str, Place], int]
) -> None:
    page = TrendPage(signed_in(point, Role.POLICY), policy.KIND)
    drawn = {union: drawn_bars(page.says(f"jaar={YEAR}&groep={','.join(union)}&deel=wie")) for union in UNIONS}

    low, high = (
        {(union, where): ends[end] for union, bars in drawn.items() for where, ends in bars.items()} for end in (0, 1)
    )

    seen = {key: count for key, count in small.items() if key in low}
    assert len(seen) > 20
    assert max(success(low, seen), success(high, seen)) <= blind(seen) + 0.05


def drawn_bars(body: Any) -> dict[Place, tuple[float, float]]:
    """The ends of the line on each bar."""
    found: dict[Place, tuple[float, float]] = {}
    for noun, chart in (("Soort onderwijs", "policy-sectors"), ("Leeftijd", "policy-ages")):
        figure = next(one["props"]["data"] for one in _walk(body) if _chart(one) == chart)
        bars, names = figure["data"][0], [one["text"] for one in figure["layout"]["annotations"][::2]]
        ends = zip(names, bars["x"], bars["error_x"]["arrayminus"], bars["error_x"]["array"], strict=True)
        found |= {(noun, name, YEAR): (x - below, x + above) for name, x, below, above in ends}
    return found


def _chart(one: dict[str, Any]) -> object:
    name = one["props"].get("id") if isinstance(one.get("props"), dict) else None
    return name.get("chart") if isinstance(name, dict) and name.get("type") == "chart-source" else None
