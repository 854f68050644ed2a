"""The charts of a report: what is hidden isn't drawn, and words are never code."""

from dataclasses import replace
from xml.etree import ElementTree

from reports.charts import drawn
from reports.document import Chart, Row
from reports.drawing import BEFORE, NOW
from tests.reports.sample import BARS, HIDDEN, LINES, amount

SVG = "{http://www.w3.org/2000/svg}"


def _said(svg: str) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def _bars(chart: Chart, colour: str) -> int:
    """How many bars of this colour there are, apart from the legend."""
    boxes = ElementTree.fromstring(drawn(chart)).iter(f"{SVG}rect")
    return sum(colour in (one.get("fill"), one.get("stroke")) for one in boxes) - 1


def test_a_bar_says_its_number_and_a_hidden_one_is_words_without_a_bar() -> None:
    said = _said(drawn(BARS))

    assert ("45" in said, "minder dan 5" in said) == (True, True)
    assert (_bars(BARS, NOW), _bars(BARS, BEFORE)) == (1, 1)


def test_a_line_has_a_gap_where_a_number_is_hidden() -> None:
    dots = list(ElementTree.fromstring(drawn(LINES)).iter(f"{SVG}circle"))
    squares = list(ElementTree.fromstring(drawn(LINES)).iter(f"{SVG}rect"))

    assert (len(dots), len(squares)) == (1 + 1, 2 + 1)


def test_a_picture_holds_its_own_alternative_text() -> None:
    title = ElementTree.fromstring(drawn(BARS)).find(f"{SVG}title")

    assert title is not None and title.text == BARS.alt


def test_a_name_with_signs_of_markup_stays_a_name() -> None:
    odd = replace(BARS, rows=(Row('<b>"A" & B</b>', amount(10), HIDDEN),))

    assert '<b>"A" & B</b>' in _said(drawn(odd))


def test_a_long_name_takes_two_lines() -> None:
    long = replace(BARS, rows=(Row("Samenwerken met school en met het samenwerkingsverband", amount(10), None),))

    assert "Samenwerken met school en met" in _said(drawn(long))


def test_a_chart_without_rows_is_still_a_picture() -> None:
    assert [drawn(replace(one, rows=())).startswith("<svg ") for one in (BARS, LINES)] == [True, True]
