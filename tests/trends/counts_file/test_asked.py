"""The signals about a file, by both methods."""

import csv
from io import StringIO

import numpy as np
import pytest

from tests.trends.counts_file.written import months, weeks
from tests.trends.expected import made
from tests.trends.farrington.test_flexible import rows as rows_of
from trends.counts_file.asked import Asked, answer
from trends.counts_file.fault import BadCounts
from trends.counts_file.reading import read
from trends.predictive import judge

STEADY = {f"rustig {n}": row.tolist() for n, row in enumerate(made.counts(np.full(12, 5.0), made.months(40, 8), 1.0))}
RISING = {"Thuiszitten": [5] * 37 + [14, 15, 13], **STEADY}


def rows(text: str, asked: Asked) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(answer(read(text), asked))))


def test_the_last_quarter_of_every_series_is_judged() -> None:
    found = rows(months(RISING), Asked())

    assert [row["series"] for row in found] == list(RISING)
    assert (found[0]["period"], found[0]["observed"], found[0]["state"]) == ("2026-12", "42", "stijgend")


def test_the_file_says_what_the_screens_say() -> None:
    (first, *_others) = rows(months(RISING), Asked())

    same = judge(RISING, first_month=2023 * 12 + 8)["Thuiszitten"]
    assert [float(first[name]) for name in ("expected", "lower", "upper", "p", "q")] == pytest.approx(
        [same.expected, same.lower, same.upper, same.p, same.q]
    )


def test_earlier_periods_are_judged_by_what_was_known_then() -> None:
    several = rows(months(RISING), Asked(since="2026-10", until="2026-12"))
    then = rows(months({name: counts[:-2] for name, counts in RISING.items()}), Asked())

    assert [row["period"] for row in several[:3]] == ["2026-10", "2026-11", "2026-12"]
    assert several[0] == then[0]


def test_a_series_that_began_later_is_judged_from_a_year_on() -> None:
    text = months(STEADY) + months({"nieuw": [3] * 8}, first="2026-05").split("\n", 1)[1]
    text += months({"jong": [3] * 15}, first="2025-10").split("\n", 1)[1]

    named = {row["series"] for row in rows(text, Asked())}

    assert named == {*STEADY, "jong"}


def test_exposure_explains_a_rise() -> None:
    text = months({"groei": [10] * 37 + [20] * 3})
    lines = text.strip().split("\n")
    fair = "\n".join([lines[0] + ",exposure", *(f"{line},{2 if line.endswith('20') else 1}" for line in lines[1:])])

    states = [rows(one, Asked())[0]["state"] for one in (text, fair)]

    assert states == ["stijgend", "geen aanwijzing"]


def test_weeks_are_judged_through_a_year_of_53() -> None:
    text = weeks({"week": [4, 5, 3, 4] * 55, "druk": [4, 5, 3, 4] * 51 + [12] * 16}, first="2019-W40")

    found = rows(text, Asked())

    assert [(row["period"], row["state"]) for row in found] == [
        ("2023-W50", "geen aanwijzing"),
        ("2023-W50", "stijgend"),
    ]


def test_farrington_gives_what_r_gives() -> None:
    text = "series,period,count\n" + "".join(
        f"{row['series']},{row['period']},{row['count']}\n" for row in rows_of("series.csv") if row["series"] == "m3"
    )
    asked = Asked(
        "farrington",
        frequency=12,
        years_back=4,
        half_window=1,
        seasonal_parts=4,
        skip_recent=3,
        reweight_above=2.58,
        alpha=0.01,
        minimum_recent="5/4",
        since="61",
        until="108",
    )

    found = rows(text, asked)

    wanted = [one for one in rows_of("reference.csv") if (one["way"], one["series"]) == ("monthly", "m3")]
    wanted = [one for one in wanted if one["threshold"] != "NA"]
    assert [(row["period"], row["threshold"], row["alarm"]) for row in found] == [
        (one["period"], one["threshold"], one["alarm"]) for one in wanted
    ]


def test_farrington_is_silent_where_it_does_not_report() -> None:
    assert rows(months({"kort": [9] * 40}), Asked("farrington")) == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Asked(frequency=52), "bij deze perioden hoort --frequency 12"),
        (Asked(since="2027-03"), "--from ligt na --to"),
        (Asked(since="2020-03"), "--from en --to moeten liggen tussen 2023-09 en 2026-12"),
        (Asked(until="2027-03"), "--from en --to moeten liggen tussen"),
        (Asked(since="2026-W03"), "--from “2026-W03” is geen periode zoals in het bestand"),
        (Asked(window=13), "--window moet tussen 1 en 12 liggen"),
        (Asked(window=0), "--window moet tussen 1 en 12 liggen"),
        (Asked("farrington", years_back=0), "--years-back"),
        (Asked("farrington", minimum_recent="5"), "--minimum-recent “5” moet eruitzien als 5/4"),
    ],
)
def test_what_cannot_be_asked_of_a_file_is_told(asked: Asked, said: str) -> None:
    with pytest.raises(BadCounts) as refusal:
        answer(read(months(STEADY)), asked)

    assert str(refusal.value).startswith(said)
