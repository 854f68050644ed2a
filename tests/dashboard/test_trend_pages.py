"""Trends and policy over HTTP: each role gets its own numbers, and a policy session can't reach an exact one."""

import io
import json
import re
from base64 import b64decode
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy.orm import Session

from dashboard.pages import PAGES
from dashboard.parts.numbers.csv_file import BYTE_ORDER_MARK, csv_file
from domain.actors import Actor, Role
from domain.register import counts, revision
from store.database import Database
from tests import make
from tests.conftest import Prepared
from tests.doors import Doors, Visitor, many, prop_id

POLICY = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)
GROUPS = ("A", "B", "C", "D", "E", "F", "G")
OWN = [
    "page.children page-title.data",
    *("policy-body.children page-question.data", "policy-download.data", "address.href"),
    "improving-signals.children improving-actions.children page-question.data",
    *("signal.children signal-choices.children signal-close.hidden", "signal-evidence.children"),
    *("signal-*.error address.href", "signal-changed.data signal-why.error"),
    *("improvement.children", *["improvement-changed.data"] * 3),
    "improvement-*.error improvement-*.value improvement-said.children improvement-opened.data address.href",
    *("marker-list.children", "marker-undo.children", "marker-changed.data marker-removed.data"),
    "marker-*.error marker-*.value marker-changed.data marker-number.data",
    "marker-*.value marker-number.data marker-changed.data marker-removed.data",
    "told-*.error told-preview.children told-words.data",
    *("reports-list.children", "reports-changed.data", "report-download.data", *["report-changed.data"] * 4),
    "report-sheet.children report-acts.children",
    *("views-list.children", "view-name.value", "views-changed.data"),
    "views-changed.data view-removed.data view-can-undo.hidden",
    *("thread-body.children thread-table.children page-question.data", "thread-download.data", "story-table.children"),
]
"""What every callback fills that policy staff may call: each a page of theirs, of published numbers alone."""
EXACT = (47, 13, 7, 3)  # none of them a multiple of five


@pytest.fixture
def filled(prepared: Prepared, now: datetime) -> Database:
    """Two school years, with counts that would be recognised anywhere."""

    def write(session: Session) -> None:
        for day in (date(2025, 9, 10), date(2026, 2, 10), date(2026, 9, 10)):
            for n, topic in zip(EXACT, ("D2", "B3", "F6", "G3"), strict=True):
                for _ in range(n):
                    make.question(session, now=now, asked_on=day, topics=(topic,), municipality="Schoorl")
        counts.publish(session, now=now)

    return prepared(__name__, write)


def body(
    visitor: Visitor, page: str, year: object = "2026", groups: object = None, beside: object = None, part: str = ""
) -> Any:
    output = visitor.doors.output_of(f"{page}-body.children")
    return visitor.call(output, _chosen(page, year, groups, beside), [(f"{page}-section", "data", part)])


def file(
    visitor: Visitor, page: str, year: object = "2026", groups: object = None, beside: object = None, kind: str = "file"
) -> Any:
    buttons = [(f"{page}-{one}", "n_clicks", 1 if one == kind else None) for one in ("file", "book")]
    states = [*_chosen(page, year, groups, beside), (f"{page}-section", "data", "")]
    return visitor.call(f"{page}-download.data", [*buttons, (..., "", [])], states, [f"{page}-{kind}.n_clicks"])


def _chosen(page: str, year: object, groups: object, beside: object) -> list[tuple[str, str, object]]:
    return [(f"{page}-year", "value", year), (f"{page}-group", "value", groups), (f"{page}-beside", "value", beside)]


def visit(visitor: Visitor, path: str) -> str:
    address = [("address", "pathname", path), ("address", "search", "")]
    return str(visitor.call("..page.children...page-title.data..", address).get_data(as_text=True))


def numbers_shown(answer: Any) -> Iterator[float]:
    """Every number in the figures, the number cells of tables and the big numbers of a raw response."""
    for key, value in _walk(answer):
        if key in ("x", "y", "customdata") and isinstance(value, list):
            yield from (one for one in value if isinstance(one, (int, float)))
        if key == "text" and isinstance(value, list):
            yield from (found for one in value for found in _numbers(one))
        if key == "props" and {"numeric", "kpi-value"} & set(str(value.get("className")).split()):
            yield from _numbers(value.get("children"))


def _walk(node: Any) -> Iterator[tuple[str, Any]]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield str(key), value
        yield from _walk(value)


def _numbers(value: object) -> list[float]:
    """The numbers in a value; "minder dan 17" tells how many cells are hidden and nothing of what is in them."""
    if isinstance(value, (int, float)):
        return [value]
    if re.fullmatch(r"(minder dan|<) \d+|[\d,]+×", str(value)):  # a ratio of published numbers is none of them
        return []
    return [float(found) for found in re.findall(r"\d+", str(value or "")) if not re.match(r"20\d\d", found)]


def test_a_coordinator_sees_exact_numbers_that_are_called_internal(filled: Database, now: datetime) -> None:
    visitor = Doors(filled, now).visitor(make.COORDINATOR)

    shown = set(numbers_shown(body(visitor, "trends").get_json()))

    assert {47, 13, 7, 3} <= shown
    assert "Intern: exacte aantallen" in visit(visitor, "/werk/trends")


def test_policy_staff_see_the_answer_first_and_rounded_numbers(filled: Database, now: datetime) -> None:
    page = body(Doors(filled, now).visitor(POLICY), "policy").get_data(as_text=True)

    assert page.index("Geen onderwerp stijgt of daalt duidelijk.") < page.index("ongeveer 70")
    assert "Minder dan 5 vragen: dat aantal tonen we niet, zodat niemand te herkennen is." in page
    assert "Bijgewerkt op dinsdag 24 november 2026; cijfers tot en met oktober 2026." in page


def test_every_number_that_policy_staff_get_is_a_multiple_of_five(filled: Database, now: datetime) -> None:
    visitor = Doors(filled, now).visitor(POLICY)
    usual = product(("2025", "2026"), (None, *([one] for one in GROUPS), ["B", "D"]), (None, "drie"))
    strange = product(("1999", None, {"$ne": 1}), (["Z"], 7), ("2024", {"$ne": 1}))

    shown: set[float] = set()
    for one in (*usual, *strange):
        shown |= set(numbers_shown(body(visitor, "policy", *one).get_json()))
        shown |= set(_numbers_in_file(_content(file(visitor, "policy", *one))))

    assert ({number % 5 for number in shown}, len(shown) > 5) == ({0}, True)


def _numbers_in_file(sheet: str) -> Iterator[float]:
    rows = [line.split(";") for line in sheet.splitlines()]
    yield from (found for row in rows if len(row) > 2 for cell in row[1:3] for found in _numbers(cell))


def _content(sheet: Any) -> str:
    found = (sheet.get_json() or {}).get("response", {}).get("policy-download", {}).get("data") or {}
    return str(found.get("content", ""))


def test_policy_staff_reach_no_other_callback_and_no_other_page(filled: Database, now: datetime) -> None:
    doors = Doors(filled, now)
    visitor = doors.visitor(POLICY)
    on_server = [key for key, callback in doors.dashboard.callback_map.items() if "callback" in callback]

    reached = sorted(_outputs_of(output) for output in on_server if visitor.call(output).status_code != 403)
    pages = {visitor.get(page.path).status_code for page in PAGES if "<" not in page.path and POLICY.has(*page.roles)}
    closed = {visitor.get(path).status_code for path in ("/werk/trends", "/werk/vragen", "/werk/vragen/1")}

    assert (reached, pages, closed) == (sorted(OWN), {200}, {403})
    assert "trends-body" not in visit(visitor, "/werk/trends")


def _outputs_of(callback: str) -> str:
    """The outputs of a callback as its module spells them, a space between; `*` for all of a kind."""
    plain = re.sub(r"@[0-9a-f]+", "", callback.strip(".")).replace("...", " ")
    return re.sub(r'\{"form":"(\w+)","key":\["ALL"\],"type":"field"\}', r"\1-*", plain)


def test_one_new_question_changes_no_answer_to_policy_staff(filled: Database, now: datetime) -> None:
    visitor = Doors(filled, now).visitor(POLICY)

    def everything() -> list[str]:
        asked = [(year, groups) for year in ("2025", "2026") for groups in (None, *([one] for one in GROUPS))]
        answers = [answer(visitor, "policy", *one) for one in asked for answer in (body, file)]
        return [json.dumps(one.get_json(), sort_keys=True) for one in answers]

    before = everything()
    with filled.writing() as session:
        make.question(session, now=now, asked_on=date(2026, 9, 12), topics=("G3",), municipality="Heiloo")
        counts.refresh(session, now=now)
        counts.publish(session, now=now)

    assert everything() == before


@pytest.mark.parametrize("page", ["trends", "policy"])
def test_the_choice_stands_in_the_address_and_comes_back_from_it(filled: Database, now: datetime, page: str) -> None:
    visitor = Doors(filled, now).visitor(make.COORDINATOR)

    answer = body(visitor, page, "2025", ["D", "B"], "drie").get_json()
    path = {"trends": "/werk/trends", "policy": "/werk/beleid"}[page]
    address = [("address", "pathname", path), ("address", "search", "?jaar=2025&groep=D,B&naast=drie")]
    again = visitor.call("..page.children...page-title.data..", address).get_data(as_text=True)

    assert "jaar=2025&groep=B,D&naast=drie" in json.dumps(answer)
    assert [f'"value":{value}' in again for value in ('"2025"', '["B","D"]', '"drie"')] == [True, True, True]


def test_before_there_are_numbers_each_page_says_when_they_come(sqlite: Database, now: datetime) -> None:
    visitor = Doors(sqlite, now).visitor(make.COORDINATOR)

    assert "Zodra u vragen opschrijft" in visit(visitor, "/werk/trends")
    assert "Cijfers van een maand verschijnen vanaf de 10e dag van de maand erna." in visit(visitor, "/werk/beleid")


def test_the_file_holds_what_is_on_screen(filled: Database, now: datetime) -> None:
    sheet = _content(file(Doors(filled, now).visitor(POLICY), "policy"))

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
    states = [*_chosen("policy", "2026", None, None), ("policy-section", "data", "")]
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

    said = [body(visitor, "policy", "2025").get_data(as_text=True), _content(file(visitor, "policy", "2025"))]

    for one in said:
        assert "Per onderwerp zijn er te weinig vragen bij " in one
        assert "herzien op donderdag 12 november 2026" in one


def _ask(database: Database, n: int, *, at: datetime) -> None:
    """Questions about six topics of one group, and what is published of them."""
    with database.writing() as session:
        for number in range(n):
            make.question(session, now=at, asked_on=date(2025, 9, 20), topics=(f"B{number % 6 + 1}",))
        counts.publish(session, now=at)
