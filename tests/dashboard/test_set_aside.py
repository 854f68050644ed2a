"""What was typed and not saved: another one to change takes its place, and it can be had again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest

from store.database import Database
from tests.dashboard.two_writers import WORD, fields, form_of_a_word, press, visitor
from tests.doors import Visitor, many, prop_id

NOTHING = dict.fromkeys(WORD, "")
HALF = {**NOTHING, "label_nl": "KPC", "help_nl": "Een groep die"}
ASIDE = "information-entry-aside"
KEPT = [{"name": "KPC", "values": HALF, "opened": None}]


def button(what: str, place: int) -> tuple[dict[str, Any], str]:
    asked = {"type": what, "form": "information-entry", "place": place}
    return asked, prop_id(asked, "n_clicks")


def hears(who: Visitor, what: str) -> str:
    """The callback of this form that listens to a button."""
    known = {
        key: " ".join(part["id"] for part in one["inputs"]) for key, one in who.doors.dashboard.callback_map.items()
    }
    (found,) = [key for key, heard in known.items() if what in heard and "information-entry" in heard]
    return str(found)


def take_back(who: Visitor, kept: object, typed: Mapping[str, object], opened: object = None, place: int = 0) -> Any:
    asked, name = button("typed-again", place)
    states: list[Any] = [
        (..., "", fields("information-entry", typed)), ("entry-opened", "data", opened), (ASIDE, "data", kept),
    ]  # fmt: skip
    return who.call(hears(who, "typed-again"), [(..., "", many((asked, "n_clicks", 1)))], states, [name])


@pytest.fixture
def who(sqlite: Database, now: datetime) -> Visitor:
    return visitor(sqlite, now)


def test_who_changes_another_word_keeps_what_was_typed(who: Visitor) -> None:
    answer = press(who, "change", "opp", form=form_of_a_word(HALF, None)).get_json()["response"]

    assert answer[ASIDE]["data"] == KEPT


def test_who_typed_nothing_has_nothing_to_set_aside(who: Visitor) -> None:
    opened = press(who, "change", "opp").get_json()["response"]["entry-opened"]["data"]

    answer = press(who, "change", "tlv", form=form_of_a_word(opened["values"], opened, KEPT)).get_json()["response"]

    assert answer[ASIDE]["data"] == KEPT


def test_who_empties_the_form_can_have_it_again(who: Visitor) -> None:
    output = who.doors.output_of("entry-opened.data..")
    inputs = [("entry-save", "n_clicks", None), ("entry-empty", "n_clicks", 1)]

    answer = who.call(output, inputs, form_of_a_word(HALF, None), ["entry-empty.n_clicks"]).get_json()["response"]

    assert answer[ASIDE]["data"] == KEPT


def test_what_lies_aside_is_offered_by_its_name(who: Visitor) -> None:
    said = str(who.call(f"{ASIDE}-said.children", [(ASIDE, "data", [*KEPT, {**KEPT[0], "name": ""}])]).get_json())

    assert [words in said for words in ("Zet terug wat ik typte: KPC", "Niet meer nodig: Zonder naam")] == [True, True]


def test_what_lies_aside_comes_back_with_what_it_was_begun_from(who: Visitor) -> None:
    opened = press(who, "change", "opp").get_json()["response"]["entry-opened"]["data"]

    answer = take_back(who, KEPT, opened["values"], opened).get_json()["response"]

    assert list(HALF.values()) == next(one["value"] for name, one in answer.items() if "field" in name)
    assert (answer["entry-opened"]["data"], answer[ASIDE]["data"]) == (None, [])


def test_what_was_typed_meanwhile_changes_places_with_it(who: Visitor) -> None:
    opened = press(who, "change", "opp").get_json()["response"]["entry-opened"]["data"]
    typed = {**opened["values"], "help_nl": "Anders"}

    answer = take_back(who, KEPT, typed, opened).get_json()["response"]

    assert answer[ASIDE]["data"] == [{"name": typed["label_nl"], "values": typed, "opened": opened}]


def test_what_is_not_needed_any_more_goes(who: Visitor) -> None:
    asked, name = button("typed-drop", 1)
    kept = [*KEPT, {**KEPT[0], "name": "TLV"}]

    heard = hears(who, "typed-drop")
    answer = who.call(heard, [(..., "", many((asked, "n_clicks", 1)))], [(ASIDE, "data", kept)], [name])

    assert answer.get_json()["response"][ASIDE]["data"] == KEPT


@pytest.mark.parametrize("kept", [["nonsense"], [{}], [{"name": "x", "values": 3, "opened": None}]])
def test_what_makes_no_sense_is_not_put_in_the_form(who: Visitor, kept: object) -> None:
    assert "field" not in take_back(who, kept, NOTHING).get_data(as_text=True)
