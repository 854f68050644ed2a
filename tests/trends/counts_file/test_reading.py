"""Counts from text, and every reason to refuse it, with its line."""

import pytest

from trends.counts_file.fault import BadCounts
from trends.counts_file.reading import read

GOOD = "series,period,count,exposure\nThuiszitten,2026-10,4,20\nThuiszitten,2026-11,7,21.5\n"


def test_a_file_becomes_series() -> None:
    table = read(GOOD)

    (one,) = table.series
    assert (one.name, table.kind.text(one.first), one.counts, one.exposures) == (
        "Thuiszitten",
        "2026-10",
        (4, 7),
        (20, 21.5),
    )


@pytest.mark.parametrize(
    "text",
    [
        "period,count,series,exposure\n2026-11,7,Thuiszitten,21.5\n\n2026-10,4,Thuiszitten,20",
        GOOD.replace(",", ";"),
        "\ufeff" + GOOD.replace("\n", "\r\n"),
        GOOD.replace("Thuiszitten", '" Thuiszitten "').replace("series", "Series "),
    ],
)
def test_order_spreadsheets_and_spaces_change_nothing(text: str) -> None:
    assert read(text).series == read(GOOD).series


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("series,period,count,colour\nx,2026-11,1,red\n", "regel 1: de kolom “colour” kennen we niet"),
        ("series,period,count,count\nx,2026-11,1,1\n", "regel 1: de kolom “count” staat er twee keer"),
        ("series,period\nx,2026-11\n", "regel 1: de kolom “count” ontbreekt"),
        ("", "regel 1: de kolom “series” ontbreekt"),
        ("series,period,count\n", "er staan geen aantallen in"),
        ("series,period,count\nx,2026-11,1\nx,2027-01,1\n", "regel 3: voor 2027-01 ontbreekt 2026-12 van “x”"),
        ("series,period,count\nx,2020-W52,1\nx,2021-W01,1\n", "regel 3: voor 2021-W01 ontbreekt 2020-W53 van “x”"),
        ("series,period,count\nx,1,1\nx,3,1\n", "regel 3: voor 3 ontbreekt 2 van “x”"),
        (
            "series,period,count\nx,2026-11,1\ny,2026-11,1\nx,2026-11,1\n",
            "regel 4: “x” staat er twee keer voor 2026-11",
        ),
        ("series,period,count\nx,2026-11,-1\n", "regel 2: “-1” is geen heel aantal van 0 of meer"),
        ("series,period,count\nx,2026-11,1\nx,2026-12,1.5\n", "regel 3: “1.5” is geen heel aantal van 0 of meer"),
        ("series,period,count\nx,2026-11,\n", "regel 2: “” is geen heel aantal van 0 of meer"),
        ("series,period,count\nx,2026-13,1\n", "regel 2: “2026-13” is geen periode"),
        (
            "series,period,count\nx,2026-11,1\nx,2026-W50,1\n",
            "regel 3: “2026-W50” is een ander soort periode dan hierboven",
        ),
        ("series,period,count\nx,2026-11,1\nx,soon,1\n", "regel 3: “soon” is geen periode"),
        ("series,period,count\nx,2026-11\n", "regel 2: hier staan 2 velden, en 3 kolommen"),
        ("series,period,count\nx,2026-11,1,9\n", "regel 2: hier staan 4 velden, en 3 kolommen"),
        ('series,period,count\n"x"y,2026-11,1\n', "regel 2: hier kloppen de aanhalingstekens niet"),
        ("series,period,count,exposure\nx,2026-11,1,-3\n", "regel 2: “-3” is geen getal van 0 of meer"),
        ("series,period,count,exposure\nx,2026-11,1,nan\n", "regel 2: “nan” is geen getal van 0 of meer"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(BadCounts) as refusal:
        read(text)

    assert str(refusal.value).startswith(said)
