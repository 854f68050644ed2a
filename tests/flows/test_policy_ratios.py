"""Each ratio, rate and lift that policy staff read follows from published cells alone, and tells nothing finer."""

import io
import json
from base64 import b64decode
from collections.abc import Iterator, Mapping
from itertools import pairwise

import docx
import pytest

from dashboard.pages.numbers import policy, trends
from domain.actors import Role
from store.queries.improving import reports
from store.states import ReportKind
from tests.flows.asked_again import (
    Asked,
    Known,
    busy,
    by_place,
    difference,
    known,
    lift,
    rate,
    rates_by_place,
    with_parts,
)
from tests.flows.policy_page import Rows, TrendPage, asked_of_report, blocks
from tests.flows.policy_reader import signed_in
from tests.flows.recomputed import ratio, said, shrunk
from tests.flows.told import told
from tests.invented import Point, invented_years, point

__all__ = ["invented_years", "point"]
ASKED = (
    Asked("jaar=2025", 2025),
    Asked("jaar=2025&groep=B,D&naast=2023", 2025, "BD", (2,)),
    Asked("jaar=2026&naast=drie", 2026, "", (1, 2, 3)),
)
COLUMNS = {"Verschil": difference, "Per 1.000 leerlingen": rate, "Keer zo vaak als bij toeval": lift}
PER_THOUSAND = "Per 1.000 leerlingen"


@pytest.fixture(scope="module")
def page(point: Point) -> TrendPage:
    return TrendPage(signed_in(point, Role.POLICY), policy.KIND)


def published(point: Point, asked: Asked) -> Known:
    with point.database.reading() as session:
        return known(session, asked.year)


def cells_told(rows: Rows) -> Iterator[tuple[str, str, str, str]]:
    for block in blocks(rows):
        noun = next(iter(block[0]))
        yield from ((noun, row[noun], column, row[column]) for row in block for column in row if column in COLUMNS)


@pytest.mark.parametrize("asked", ASKED, ids=lambda one: one.query)
def test_every_ratio_rate_and_lift_follows_from_published_cells(point: Point, page: TrendPage, asked: Asked) -> None:
    of = published(point, asked)
    whole = with_parts(asked, of.cells)
    shown = {one[:3]: one[3] for one in cells_told(page.sheets(asked.query)) if one[0] != "Gemeente"}

    again = {key: COLUMNS[key[2]](whole if key[2] in (*COLUMNS,)[2:] else asked, of, key[1]) for key in shown}

    assert shown == again
    assert sum("," in one for one in shown.values()) > 5


@pytest.mark.parametrize("asked", ASKED, ids=lambda one: one.query)
def test_every_rate_of_a_place_follows_from_published_cells(point: Point, page: TrendPage, asked: Asked) -> None:
    whole = with_parts(asked, published(point, asked).cells)
    rows = next(one for one in blocks(page.sheets(asked.query)) if "Leerlingen" in one[0])

    shown = {row["Gemeente"]: row[PER_THOUSAND] for row in rows if row[PER_THOUSAND] != "–"}

    assert shown == rates_by_place(whole, published(point, whole))


@pytest.mark.parametrize("asked", ASKED, ids=lambda one: one.query)
def test_how_busy_each_quarter_was_follows_from_published_cells(point: Point, page: TrendPage, asked: Asked) -> None:
    rows = next(one for one in blocks(page.sheets(asked.query)) if "×" in str(one))

    shown = {row["Onderwerp"]: [*row.values()][1:] for row in rows}

    of = published(point, asked)
    assert shown == {name: busy(asked, of, name, len(cells)) for name, cells in shown.items()}


@pytest.mark.parametrize("asked", ASKED, ids=lambda one: one.query)
def test_what_the_answer_says_first_follows_from_published_cells(point: Point, page: TrendPage, asked: Asked) -> None:
    of = published(point, asked)
    texts = [one.text for one in told(page.sent(asked.query))]
    pairs = pairwise(texts)

    lines = {name: line.rpartition(": ")[2] for name, line in pairs if name in of.codes and "keer zo veel" in line}

    assert lines == {name: f"{difference(asked, of, name)}." for name in lines}
    assert lines


def test_every_factor_in_a_report_follows_from_published_cells(point: Point, page: TrendPage) -> None:
    with point.database.reading() as session:
        listed = [(one.id, one.kind, one.period) for one in reports.listed(session)]
    found = 0
    for number, kind, period in listed:
        rows = factors_of(asked_of_report(page.reader, number, "docx"))
        of = published(point, Asked("", period if kind is ReportKind.ANNUAL_PAGE else period // 4))
        found += len(rows)

        assert rows == {name: factor_of(of, kind, period, name) for name in rows}
    assert found > 15


def factors_of(answer: bytes) -> dict[str, tuple[str, str]]:
    """(factor, between) by topic or group, as the Word file has them."""
    content = json.loads(answer)["response"]["report-download"]["data"]["content"]
    tables = docx.Document(io.BytesIO(b64decode(content))).tables
    rows = ([cell.text for cell in row.cells] for table in tables for row in table.rows if len(table.columns) == 6)
    return {row[0]: (row[3], row[4]) for row in rows if row[3] != "Factor"}


def factor_of(of: Known, kind: ReportKind, period: int, name: str) -> tuple[str, str]:
    code = of.codes[name]
    asked = Asked("", period)
    pair = asked.now(of, code), asked.before(of, code)
    if kind is ReportKind.SIGNAL_NOTE:
        pair = of.cells["group", period, code, "", "", ""], of.cells["group", period - 4, code, "", "", ""]
    found = ratio(*pair, 1)
    return (said(found[0]), f"{said(found[1])}–{said(found[2])}") if found else ("–", "–")


def possible(shown: str, pupils: int) -> set[int]:
    """Every number of questions that a rate can be of, for whoever knows how many pupils there are."""
    rate = shown.partition(" ")[0]
    return {n for n in range(1, 1000) if said(1000 * n / pupils, 1 if 1000 * n >= pupils else 2) == rate}


def denominated(rows: Rows, pupils: int) -> list[set[int]]:
    found = (one for one in cells_told(rows) if one[2] == PER_THOUSAND and one[0] != "Gemeente" and one[3] != "–")
    return [possible(shown, pupils) for _noun, _name, _column, shown in found]


@pytest.mark.parametrize("asked", ASKED, ids=lambda one: one.query)
def test_a_rate_times_the_pupils_gives_no_finer_number_back(point: Point, page: TrendPage, asked: Asked) -> None:
    pupils = sum(published(point, asked).pupils.values())

    told = denominated(page.sheets(asked.query), pupils)

    assert [numbers for numbers in told if not any(n % 5 == 0 for n in numbers)] == []
    assert len(told) > 5


def test_the_rates_of_exact_numbers_would_give_them_back(point: Point) -> None:
    pupils = sum(published(point, ASKED[0]).pupils.values())

    told = denominated(TrendPage(signed_in(point, Role.COORDINATOR), trends.KIND).sheets("jaar=2025"), pupils)

    assert sum(not any(n % 5 == 0 for n in numbers) for numbers in told) > 10


def test_the_rate_of_a_place_gives_no_finer_number_back_either(point: Point, page: TrendPage) -> None:
    """Also to whoever knows how it was drawn to the region, the numbers of all other places, and all pupils."""
    of = published(point, ASKED[1])
    rows = next(one for one in blocks(page.sheets(ASKED[1].query)) if "Leerlingen" in one[0])
    shown = {row["Gemeente"]: row[PER_THOUSAND] for row in rows}
    counts = {name: one.shown for name, (one, hidden) in by_place(ASKED[1], of).items() if not hidden}

    told = {name: {n for n in range(5, 100) if drawn(of, {**counts, name: n})[name] == shown[name]} for name in counts}

    assert [name for name, numbers in told.items() if not any(n % 5 == 0 for n in numbers)] == []
    assert len(told) > 2


def drawn(of: Known, counts: Mapping[str, int]) -> dict[str, str]:
    rates = shrunk([*counts.values()], [of.pupils[of.places[name]] for name in counts])
    return {name: f"{rate:.1f}".replace(".", ",") for name, rate in zip(counts, rates, strict=True)}


def test_no_place_is_said_to_have_most_while_a_hidden_number_may_be_more(page: TrendPage) -> None:
    said = [b"Naar verhouding" in page.sent(f"{asked.query}&deel=plaats") for asked in ASKED[:2]]

    assert said == [False, True]
