"""One question of the register over HTTP: put right, also by two at once, or taken out."""

from datetime import datetime

from werkzeug.test import TestResponse

from dashboard.parts.dialog import DIALOG
from dashboard.parts.numbers.question_meanwhile import CHANGE
from store.database import Database
from tests import make
from tests.dashboard.numbers.question_page import address, everything, fields, filled, staff
from tests.doors import Visitor, many, prop_id


def change(visitor: Visitor, database: Database, number: int, revision: int = 1, **typed: object) -> TestResponse:
    """Press "save" on the page of a question that was a call about D2 when it was opened."""
    button = {"type": CHANGE, "place": "form"}
    values = {"topics": ["D2"], "channel": "phone", "asked_on": "2026-11-24"}
    opened = {"mark": str(revision), "at": visitor.doors.now.isoformat(), "values": values}
    given = fields(database, **{"asked_on": "2026-11-24", **typed})
    states = [("question-number", "data", number), ("question-opened", "data", opened), given]
    pressed = (..., "", many((button, "n_clicks", 1)))
    return visitor.call(visitor.doors.heard_by(CHANGE), [pressed], states, triggered=[prop_id(button, "n_clicks")])


def test_one_question_is_put_right(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = make.question(session, now=now, municipality="Schoorl", minutes=10)
    visitor = staff(database, now)

    page = visitor.call("..page.children...page-title.data..", address(f"/werk/vragen/{number}")).get_data(as_text=True)
    answer = change(visitor, database, number, topics=["B3"], channel="mail")

    (row,) = everything(database)
    assert ("Bergen (NH.)" in page, answer.status_code) == (True, 200)
    assert (row.channel, row.municipality_code, row.minutes) == ("mail", None, None)


def test_one_question_is_taken_out_after_a_yes(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now)
    visitor = staff(sqlite, now)
    button = {"type": DIALOG, "name": "question-out", "part": "yes"}

    visitor.call(
        visitor.doors.heard_by("question-out"), [(button, "n_clicks", 1)], [("question-number", "data", number)]
    )

    assert everything(sqlite) == []


def test_a_question_that_is_gone_gets_a_friendly_page(sqlite: Database, now: datetime) -> None:
    page = staff(sqlite, now).call("..page.children...page-title.data..", address("/werk/vragen/99"))

    assert "Deze vraag bestaat niet (meer)." in page.get_data(as_text=True)


def test_the_second_of_two_hears_what_the_first_changed_and_loses_nothing(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = make.question(session, now=now)
    visitor = staff(database, now)
    change(visitor, database, number, topics=["D2"], channel="mail")

    said = change(visitor, database, number, topics=["D2"], channel="phone", minutes=25).get_json()

    (row,) = everything(database)
    assert ("wijzigde deze vraag" in str(said), row.channel, row.minutes) == (True, "mail", None)
    assert filled(said, "value") == ["mail"]


def test_the_page_says_when_a_note_is_erased(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now, note="Belt terug")

    page = staff(sqlite, now).call("..page.children...page-title.data..", address(f"/werk/vragen/{number}"))

    assert "Wordt gewist op maandag 22 februari 2027." in page.get_data(as_text=True)
