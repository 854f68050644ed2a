"""Two people, or two things at once, in the form of what happened meanwhile: nothing typed is lost, nothing doubled."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pytest

from domain.improving import markers
from domain.improving.markers import MarkerPlan
from store.database import Database
from store.queries.numbers import happenings
from store.states import MarkerKind
from tests.dashboard.two_writers import fields
from tests.doors import Doors, Visitor, many, prop_id
from tests.stories import POLICY

NOTHING: dict[str, object] = dict.fromkeys(("kind", "name", "starts_on", "ends_on"))
LAW: dict[str, object] = {"kind": "law", "name": "Nieuwe wet", "starts_on": "2026-08-01", "ends_on": None}
HALF = {**NOTHING, "name": "Belronde"}


@pytest.fixture
def law(database: Database, now: datetime) -> int:
    with database.writing() as session:
        plan = MarkerPlan(MarkerKind.LAW, "Nieuwe wet", date(2026, 8, 1))
        return markers.add(session, plan, by=POLICY, now=now)


@pytest.fixture
def who(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(POLICY)


def states(typed: Mapping[str, object], opened: object) -> list[Any]:
    return [(..., "", fields("marker", typed)), ("marker-opened", "data", opened), ("marker-aside", "data", [])]


def press(who: Visitor, what: str, number: int, typed: Mapping[str, object] = NOTHING, opened: object = None) -> Any:
    button = {"type": "marker-act", "what": what, "number": number}
    output = who.doors.heard_by("marker-act")
    inputs = [(..., "", many((button, "n_clicks", 1)))]
    return who.call(output, inputs, states(typed, opened), [prop_id(button, "n_clicks")]).get_json()["response"]


def save(who: Visitor, typed: Mapping[str, object], opened: object = None) -> Any:
    inputs = [("marker-save", "n_clicks", 1), ("marker-empty", "n_clicks", None)]
    output = who.doors.heard_by("marker-save")
    return who.call(output, inputs, states(typed, opened), ["marker-save.n_clicks"]).get_json()["response"]


def stored(database: Database) -> list[str]:
    with database.reading() as session:
        return sorted(one.name for one in happenings.markers(session))


def test_who_changes_another_one_keeps_what_was_typed(who: Visitor, law: int) -> None:
    answer = press(who, "change", law, HALF)

    assert [one["values"] for one in answer["marker-aside"]["data"]] == [HALF]
    assert answer["marker-opened"]["data"]["values"] == LAW


def test_who_takes_another_one_away_goes_on_with_the_change(
    who: Visitor, law: int, database: Database, now: datetime
) -> None:
    with database.writing() as session:
        plan = MarkerPlan(MarkerKind.CAMPAIGN, "Belronde", date(2026, 9, 1))
        other = markers.add(session, plan, by=POLICY, now=now)
    opened = press(who, "change", law)["marker-opened"]["data"]

    answer = press(who, "remove", other, {**LAW, "name": "Wet"}, opened)
    save(who, {**LAW, "name": "Wet"}, answer.get("marker-opened", {}).get("data", opened))

    assert stored(database) == ["Wet"]


def test_who_saves_second_sees_what_the_other_wrote_and_keeps_the_own_text(
    who: Visitor, law: int, database: Database
) -> None:
    opened = press(who, "change", law)["marker-opened"]["data"]
    save(who, {**LAW, "name": "Wet van een ander", "starts_on": "2026-09-01"}, opened)

    answer = save(who, {**LAW, "name": "Mijn wet"}, opened)

    said = str(answer["marker-said"]["children"])
    assert ("terwijl u typte" in said, "Wet van een ander" in said, "Overgenomen" in said) == (True, True, True)
    save(who, {**LAW, "name": "Mijn wet", "starts_on": "2026-09-01"}, answer["marker-opened"]["data"])
    assert stored(database) == ["Mijn wet"]


def test_what_somebody_took_away_meanwhile_can_be_added_again(who: Visitor, law: int, database: Database) -> None:
    opened = press(who, "change", law)["marker-opened"]["data"]
    press(who, "remove", law)

    answer = save(who, {**LAW, "name": "Mijn wet"}, opened)

    assert "haalde dit weg terwijl u typte" in str(answer["marker-said"]["children"])
    save(who, {**LAW, "name": "Mijn wet"}, answer["marker-opened"]["data"])
    assert stored(database) == ["Mijn wet"]


def test_what_one_takes_away_while_changing_it_is_saved_as_new(who: Visitor, law: int, database: Database) -> None:
    opened = press(who, "change", law)["marker-opened"]["data"]

    answer = press(who, "remove", law, LAW, opened)
    save(who, LAW, answer["marker-opened"]["data"])

    assert stored(database) == ["Nieuwe wet"]


def test_what_was_taken_away_is_put_back_and_said(who: Visitor, database: Database) -> None:
    put_back = [("marker-back", "n_clicks", 1)]

    answer = who.call(who.doors.heard_by("marker-back"), put_back, [("marker-removed", "data", LAW)]).get_json()

    was = answer["response"]["marker-removed"]["data"]
    said = who.call("marker-undo.children", [("marker-removed", "data", was)]).get_data(as_text=True)
    assert ("Nieuwe wet staat er weer." in said, stored(database)) == (True, ["Nieuwe wet"])
