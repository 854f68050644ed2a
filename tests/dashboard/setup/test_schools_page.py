"""The schools over HTTP: pasted, looked at, kept, taken back; two people at once; the second reader's state."""

import base64
from datetime import datetime
from typing import Any

import pytest

from domain.stories import schools
from domain.stories.second_reading import apart
from store.database import Database
from store.queries.stories import known_names
from tests.dashboard.setup.settings_form import drawn, staff
from tests.doors import Visitor
from tests.make import COORDINATOR

NOTHING = schools.fingerprint(())


def kept(database: Database) -> tuple[str, ...]:
    with database.reading() as session:
        return known_names.schools(session)


def save(who: Visitor, words: str, opened: list[str]) -> Any:
    output = who.doors.output_of("schools-lines.value...", "schools-opened.data...")
    states = [("schools-lines", "value", words), ("schools-opened", "data", opened)]
    return who.call(output, [("schools-save", "n_clicks", 1)], states).get_json()["response"]


def test_the_empty_page_says_what_the_list_is_for(sqlite: Database, now: datetime) -> None:
    who = staff(sqlite, now)

    look = who.call("schools-preview.children", [("schools-lines", "value", "")], [("schools-opened", "data", [])])

    assert "Er staan nog geen scholen" in look.get_data(as_text=True)


def test_what_was_pasted_is_counted_before_it_is_kept(sqlite: Database, now: datetime) -> None:
    typed = [("schools-lines", "value", "De Brug\nDe Vlieger\n12")]

    look = staff(sqlite, now).call("schools-preview.children", typed, [("schools-opened", "data", ["Het Baken"])])

    page = look.get_data(as_text=True)
    assert [one in page for one in (
        "2 scholen in de lijst.", "Erbij: De Brug, De Vlieger", "Weg: Het Baken", "Regel 3", "Hier staat geen naam.",
    )] == [True] * 5  # fmt: skip
    assert kept(sqlite) == ()


def test_a_list_is_kept_and_taken_back(sqlite: Database, now: datetime) -> None:
    who = staff(sqlite, now)
    saved = save(who, "De Brug", [])
    first = kept(sqlite)

    undo = who.doors.output_of("schools-before.data@")
    states = [("schools-before", "data", []), ("schools-opened", "data", ["De Brug"])]
    who.call(undo, [("schools-undo", "n_clicks", 1)], states)

    assert (first, saved["schools-before"]["data"], kept(sqlite)) == (("De Brug",), [], ())


def test_who_saves_second_gets_both_lists_to_look_at(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        schools.change(session, "Het Baken", seen=NOTHING, by=COORDINATOR, now=now)

    answer = save(staff(sqlite, now), "De Brug", [])

    assert answer["schools-lines"]["value"] == "De Brug\nHet Baken"
    assert "Erbij: Het Baken" in str(answer["schools-said"]["children"])
    assert (answer["schools-opened"]["data"], kept(sqlite)) == (["Het Baken"], ("Het Baken",))


def test_a_file_adds_its_schools_to_what_was_typed(sqlite: Database, now: datetime) -> None:
    who = staff(sqlite, now)
    contents = "data:text/csv;base64," + base64.b64encode("naam;plaats\nDe Vlieger;Alkmaar".encode("cp1252")).decode()
    output = who.doors.output_of("schools-lines.value", "schools-file.children")

    answer = who.call(output, [("schools-upload", "contents", contents)], [("schools-lines", "value", "De Brug")])

    assert "De Brug\\nDe Vlieger" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("library", "said"),
    [("json", "zoekt één keer per dag"), ("a_library_that_nobody_has", "tweede lezer niet geïnstalleerd")],
)
def test_the_page_says_whether_the_second_reader_is_there(
    sqlite: Database, now: datetime, monkeypatch: pytest.MonkeyPatch, library: str, said: str
) -> None:
    monkeypatch.setattr(apart, "LIBRARY", library)

    page = drawn(staff(sqlite, now), "/namen")

    assert (said in page, "make names" in page) == (True, library != "json")
