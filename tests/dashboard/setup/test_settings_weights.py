"""What weighs how much in matching, in the settings, over HTTP."""

import json
from datetime import datetime

import pytest

from dashboard.parts.dialog import DIALOG
from domain.actors import Role
from domain.matchmaking import shortlist, weights
from store.database import Database
from tests import make
from tests.dashboard.setup.settings_form import send, staff
from tests.doors import Visitor, many, prop_id


def save_weights(visitor: Visitor, **values: object) -> str:
    boxes = [({"type": "weight", "key": key}, "value", value) for key, value in values.items()]
    names = [({"type": "weight", "key": key}, "id", {"type": "weight", "key": key}) for key in values]
    return send(visitor, "weights-saved.data", "weights-save", (..., "", many(*boxes)), (..., "", many(*names)))


def test_a_rule_counts_heavier(sqlite: Database, now: datetime) -> None:
    save_weights(staff(sqlite, now), topic=35, nearby=90)

    with sqlite.reading() as session:
        assert shortlist.weights(session)["nearby"] == 90


def try_weights(visitor: Visitor, **values: object) -> str:
    typed = ("weights-typed", "data", [[key, value] for key, value in values.items()])
    answer = visitor.call("weights-trial.children", [typed, ("weights-saved", "data", None)])
    return json.dumps(answer.get_json(), ensure_ascii=False)


def one_who_waits(database: Database, now: datetime) -> None:
    """Anna knows the topic and lives far off, Bart knows something like it and lives around the corner."""
    with database.writing() as session:
        make.request(session, now=now, contact_modes=("home",), topics=("F1",))
        make.buddy(session, now=now, topics=("F1",), municipality_code="GM0450", travel_km=50)
        make.buddy(session, now=now, name="Bart Mulder", email="b@example.nl", topics=("F2",), travel_km=50)


def test_what_other_weights_would_do_is_said_before_they_are_saved(sqlite: Database, now: datetime) -> None:
    one_who_waits(sqlite, now)

    page = try_weights(staff(sqlite, now), topic=0, nearby=100)

    said = (
        "Farida: dan Bart Mulder, nu Anna de Vries.",
        "evenveel ouders geholpen: 1 van de 1",
        "Voorbeeld: Farida en Bart Mulder",
    )
    assert [text in page for text in said] == [True] * 3


def test_an_administrator_reads_how_many_change_and_no_names(sqlite: Database, now: datetime) -> None:
    one_who_waits(sqlite, now)

    page = try_weights(staff(sqlite, now, Role.ADMINISTRATOR), topic=0, nearby=100)

    assert ("Voor 1 ouder verandert er iets." in page, "Farida" in page, "Bart" in page) == (True, False, False)


def test_as_long_as_nothing_is_typed_the_view_says_how_it_is_now(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    empty = try_weights(visitor)
    one_who_waits(sqlite, now)

    assert ("Er wacht nu niemand." in empty, "Nu kan 1 van 1 ouder" in try_weights(visitor)) == (True, True)


@pytest.mark.parametrize("value", [101, -5, 2.5, "", None, "veel", [1]])
def test_the_view_says_quietly_that_a_number_can_not_be(sqlite: Database, now: datetime, value: object) -> None:
    assert "Kies een getal van 0 tot en met 100." in try_weights(staff(sqlite, now), nearby=value)


def test_the_spread_of_plans_is_saved_with_the_rules(sqlite: Database, now: datetime) -> None:
    save_weights(staff(sqlite, now), spread=300)

    with sqlite.reading() as session:
        assert weights.spread(session) == 300


@pytest.mark.parametrize("value", [101, -5, 2.5, "", None, "veel"])
def test_a_weight_out_of_bounds_is_refused(sqlite: Database, now: datetime, value: object) -> None:
    assert "Kies een getal van 0 tot en met 100." in save_weights(staff(sqlite, now), nearby=value)


def test_the_standard_weights_come_back(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    save_weights(visitor, nearby=90)
    button = {"type": DIALOG, "name": "weights-reset", "part": "yes"}
    inputs = [("weights-list", "id", "weights-list"), (button, "n_clicks", 1)]

    page = visitor.call("weights-list.children", inputs, (), [prop_id(button, "n_clicks")]).get_data(as_text=True)

    assert ("De standaard staat er weer." in page, '"value":90' in page) == (True, False)
