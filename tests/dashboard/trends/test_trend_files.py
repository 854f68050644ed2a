"""The files of the trends: what is on screen, explained, and safe to open."""

import io
from base64 import b64decode
from datetime import UTC, date, datetime, timedelta

from openpyxl import load_workbook

from dashboard.parts.numbers.csv_file import BYTE_ORDER_MARK, csv_file
from domain.register import counts, revision
from store.database import Database
from tests import make
from tests.dashboard.trends.trend_numbers import POLICY, body, chosen, content, file, filled
from tests.doors import Doors, many, prop_id

__all__ = ["filled"]


"""What every callback fills that policy staff may call: each a page of theirs, of published numbers alone."""


def test_the_file_holds_what_is_on_screen(filled: Database, now: datetime) -> None:
    sheet = content(file(Doors(filled, now).visitor(POLICY), "policy"))

    rows = sheet.removeprefix(BYTE_ORDER_MARK).splitlines()
    assert "Thuiszitten en verzuim;45;45;1 keer zo veel, tussen 0,6 en 1,7;geen aanwijzing" in rows
    assert "september 2026;70;70" in rows
    assert rows[-3] == "?jaar=2026"


def test_the_workbook_says_the_same_after_an_explanation(filled: Database, now: datetime) -> None:
    answer = file(Doors(filled, now).visitor(POLICY), "policy", kind="book").get_json()["response"]["policy-download"]

    book = load_workbook(io.BytesIO(b64decode(answer["data"]["content"])))
    assert (answer["data"]["filename"], book.sheetnames[0]) == ("trends-2026.xlsx", "Toelichting")
    (sheet,) = [sheet for sheet in book if sheet.title.endswith("Vragen per maand")]
    assert [cell.value for cell in sheet[3]] == ["september 2026", 70, 70]


def test_one_chart_can_be_saved_by_itself(filled: Database, now: datetime) -> None:
    button = {"as": "csv", "chart": "over-time", "page": "policy", "type": "trend-save"}
    buttons = [
        ("policy-file", "n_clicks", None),
        ("policy-book", "n_clicks", None),
        (..., "", many((button, "n_clicks", 1))),
    ]
    states = [*chosen("policy", "2026", None, None), ("policy-section", "data", "")]
    visitor = Doors(filled, now).visitor(POLICY)

    answer = visitor.call("policy-download.data", buttons, states, [prop_id(button, "n_clicks")])

    content = answer.get_json()["response"]["policy-download"]["data"]
    assert content["filename"] == "trends-over-time-2026.csv"
    assert content["content"].splitlines()[1] == "Periode;2026–2027;2025–2026"


def test_a_button_that_just_appeared_saves_nothing(filled: Database, now: datetime) -> None:
    answer = file(Doors(filled, now).visitor(POLICY), "policy", kind="nothing")

    assert answer.get_json() is None or "content" not in answer.get_data(as_text=True)


def test_a_name_that_looks_like_a_formula_stays_text_in_a_file() -> None:
    assert csv_file([["=1+1", "-3", 5]]) == f"{BYTE_ORDER_MARK}'=1+1;'-3;5\r\n"


def test_what_is_coarser_or_revised_is_said_on_the_page_and_in_the_file(sqlite: Database, now: datetime) -> None:
    first = datetime(2026, 8, 12, 8, tzinfo=UTC)
    _ask(sqlite, 12, at=first)
    _ask(sqlite, 9, at=first + timedelta(days=30))
    with sqlite.writing() as session:
        revision.revise(session, now=datetime(2026, 11, 12, 8, tzinfo=UTC))
    visitor = Doors(sqlite, now).visitor(POLICY)

    said = [body(visitor, "policy", "2025").get_data(as_text=True), content(file(visitor, "policy", "2025"))]

    for one in said:
        assert "Per onderwerp zijn er te weinig vragen bij " in one
        assert "herzien op donderdag 12 november 2026" in one


def _ask(database: Database, n: int, *, at: datetime) -> None:
    """Questions about six topics of one group, and what is published of them."""
    with database.writing() as session:
        for number in range(n):
            make.question(session, now=at, asked_on=date(2025, 9, 20), topics=(f"B{number % 6 + 1}",))
        counts.publish(session, now=at)
