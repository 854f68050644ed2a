"""Of a sensitive topic or group policy staff see nothing under 10, in whatever they get."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from dashboard.pages.numbers import policy
from domain.actors import Role
from domain.register import counted_cells
from store.models import PublishedCell, Topic
from store.queries.improving import reports
from tests.flows.policy_page import TrendPage, asked_of_report, blocks
from tests.flows.policy_reader import counts_in, signed_in
from tests.flows.told import told
from tests.invented import Point, invented_years, point
from trends.disclosure import SENSITIVE_THRESHOLD
from trends.lattice import BY_KEY, Cell

__all__ = ["invented_years", "point"]
FIVE = re.compile(r"^5$|(?:ongeveer|minder dan|<|&lt;) 5(?!\d)")
ABOUT_A_GROUP = ("plaats", "wie", "gedaan", "onderwerpen", "")
SENSITIVE, USUAL = "F", "A"


@pytest.fixture(scope="module")
def page(point: Point) -> TrendPage:
    return TrendPage(signed_in(point, Role.POLICY), policy.KIND)


def names(point: Point, *, sensitive: bool) -> set[str]:
    """Of topics and groups; what is sensitive as a group is so in each of its topics."""
    with point.database.reading() as session:
        codes = counted_cells.sensitive(session)
        return {one.name_nl for one in session.scalars(select(Topic)) if (one.code in codes) is sensitive}


def fives(page: TrendPage, group: str) -> Iterator[str]:
    """A number of 5 in a section about one group: in words, in a picture, or as a threshold."""
    for section in ABOUT_A_GROUP:
        answer = page.sent(f"jaar=2025&groep={group}&deel={section}")
        yield from (f"{section}: {one.where} {one.text}" for one in told(answer) if FIVE.search(one.text))
        yield from (f"{section}: drawn" for number in counts_in(answer) if number == 5)


def cells_of_five(page: TrendPage, some: set[str]) -> list[str]:
    """In the whole file: in a row about one of these, or a pair with one of these, or in its column."""
    found = (row for year in (2025, 2024, 2023) for block in blocks(page.sheets(f"jaar={year}")) for row in block)
    cells = ((str(next(iter(row.values()))), str(column), str(cell)) for row in found for column, cell in row.items())
    return [f"{row} {column}" for row, column, cell in cells if FIVE.search(cell) and is_about(row, column, some)]


def is_about(row: str, column: str, some: set[str]) -> bool:
    return column in some or any(
        row == one or row.startswith(f"{one} en ") or row.endswith(f" en {one}") for one in some
    )


@pytest.fixture(scope="module")
def texts(point: Point, page: TrendPage) -> list[str]:
    """What sections and reports say, on screen and on paper."""
    with point.database.reading() as session:
        numbers = [one.id for one in reports.listed(session)]
    answers = [page.sent(f"jaar={year}&deel={key}") for year in (2026, 2025) for key in ("", "verschil", "samen")]
    answers += [asked_of_report(page.reader, number, kind) for number in numbers for kind in ("sheet", "pdf")]
    return [one.text for answer in answers for one in told(answer)]


def fives_said(texts: list[str], some: set[str]) -> list[str]:
    """In a sentence, an alternative text or a table on paper."""
    named = "|".join(re.escape(one) for one in sorted(some))
    said = re.compile(rf"(?:^|[.] )(?:{named})(?:[^.\n]*|\n)(?:ongeveer|minder dan) 5(?!\d)", re.MULTILINE)
    return [found[0] for one in texts if (found := said.search(one))]


def test_there_are_sensitive_numbers_of_five_up_to_nine(point: Point) -> None:
    """So that the tests below are not blind."""
    with point.database.reading() as session:
        rows = session.scalars(select(PublishedCell).where(PublishedCell.threshold == SENSITIVE_THRESHOLD)).all()
        cells = [Cell(r.level, r.period, r.group_code, r.topic_code, r.municipality_code, r.aspect) for r in rows]
        levels = sorted({(cell.level, cell.period) for cell in cells})
        exact = counted_cells.counted(session, [(BY_KEY[level], period) for level, period in levels])

    assert sum(5 <= exact.get(cell, 0) < SENSITIVE_THRESHOLD for cell in cells) > 20
    assert min(row.value for row in rows if row.value is not None) == SENSITIVE_THRESHOLD


def test_nothing_under_ten_is_shown_of_a_sensitive_group(page: TrendPage) -> None:
    assert [*fives(page, SENSITIVE)] == []


def test_a_five_of_a_usual_group_is_shown_in_words_and_drawn(page: TrendPage) -> None:
    assert {"drawn" in one for one in fives(page, USUAL)} == {True, False}


def test_nothing_under_ten_of_a_sensitive_topic_or_pair_is_in_a_file(point: Point, page: TrendPage) -> None:
    assert cells_of_five(page, names(point, sensitive=True)) == []
    assert len(cells_of_five(page, names(point, sensitive=False))) > 30


def test_nothing_under_ten_of_a_sensitive_topic_is_said_in_a_sentence_or_a_report(
    point: Point, texts: list[str]
) -> None:
    assert fives_said(texts, names(point, sensitive=True)) == []
    assert len(fives_said(texts, names(point, sensitive=False))) > 3
